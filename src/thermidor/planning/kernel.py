"""The inner loops of balances, over recipes stored by columns; unsigned indices spare Numba a check each.

A recipe is read in order, the residual it touches at random: time goes to memory, not to arithmetic, so
recipes may be in 32 bits while everything added up is in 64.
"""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray
from scipy.sparse import csc_array

Array = NDArray[Any]


def arrays(recipes: csc_array) -> tuple[Array, Array, Array]:
    """Return start, index and amount of all recipes, as the loops want them."""
    unsigned = np.uint32 if recipes.indices.itemsize == 4 else np.uint64
    return recipes.indptr.view(unsigned), recipes.indices.view(unsigned), recipes.data


@njit(cache=True)
def sweep(start: Array, index: Array, amount: Array, residual: Array, change: Array, downward: bool) -> None:
    """Settle every product once (Gauss and Seidel), passing its needs on to the residual of its inputs."""
    n = len(residual)
    for step in range(n):
        j = n - 1 - step if downward else step
        due = residual[j]
        residual[j] = 0.0
        change[j] = due
        if due != 0.0:
            for p in range(start[j], start[j + 1]):
                residual[index[p]] += amount[p] * due


@njit(cache=True)
def extrapolate(outputs: Array, residual: Array, before: Array, change: Array, prices: Array) -> float:
    """Add the change to the outputs, lengthened if that leaves less residual; return the residual, valued.

    What remains after some sweeps is mostly the slowest mode, which one length removes (reduced rank
    extrapolation of the first order).
    """
    along, square = 0.0, 0.0
    for i in range(len(residual)):
        fall = prices[i] * (residual[i] - before[i])
        along += prices[i] * residual[i] * fall
        square += fall * fall
    more = max(-along / square, 0.0) if square > 0.0 else 0.0
    plain, longer = 0.0, 0.0
    for i in range(len(residual)):
        plain += prices[i] * abs(residual[i])
        longer += prices[i] * abs(residual[i] + more * (residual[i] - before[i]))
    if longer >= plain:
        more = 0.0
    for i in range(len(residual)):
        now = residual[i] + more * (residual[i] - before[i])
        residual[i] = now
        before[i] = now
        outputs[i] += (1.0 + more) * change[i]
    return min(plain, longer)


@njit(cache=True)
def settle(
    start: Array, index: Array, amount: Array, outputs: Array, residual: Array, prices: Array, least: Any
) -> float:
    """Settle once every product with a residual worth above ``least``; return what remains, valued.

    Cost goes with what is above, apart from one look at each residual. Outputs, residual, prices and
    ``least`` are all in 32 bits or all in 64.
    """
    for j in range(len(residual)):
        due = residual[j]
        if prices[j] * abs(due) > least:
            residual[j] = 0.0
            outputs[j] += due
            for p in range(start[j], start[j + 1]):
                residual[index[p]] += amount[p] * due
    size = 0.0
    for j in range(len(residual)):
        size += prices[j] * abs(residual[j])
    return size


@njit(cache=True)
def value(start: Array, index: Array, amount: Array, values: Array, direct: Array) -> float:
    """Value every product once: direct cost plus inputs; return the greatest relative change."""
    greatest = 0.0
    for j in range(len(values)):
        cost = direct[j]
        for p in range(start[j], start[j + 1]):
            cost += amount[p] * values[index[p]]
        greatest = max(greatest, abs(cost - values[j]) / max(abs(cost), 1e-300))
        values[j] = cost
    return greatest


@njit(cache=True)
def surplus(start: Array, index: Array, amount: Array, values: Array, left: Array) -> float:
    """Write what each product's value leaves over its inputs; return the least relative to the value."""
    least = np.inf
    for j in range(len(values)):
        cost = 0.0
        for p in range(start[j], start[j + 1]):
            cost += amount[p] * values[index[p]]
        left[j] = values[j] - cost
        least = min(least, left[j] / values[j])
    return least


@njit(cache=True)
def imbalance(start: Array, index: Array, amount: Array, outputs: Array, demand: Array) -> Array:
    """Return demand plus inputs less outputs, added up anew in 64 bits whatever the outputs are in."""
    residual = demand - outputs
    for j in range(len(outputs)):
        made = np.float64(outputs[j])
        if made != 0.0:
            for p in range(start[j], start[j + 1]):
                residual[index[p]] += amount[p] * made
    return residual
