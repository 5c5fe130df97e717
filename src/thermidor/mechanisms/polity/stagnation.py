r"""Leaders feel stagnation when growth disappoints and the rival draws away, unless oil pays.

.. math:: \sigma = \mathrm{clip}(0.6\,h + 0.45\,\gamma - 0.45\,o)\,(1 - 0.6 X)(1
   - 0.4 L)\,m, \quad \gamma = \mathrm{clip}\frac{t - \bar t}{0.03}\,
   \mathrm{clip}\Big(1 - \frac{g - e}{0.035}\Big), \quad \Sigma' = 0.97\,\Sigma + 0.1\,\sigma

:math:`h` is the growth shortfall, :math:`t` the gap to the income of the leading rival and :math:`\bar
t` the gap one is used to (a gap of any width that does not grow, or that growth :math:`g` above habit
:math:`e` is closing, does not trouble), :math:`o` the cushion of oil revenue, :math:`X` coercion and
:math:`L` concentration, under which bad news does not travel, :math:`m` maturity of
the order. Numbers of the trial run; the comparison with the usual gap is an assumption.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(growth_shortfall=0.6, technology_gap=0.68, gap_habit=0.66, oil_cushion=0.4,
...     maturity=1.0, coercion=0.1)
>>> amounts(list(Stagnation()(now, year())))
{'stagnation': 0.388032, 'stagnation_memory': 0.038803}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Stagnation(Mechanism):
    """Shortfall and gap are felt, oil soothes, fear silences."""

    canon = ("oil-rent", "market-reform-drift")
    source = "Trial run of the polity block; Gaidar 2006 on oil"
    signs = (
        Sign("growth_shortfall", "stagnation", +1, {"maturity": 1.0, "technology_gap": 0.65}),
        Sign(
            "technology_gap", "stagnation", +1, {"maturity": 1.0, "technology_gap": 0.66, "gap_habit": 0.66}
        ),
        Sign("oil_cushion", "stagnation", -1, {"maturity": 1.0, "growth_shortfall": 0.6}),
    )

    shortfall: float = fixed(0.6, "1", "polity trial run (assumption)")
    gap: float = fixed(0.45, "1", "polity trial run (assumption)")
    noticed: float = fixed(0.03, "share", "assumption: three points of lost ground are felt fully")
    surge: float = fixed(0.035, "log per year", "assumption: growth above habit that makes up for a gap")
    oil: float = parameter(LogNormal(0.45, 0.25), "1", "polity trial run (delicate)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return stagnation felt and remembered."""
        behind = jnp.clip((now.technology_gap - now.gap_habit) / self.noticed, 0.0, 1.0)
        behind = behind * jnp.clip(1.0 - (now.growth_five_years - now.growth_habit) / self.surge, 0.0, 1.0)
        felt = self.shortfall * now.growth_shortfall + self.gap * behind - self.oil * now.oil_cushion
        told = (1 - 0.6 * now.coercion) * (1 - 0.4 * now.leader_concentration)
        felt = jnp.clip(felt, 0.0, 1.0) * told * now.maturity * (1 - now.war_shadow)
        yield Set("stagnation", felt)
        yield Set("stagnation_memory", 0.97 * now.stagnation_memory + 0.1 * felt)
