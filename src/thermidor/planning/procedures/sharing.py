r"""How a centre shares out a basket among branches at each branch's own rates: filled from the cheapest.

.. math:: \min \sum_{if} \pi_{if} u_{if} - t \quad\text{with}\quad \sum_f u_{if} + s_i \ge d_i t, \quad
   -n_{if} \le u_{if} \le m_{if}

The cost of one basket more rises in steps as branches are filled; the best t is where it comes to one. Of
branches at the same rate the first is filled first.
"""

import numpy as np

from ..table import Numbers, Table
from .firms import Firms


def shared_out(known: Table, held: Firms, rates: Numbers, charges: Numbers) -> tuple[Numbers, float]:
    """Return tasks (n by branch, negative: allotted) and quotas (l by branch) best at these rates.

    With them comes what no plan exceeds: a branch loses by tasks no less than its rates say, less the most
    it could earn at them.
    """
    tasks, baskets = cheapest(rates, *held.reach, known.demand, known.stocks)
    quotas = np.zeros_like(charges)
    quotas[np.arange(len(charges)), charges.argmax(axis=1)] = held.limits
    earned = float(held.most(held.profits(rates, charges)).sum() + charges.max(axis=1) @ held.limits)
    return np.vstack([tasks, quotas]), earned + baskets - float(np.sum(rates * tasks))


def cheapest(
    rates: Numbers, most: Numbers, need: Numbers, demand: Numbers, stocks: Numbers
) -> tuple[Numbers, float]:
    """Return tasks (n by branch) between -``need`` and ``most`` and the baskets that they deliver.

    >>> tasks, baskets = cheapest(
    ...     np.array([[0.2, 0.1]]), np.array([[3.0, 4.0]]), np.zeros((1, 2)), np.array([2.0]), np.zeros(1))
    >>> tasks, baskets
    (array([[3., 4.]]), 3.5)
    """
    order = np.argsort(rates, axis=1, kind="stable")
    dear = np.take_along_axis(rates, order, axis=1)
    room = np.take_along_axis(most + need, order, axis=1)
    filled = np.cumsum(room, axis=1)
    there = stocks - need.sum(axis=1)
    baskets = _baskets(dear, filled - room, filled[:, -1], there, demand)
    wanted = np.maximum(demand * baskets - there, 0.0)
    given = np.clip(wanted[:, None] - (filled - room), 0.0, room)
    tasks = np.empty_like(rates)
    np.put_along_axis(tasks, order, given, axis=1)
    return tasks - need, baskets


def _baskets(dear: Numbers, before: Numbers, room: Numbers, there: Numbers, demand: Numbers) -> float:
    """Return the baskets at which one more costs one, or the most that there is room for."""
    asked = demand > 0
    d, rates = demand[asked], dear[asked]
    most = float(np.min((there + room)[asked] / d))
    begins = np.maximum((there[asked, None] + before[asked]) / d[:, None], 0.0).ravel()
    rises = (d[:, None] * np.diff(rates, axis=1, prepend=0.0)).ravel()
    order = np.argsort(begins, kind="stable")
    past = np.flatnonzero(np.cumsum(rises[order]) >= 1)
    return max(min(most, float(begins[order][past[0]])) if len(past) else most, 0.0)
