r"""What the leadership sees of itself: income a head, distance from the rival, growth over five years.

.. math:: g_5' = (1 - \tfrac13) g_5 + \tfrac13 \Delta \ln y

Weights of one third give the mean lag of a five-year mean. Years in which war or the rebuilding of what war
broke moves output count as normal growth: nobody reads ruin and recovery as success or failure of the plan.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(NationalIncome()(state(gdp=110.0), year())))
{'income_per_head': 2479.4, 'technology_gap': 0.690075, 'growth_five_years': 0.02177, 'income_seen': 2479.4}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year
from .balance import at_start


@mechanism
class NationalIncome(Mechanism):
    """Publish income per head, the gap to the rival, and growth as it is felt."""

    canon = ("bipolar-antagonism",)
    source = "Maddison Project 2023 for the level of the first year; joined trial, section 2"
    signs = (
        Sign("gdp", "income_per_head", +1),
        Sign("rival_income", "technology_gap", +1),
        Sign("gdp", "growth_five_years", +1),
    )

    normal: float = fixed(0.03, "log per year", "growth taken for granted in years of war and repair (assumption)")
    weight: float = fixed(1 / 3, "1/year", "mean lag of a five-year mean")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return what next year's readers see."""
        people = jnp.maximum(now.population, 1.0) / at_start("population")
        head = at_start("income_per_head") * now.gdp / 100 / people
        masked = jnp.clip(12 * now.disorder + 12 * (0.97 - now.working_capital), 0.0, 1.0)
        growth = jnp.clip(jnp.log(jnp.maximum(head, 50.0) / now.income_seen), -0.3, 0.3)
        felt = (1 - masked) * growth + masked * self.normal
        gap = jnp.clip(1 - head / jnp.maximum(year.forcing.rival_income, 500.0), 0.0, 1.0)
        held = jnp.clip(5 * now.disorder, 0.0, 1.0)
        yield Set("income_per_head", head)
        yield Set("technology_gap", held * now.technology_gap + (1 - held) * gap)
        yield Add("growth_five_years", self.weight * (felt - now.growth_five_years))
        yield Set("income_seen", head)
