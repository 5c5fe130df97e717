r"""What the leadership sees of itself: income a head and the distance from the rival.

.. math:: y = y_0 \frac{Y / 100}{N / N_0}, \qquad g = 1 - y / y_r

In war the last view of the gap is kept: nobody reads ruin as backwardness of the plan.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(NationalIncome()(state(gdp=110.0), year())))
{'income_per_head': 2479.4, 'technology_gap': 0.690075}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism
from ...frame.state import State
from ...frame.year import Year
from .balance import at_start


@mechanism
class NationalIncome(Mechanism):
    """Publish income per head and the gap to the rival."""

    canon = ("catch-up-convergence",)
    source = "Maddison Project 2023 for the level of the first year; joined trial, section 2"
    signs = (
        Sign("gdp", "income_per_head", +1),
        Sign("rival_income", "technology_gap", +1, {"rival_income": 9000.0}),
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return what next year's readers see."""
        people = jnp.maximum(now.population, 1.0) / at_start("population")
        head = at_start("income_per_head") * now.gdp / 100 / people
        gap = jnp.clip(1 - head / jnp.maximum(year.forcing.rival_income, 500.0), 0.0, 1.0)
        held = jnp.clip(5 * now.disorder, 0.0, 1.0)
        yield Set("income_per_head", head)
        yield Set("technology_gap", held * now.technology_gap + (1 - held) * gap)
