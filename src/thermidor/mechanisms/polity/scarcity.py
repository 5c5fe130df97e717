r"""Scarcity: hunger, poverty against what the time counts as need, and goods that money cannot find.

.. math:: h = 1 - e^{-a_h H}, \quad n = n_0 (y^*/y^*_0)^{e}, \quad
          s = \bar{s} \tanh((0.45 h + 1.1 (1 - C/n)^+ + a_q Q)/\bar{s})

:math:`H` hunger, :math:`C` consumption per head in 2011 dollars, :math:`n` need that follows the income
:math:`y^*` of the leading rival with exponent one half, :math:`Q` unmet demand. Last year's figures.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(hunger=0.026, income_per_head=1100.0, consumption=30.0, gdp=36.0, shortage=0.2)
>>> amounts(list(Scarcity()(now, year(rival_income=9600.0))))
{'dearth': 0.541594, 'needs_met': 0.532596, 'scarcity': 0.605211}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .gates import above
from .scales import EARLY_NEED, HUNGER, RIVAL_INCOME, WANT


@mechanism
class Scarcity(Mechanism):
    """Little output, much hunger and empty shops make the want that policy has to answer."""

    canon = ("backwardness-scarcity",)
    source = "Trotsky 1936, ch. 5; need level and exponent: joined trial runs"
    signs = (
        Sign("hunger", "scarcity", +1),
        Sign("shortage", "scarcity", +1),
        Sign("income_per_head", "scarcity", -1, {"income_per_head": 1000.0}),
    )

    exponent: float = fixed(0.5, "1", "joined trial runs (assumption; delicate)")
    queue: float = parameter(LogNormal(0.8, 0.2), "1", "assumption: queues against hunger")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return dearth, needs met and scarcity."""
        dearth = 1.0 - jnp.exp(-HUNGER.value * now.hunger)
        need = (
            EARLY_NEED.value
            * (jnp.maximum(year.forcing.rival_income, 1.0) / RIVAL_INCOME.value) ** self.exponent
        )
        met = now.income_per_head * now.consumption / jnp.maximum(now.gdp, 1.0) / need
        yield Set("dearth", dearth)
        yield Set("needs_met", met)
        want = 0.45 * dearth + 1.1 * above(1.0 - met) + self.queue * now.shortage
        yield Set("scarcity", WANT.value * jnp.tanh(want / WANT.value))
