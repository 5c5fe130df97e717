r"""Plots and fixed norms: the state bends seven years after the turn, or two years after a famine.

.. math:: f' = f + 1\ [\text{collective village starves or } f > 0], \qquad p = [t \ge 7 \text{ or } f \ge 2]

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(turn=1.0, turn_years=3.0, village_hunger=0.3, collectivised_share=0.6)
>>> amounts(list(Plots()(now, year())))
{'famine_years': 1.0, 'plots_lawful': 0.0}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class Plots(Mechanism):
    """Household plots are made lawful after famine or with time."""

    canon = ("forced-collectivisation",)
    source = "joined trial runs, section 4; Davies and Wheatcroft 2004 on the concessions"
    signs = (
        Sign("turn_years", "plots_lawful", +1, {"turn": 1.0, "turn_years": 6.95}),
        Sign("famine_years", "plots_lawful", +1, {"turn": 1.0, "famine_years": 0.95}),
    )

    learning: float = fixed(7.0, "year", "joined trial runs (assumption)")
    famine: float = fixed(0.04, "share", "assumption: hunger of the village that counts as famine")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return whether plots and norms are recognised, and years since a famine."""
        starving = (now.village_hunger > self.famine) & (now.collectivised_share > 0.1)
        counting = jnp.maximum(jnp.asarray(starving, float), jnp.asarray(now.famine_years > 0, float))
        famine_years = now.famine_years + counting * now.turn
        bends = jnp.maximum(within(now.turn_years - self.learning + 1.0), within(famine_years - 1.0))
        yield Set("famine_years", famine_years)
        yield Set("plots_lawful", jnp.maximum(now.plots_lawful, now.turn * bends))
