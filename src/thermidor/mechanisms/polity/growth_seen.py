r"""Leaders judge growth over some years, forgive war and recovery, and expect what they are used to.

.. math:: g' = g + \tfrac13(\tilde g - g), \quad e' = e + 0.06\,(\tilde g
   - e), \quad h = \mathrm{clip}\,\frac{e + r\,(g_r - e)^{+} + 0.005 - g}{0.035}

:math:`\tilde g` is the growth of income per head of the year (beyond 5 per cent nobody gets used to
it), replaced by 3 per cent as far as war on own soil and the recovery from it (:math:`w' = \max(w, 0.75
w)`) blind the view; :math:`e` the growth to which a generation is used, :math:`g_r` that of the rivals
per head, of whose lead :math:`r` becomes an expectation (the rest is felt as lost ground, see
`stagnation`). The shortfall :math:`h` counts only once the order has matured: ten years after the turn to
the drive, or fifteen harvests of a market in grain.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(gdp=110.0, population=159.1, income_before=0.66, turn_years=40.0, growth_five_years=0.01)
>>> seen = amounts(list(GrowthSeen()(now, year(rival_growth=3.0))))
>>> seen["growth_five_years"], seen["growth_shortfall"]
(0.022154, 0.36702)
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class GrowthSeen(Mechanism):
    """Growth below habit and below the rivals' is a shortfall."""

    canon = ("catch-up-convergence",)
    source = (
        "Trial runs (joined loop, section 4): five-year growth, masked in war; expectation is an assumption"
    )
    signs = (
        Sign("gdp", "growth_five_years", +1),
        Sign(
            "rival_growth",
            "growth_shortfall",
            +1,
            {"turn_years": 40.0, "growth_five_years": 0.02, "rival_growth": 4.0},
        ),
        Sign(
            "growth_habit",
            "growth_shortfall",
            +1,
            {"turn_years": 40.0, "growth_five_years": 0.01, "growth_habit": 0.03},
        ),
    )

    habit: float = parameter(LogNormal(0.06, 0.3), "1/year", "assumption: a generation")
    width: float = fixed(0.035, "log per year", "polity trial run (assumption)")
    rivals: float = fixed(0.33, "share", "assumption: a third of the rivals' lead becomes an expectation")
    ripe: float = fixed(10.0, "year", "joined trial run: years of the drive without reproach")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return growth seen, habit, maturity and shortfall."""
        income = now.gdp / jnp.maximum(now.population, 1.0)
        grown = jnp.clip(jnp.log(jnp.maximum(income, 1e-3) / now.income_before), -0.2, 0.2)
        shadow = jnp.maximum(0.75 * now.war_shadow, jnp.maximum(now.war, year.forcing.war_on_own_soil))
        seen = (1 - shadow) * grown + shadow * 0.03
        five = now.growth_five_years + (seen - now.growth_five_years) / 3
        rivals = 0.01 * year.forcing.rival_growth - 0.008
        expected = now.growth_habit + 0.005 + self.rivals * jnp.maximum(rivals - now.growth_habit, 0.0)
        age = jnp.maximum(now.turn_years, now.nep_years - 5)
        maturity = jnp.clip((age - self.ripe) / 5, 0.0, 1.0)
        short = jnp.clip((expected - five) / self.width, 0.0, 1.0)
        yield Set("income_before", income)
        yield Set("war_shadow", shadow)
        yield Set("growth_five_years", five)
        usual = jnp.clip(seen, -0.02, 0.05)
        yield Set("growth_habit", now.growth_habit + self.habit * (usual - now.growth_habit))
        yield Set("gap_habit", now.gap_habit + 0.08 * (now.technology_gap - now.gap_habit))
        yield Set("maturity", maturity)
        yield Set("growth_shortfall", short * maturity * (1 - shadow))
