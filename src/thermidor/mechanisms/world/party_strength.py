r"""In a first upsurge masses join the existing parties; splits and discredit thin them out.

.. math:: x' = x + a\,p\,w(1-x) - s\,\max(0, l - 0.5)\,x - d\,(1-p)\,x - z\,b\,x

:math:`p` prestige, :math:`w` wave, :math:`l` labour split; :math:`b` restraint while allied or in a front.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(foreign_cp_strength=0.1, ussr_prestige=0.6, revolution_wave=0.5, labour_split=0.3)
>>> round(amounts(list(PartyStrength()(now, year())))["foreign_cp_strength"], 4)
0.1654
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year
from .begun import once_begun


@mechanism
class PartyStrength(Mechanism):
    """Prestige and radicalisation fill the communist parties; split and discredit empty them."""

    canon = (
        "first-turn-to-mass-parties",
        "discredit-by-association",
        "third-period-split",
        "wartime-strike-restraint",
    )
    source = "canon: first-turn-to-mass-parties, discredit-by-association; sizes are assumptions"
    signs = (
        Sign("revolution_wave", "foreign_cp_strength", +1),
        Sign("labour_split", "foreign_cp_strength", -1, {"labour_split": 0.7}),
        Sign("ussr_prestige", "foreign_cp_strength", +1),
        Sign("repression", "foreign_cp_strength", -1),
    )

    joining: float = fixed(0.25, "1/year", "polity and world trial run (assumption)")
    split: float = fixed(0.3, "1/year", "polity and world trial run (assumption)")
    discredit: float = fixed(0.05, "1/year", "polity and world trial run (assumption)")
    restraint: float = fixed(0.05, "1/year", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        joined = self.joining * now.ussr_prestige * now.revolution_wave * (1 - now.foreign_cp_strength)
        split = self.split * jnp.maximum(now.labour_split - 0.5, 0.0)
        seen = 1 - now.ussr_prestige + 0.05 * jnp.clip(now.repression, 0.0, 10.0)
        allied = now.fascism * now.fighting * now.cp_subordination
        left = (split + self.discredit * seen + self.restraint * allied) * now.foreign_cp_strength
        new = now.foreign_cp_strength + joined - left
        yield Set("foreign_cp_strength", once_begun(year, now.foreign_cp_strength, new))
