r"""The attraction of the USSR abroad: growth and victory for it, terror against it.

.. math:: p' = p + 0.1\,(0.35 + 0.4\,\mathrm{clip}(g/5\%) - 0.25 Z - p) + 0.3\,v + \text{closure}

:math:`g` growth per head, :math:`Z` terror, :math:`v` an invasion beaten this year.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(ussr_prestige=0.6, war_over=1.0, victory=1.0, growth_five_years=0.05)
>>> amounts(list(Prestige()(now, year())))
{'ussr_prestige': 0.915}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year
from .begun import once_begun


@mechanism
class Prestige(Mechanism):
    """Victory and growth raise the standing of the USSR, terror lowers it."""

    canon = ("victory-prestige", "prestige-cost-of-annexation")
    source = "Polity and world trial run, section 2 (prestige)"
    signs = (
        Sign("growth_five_years", "ussr_prestige", +1),
        Sign("terror", "ussr_prestige", -1, {"terror": 0.3}),
        Sign("war_over", "ussr_prestige", +1, {"victory": 1.0, "war_over": 0.5, "ussr_prestige": 0.5}),
    )

    speed: float = fixed(0.1, "1/year", "polity and world trial run (assumption)")
    victory: float = fixed(0.3, "index", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        aim = 0.35 + 0.4 * jnp.clip(now.growth_five_years / 0.05, -0.5, 1.0) - 0.25 * now.terror
        shown = self.speed * (aim - now.ussr_prestige) + now.prestige_drive
        won = self.victory * now.victory * now.war_over
        yield Set("ussr_prestige", once_begun(year, now.ussr_prestige, now.ussr_prestige + shown + won))
