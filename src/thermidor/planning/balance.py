r"""Outputs x that balance: x = y + A x for final demand y, with a proof of how near they are.

For prices v > 0 at which every recipe leaves something over, :math:`u = v - A' v > 0`, the error of outputs
is bounded by the residual r = y + A x - x: :math:`\sum_i u_i |x_i - x^*_i| \le \sum_i v_i |r_i|`, since
:math:`(I-A)^{-1} \ge 0`. That there are such prices proves too that the economy is productive (Collatz and
Wielandt; Hawkins and Simon 1949).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from thermidor.errors import ThermidorError

from . import kernel
from .certificate import ResidualBound
from .chain import not_productive
from .procedure import Watch, unwatched
from .table import Numbers

TOLERANCE = 1e-10  # residual over final demand
REVISED = 1e-6  # the same, for a plan revised after a shock
LARGE = 0.2  # residual, over the mean, above which a product is settled in a round of revision
SURE = 0.99  # of the residual allowed: what single precision aims at, so that rounding seldom spoils it
LEFT_OVER = 0.02  # share of the value that a recipe leaves, at least, at the prices of a proof
SLOW = 60  # rounds after which it is asked whether the economy is productive at all
STALLED = 10  # sweeps in which nothing is gained but rounding
SAMPLE = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class Balance:
    """Hold outputs (n), the residual (n) they leave, and prices (n) that prove how near balance is.

    ``revisions`` counts how often the residual was carried on and not added up anew: each rounds it again.
    """

    recipes: csc_array
    demand: Numbers
    outputs: Numbers
    residual: Numbers
    proof: Numbers
    left: Numbers
    sweeps: int
    history: tuple[float, ...]
    revisions: int = 0

    @property
    def certificate(self) -> ResidualBound:
        """Return the proven error of the outputs, rounding of the sums included."""
        off = float(self.proof @ np.abs(self.residual))
        asked = float(self.proof @ self.demand)
        turnover = float(self.proof @ (self.demand + 2 * self.outputs))
        longest = float(np.max(np.diff(self.recipes.indptr), initial=0))
        rounding = (1 + self.revisions) * (longest + 4) * np.finfo(float).eps * turnover
        made = float(self.left @ self.outputs)
        return ResidualBound(_part(off, asked), _part(off + rounding, made))


def _part(off: float, whole: float) -> float:
    """Return what is off as a part of the whole; of nothing, any is without end."""
    return off / whole if whole > 0 else (np.inf if off > 0 else 0.0)


def solve(
    recipes: csc_array,
    demand: Numbers,
    tolerance: float = TOLERANCE,
    start: Numbers | None = None,
    watch: Watch = unwatched,
) -> Balance:
    """Return balanced outputs, from ``start`` (last year's outputs) or from demand alone.

    ``recipes`` (n x n, by columns) may be in 32 bits. Raises ThermidorError, naming a chain of products
    that cannot reproduce itself, if the economy is not productive.
    """
    parts = kernel.arrays(recipes)
    proof, left = prove(recipes)
    outputs = np.zeros(len(demand)) if start is None else start.astype(float)
    residual = demand.astype(float) if start is None else kernel.imbalance(*parts, outputs, demand)
    per_demand = proof / (float(proof @ demand) or 1.0)
    history = tuple(_sweeps(recipes, outputs, residual, per_demand, tolerance, watch))
    exact = kernel.imbalance(*parts, outputs, demand)
    return Balance(recipes, demand, outputs, exact, proof, left, len(history), history)


def _sweeps(
    recipes: csc_array, outputs: Numbers, residual: Numbers, prices: Numbers, enough: float, watch: Watch
) -> list[float]:
    """Sweep in place until the residual is small at these prices; return its size after each.

    Each sweep makes it smaller, if every recipe leaves something over at these prices.
    """
    parts, downward = kernel.arrays(recipes), _raw_first(recipes)
    before, change = residual.copy(), np.zeros_like(outputs)
    sizes: list[float] = []
    while not sizes or sizes[-1] > enough:
        kernel.sweep(*parts, residual, change, downward)
        sizes.append(kernel.extrapolate(outputs, residual, before, change, prices))
        watch(len(sizes), sizes[-1])
        if len(sizes) > STALLED and sizes[-1] >= sizes[-STALLED]:
            break  # as near as 64 bits allow: the certificate says how near
    return sizes


def prove(recipes: csc_array) -> tuple[Numbers, Numbers]:
    """Return prices (n) and what every recipe leaves over at them (n), all above zero.

    Raises ThermidorError if there are no such prices.
    """
    parts = kernel.arrays(recipes)
    prices, left = np.ones(recipes.shape[0]), np.empty(recipes.shape[0])
    one = np.ones(recipes.shape[0])
    worst = -np.inf
    for number in range(100_000):
        least = kernel.surplus(*parts, prices, left)
        if least >= LEFT_OVER or (least > 0 and least <= 1.05 * worst):  # it will not become much better
            return prices, left
        if number % SLOW == SLOW - 1 and least <= 0:
            chain = not_productive(recipes)
            if chain:
                raise chain
        worst = least
        kernel.value(*parts, prices, one)
    raise _nearly(prices)


def values(recipes: csc_array, direct: Numbers, tolerance: float = TOLERANCE) -> Numbers:
    """Return the full cost (n) of each product at this direct cost (n) of a unit: v = l + A' v.

    With labour as the direct cost these are labour values. Raises ThermidorError if the economy is not
    productive.
    """
    parts, costs = kernel.arrays(recipes), direct.astype(float)
    for number in range(100_000):
        if kernel.value(*parts, costs, direct) < tolerance:
            return costs
        if number % SLOW == SLOW - 1:
            prove(recipes)
    raise _nearly(costs)


def _nearly(costs: Numbers) -> ThermidorError:
    """Return the fault of an economy so near to not reproducing itself that costs do not settle."""
    dearest = int(np.argmax(costs))
    return ThermidorError(
        f"the economy hardly reproduces itself: full costs do not settle, least of product {dearest + 1}",
        "inputs",
        remedy="Check its inputs and those of what goes into it: nearly as much is used up as is made.",
    )


def revise(
    before: Balance,
    recipes: csc_array,
    demand: Numbers,
    changed: NDArray[np.integer],
    tolerance: float = REVISED,
) -> Balance:
    """Return the balance after a local shock: new recipes or demand of the ``changed`` products.

    The cost goes with how far the shock reaches; the rest of the plan stays as it was. The residual ends
    below ``tolerance`` of demand: it is settled in single precision, which moves half the memory, then
    added up in double and, where that shows more, settled once more. Recipes that did not change must be
    the same.
    """
    residual, outputs = before.residual.copy(), before.outputs
    residual[changed] += demand[changed] - before.demand[changed]
    proof, left = before.proof, before.left
    if recipes is not before.recipes:
        _move(before.recipes, outputs, residual, changed, -1.0)
        _move(recipes, outputs, residual, changed, 1.0)
        proof, left = _proved_again(before, recipes, changed)
    enough, revisions = tolerance * float(proof @ demand), before.revisions + 1
    change = _settled(recipes, residual, proof, SURE * enough)
    residual, outputs = kernel.imbalance(*kernel.arrays(recipes), change, residual), outputs + change
    _settle(recipes, outputs, residual, proof, enough)
    return Balance(recipes, demand, outputs, residual, proof, left, before.sweeps, before.history, revisions)


def _proved_again(
    before: Balance, recipes: csc_array, changed: NDArray[np.integer]
) -> tuple[Numbers, Numbers]:
    """Return the earlier prices if the changed recipes pay at them too, else new ones; and what is left."""
    left = before.left.copy()
    left[changed] = [before.proof[j] - _cost(recipes, before.proof, int(j)) for j in changed]
    return (before.proof, left) if np.all(left[changed] > 0) else prove(recipes)


def _settled(recipes: csc_array, residual: Numbers, prices: Numbers, enough: float) -> Numbers:
    """Return the change of outputs (n, in single precision) that makes the residual small enough."""
    rest, single = residual.astype(np.float32), prices.astype(np.float32)
    change = np.zeros_like(rest)
    _settle(recipes, change, rest, single, enough)
    return change


def _settle(recipes: csc_array, outputs: Numbers, residual: Numbers, prices: Numbers, enough: float) -> None:
    """Settle in place products whose residual is large beside the mean, until the sum is small enough.

    Ends too where nothing is gained any more but rounding.
    """
    size, before = float(prices @ np.abs(residual)), np.inf
    while enough < size < before:
        least = residual.dtype.type(LARGE * size / len(residual))
        before, size = size, kernel.settle(*kernel.arrays(recipes), outputs, residual, prices, least)


def _move(
    recipes: csc_array, outputs: Numbers, residual: Numbers, products: NDArray[np.integer], sign: float
) -> None:
    """Add the needs of these products to the residual, in place."""
    for j in products:
        piece = slice(recipes.indptr[j], recipes.indptr[j + 1])
        np.add.at(residual, recipes.indices[piece], sign * recipes.data[piece] * outputs[j])


def _cost(recipes: csc_array, prices: Numbers, product: int) -> float:
    piece = slice(recipes.indptr[product], recipes.indptr[product + 1])
    return float(recipes.data[piece] @ prices[recipes.indices[piece]])


def _raw_first(recipes: csc_array) -> bool:
    """Say whether most inputs come from earlier products: then users are settled first, from the end."""
    some = np.arange(0, recipes.nnz, max(recipes.nnz // SAMPLE, 1))
    users = np.searchsorted(recipes.indptr, some, side="right") - 1
    return bool(np.mean(recipes.indices[some] < users) > 0.5) if len(some) else False
