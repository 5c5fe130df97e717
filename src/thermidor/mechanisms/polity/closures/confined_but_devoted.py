r"""Confined in an inferior position, the masses still stand by what they hold to be theirs.

.. math:: \Delta \mathit{Leg} = d\,\max(w, 0.3\,\theta)\,n\,(1
   - \mathit{Leg}), \quad \Delta \lambda = b\,(1 - k)\,B

:math:`w` is war on own soil, :math:`\theta` threat, :math:`n` the nationalised share, :math:`k`
culture, :math:`B` autonomy of the apparatus.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(war=0.8, nationalised_share=0.95, legitimacy=0.5, culture_level=0.4,
...     bureaucracy_autonomy=0.9)
>>> amounts(list(ConfinedButDevoted(strength=1.0)(now, year())))
{'legitimacy': 0.0304, 'labour_drive': 0.162}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class ConfinedButDevoted(Mechanism):
    """War rallies workers to statified property; low culture keeps them confined."""

    canon = ("regime-fear-of-masses-stability",)
    source = "Pablo 1945; slot labour"
    signs = (
        Sign("war", "legitimacy", +1, {"nationalised_share": 0.9, "war": 0.5}),
        Sign("culture_level", "labour_drive", -1),
    )

    strength: float = strength("labour")
    rally: float = fixed(0.08, "1/year", "polity trial run (assumption)")
    grip: float = fixed(0.3, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return devotion and confinement."""
        danger = jnp.maximum(now.war, 0.3 * now.military_threat)
        yield Add(
            "legitimacy", self.strength * self.rally * danger * now.nationalised_share * (1 - now.legitimacy)
        )
        yield Add(
            "labour_drive", self.strength * self.grip * (1 - now.culture_level) * now.bureaucracy_autonomy
        )
