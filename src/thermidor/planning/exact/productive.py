"""Whether an economy with a choice of techniques can reproduce itself at all."""

import numpy as np
from scipy.sparse import csc_array

from ..chain import NotProductive, not_productive
from ..table import Table

ROUNDS = 500


def chain_of(known: Table) -> NotProductive | None:
    """Return the fault of a chain that no choice of techniques lets reproduce itself, or None.

    Techniques are chosen by growing values: each product by the technique that makes it cheapest. Products
    without a technique cannot be made at all, and count as made of nothing here.
    """
    n, makes = len(known.products), known.makes
    values, cheapest = np.ones(n), np.zeros(n, dtype=int)
    for _ in range(ROUNDS):
        cost = 1 + known.inputs.T @ values
        order = np.lexsort((-cost, makes))  # the cheapest of each product comes last, and stays
        cheapest[makes[order]] = order
        values = cost[cheapest] / cost.max()
    chosen = csc_array(known.inputs[:, cheapest])
    made = np.isin(np.arange(n), makes)
    chosen.data = chosen.data * np.repeat(made, np.diff(chosen.indptr))
    fault = not_productive(chosen)
    return fault.named(known.products) if fault else None
