"""What deliveries are worth beside those of the best plan: the share of needs met, at full cost."""

import numpy as np
from scipy.sparse import csc_array

from ..balance import values
from ..plan import Plan
from ..table import Numbers, Table


def full_cost(true: Table, best: Plan) -> Numbers:
    """Return what a unit of each product (n) costs in all resources, by the techniques of the best plan.

    Without resources every unit of a recipe's own work counts one.
    """
    n, m = len(true.products), len(true.makes)
    many = np.bincount(true.makes, minlength=n)
    made = best.outputs[true.makes]
    shares = np.where(made > 0, best.levels / np.where(made > 0, made, 1.0), 1 / many[true.makes])
    mixed = csc_array((shares, (np.arange(m), true.makes)), shape=(m, n))
    work = true.resources.needs.sum(0) if len(true.resources.names) else np.ones(m)
    return values(csc_array(true.inputs @ mixed), np.bincount(true.makes, work * shares, n).astype(float))


def met(final: Numbers, best: Plan, prices: Numbers) -> float:
    """Return the share of the best plan's deliveries that these reach; more of one makes up for no other."""
    needs = np.maximum(best.final, 0.0)
    return float(prices @ np.minimum(np.maximum(final, 0.0), needs)) / float(prices @ needs)
