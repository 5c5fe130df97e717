r"""Gross output less what is used up is value added; made less used up is left for final use.

.. math:: V_j = X_j (1 - \textstyle\sum_i a_{ij}), \quad F = X - A X, \quad \sum V = \sum F = \text{GDP}

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Output()(state(), year())))["gdp"]
100.0004
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism
from ...frame.state import State
from ...frame.year import Year
from .balance import INDUSTRY, at_start, coefficients


@mechanism
class Output(Mechanism):
    """Add up the product, and note how far the plan was missed."""

    canon = ("surplus-to-state-needs",)
    source = "accounting"
    signs = (
        Sign("gross_output", "gdp", +1),
        Sign("plan_target", "plan_shortfall", +1),
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return value added, final demand, income and shortfall."""
        inputs, made = coefficients(now), now.gross_output
        added = made * (1 - inputs.sum(0))
        yield Set("value_added", added)
        yield Set("final_demand", made - inputs @ made)
        yield Set("gdp", added.sum())
        weight = INDUSTRY * at_start("value_added")
        missed = jnp.clip(1 - made / jnp.maximum(now.plan_target, 1e-6), 0.0, 1.0)
        yield Set("plan_shortfall", (weight * missed).sum() / weight.sum())
