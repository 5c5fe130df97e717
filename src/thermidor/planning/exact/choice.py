r"""A first choice of techniques: for each product the cheapest, resources priced by their scarcity.

Values and choice improve in turn, :math:`v_i = \min_j (w r_j + a_j' v)`, the sum over techniques j of
product i. With one scarce resource the end is the best choice (non-substitution; Howard 1960 on policy
iteration).
"""

import numpy as np
from scipy.sparse import csc_array

from ..table import Indices, Numbers, Table

ROUNDS = 60
SETTLED = 1e-3  # greatest relative change of a value at which the choice is taken


def cheapest(known: Table) -> Indices:
    """Return the chosen technique (n) of each product; of a product without one, any."""
    n = len(known.products)
    direct, values = _direct(known), np.zeros(n)
    chosen = np.zeros(n, dtype=int)
    for _ in range(ROUNDS):
        cost = direct + known.inputs.T @ values
        order = np.lexsort((-cost, known.makes))  # the cheapest of each product comes last, and stays
        chosen[known.makes[order]] = order
        before, values = values, cost[chosen]
        if np.all(np.abs(values - before) <= SETTLED * values):
            break
    return chosen


def recipes(known: Table, chosen: Indices) -> csc_array:
    """Return the recipes (n x n) of the chosen techniques; of products without a technique, none."""
    found = csc_array(known.inputs[:, chosen])
    made = known.makes[chosen] == np.arange(len(chosen))
    found.data = found.data * np.repeat(made, np.diff(found.indptr))
    return found


def _direct(known: Table) -> Numbers:
    """Return what a unit of each technique takes of all resources, as shares of what there is."""
    scarce = known.resources.endowments > 0
    shares = known.resources.needs[scarce].T @ (1 / known.resources.endowments[scarce])
    return shares + np.finfo(float).eps + (1.0 if not scarce.any() else 0.0)
