"""Which products cannot reproduce themselves: the chain that takes more of itself than it makes."""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csc_array
from scipy.sparse.csgraph import connected_components

from thermidor.errors import ThermidorError

from .table import Numbered

ROUNDS = 2000
LONGEST = 8  # links of a chain that are told


class NotProductive(ThermidorError):
    """Tell that an economy needs more of some products than it makes, whatever the demand.

    ``chain`` holds the products by number, each an input of the next, the last of the first; ``growth`` is
    how many units go into making one, all round the group of products that need each other.
    """

    def __init__(self, chain: tuple[int, ...], growth: float, products: Sequence[str]) -> None:
        self.chain, self.growth = chain, growth
        names = [products[j] for j in chain]
        shown = " -> ".join([*names[:LONGEST], *(["..."] if len(names) > LONGEST else []), names[0]])
        super().__init__(
            f"the economy is not productive: the chain {shown} cannot reproduce itself; "
            f"a round of it takes {growth:.4g} units for each unit made",
            "inputs",
            remedy="Check the inputs of these products and their units: inputs are per unit of output.",
        )

    def named(self, products: Sequence[str]) -> "NotProductive":
        """Return the fault with the products' own names."""
        return NotProductive(self.chain, self.growth, products)


def not_productive(recipes: csc_array) -> NotProductive | None:
    """Return the fault of the worst group of products that cannot reproduce itself, or None if all can."""
    _, group = connected_components(recipes, directed=True, connection="strong")
    growth, member = _growth(recipes, group)
    if growth < 1:
        return None
    chain = _cycle(recipes, group, member)
    return NotProductive(chain, growth, Numbered("product", recipes.shape[0]))


def _growth(recipes: csc_array, group: np.ndarray) -> tuple[float, int]:
    """Return the greatest spectral radius of a group, and a product in it.

    Within groups only: what one group delivers to another does not come back.
    """
    inside = recipes.tocoo()
    same = group[inside.row] == group[inside.col]
    matrix = csc_array((inside.data[same], (inside.row[same], inside.col[same])), shape=recipes.shape)
    amounts = np.ones(len(group))
    low, last = np.zeros(group.max() + 1), np.ones(group.max() + 1)
    for _ in range(ROUNDS):
        if np.allclose(low, last, rtol=1e-9, atol=1e-12):
            break
        last = low
        # A half of itself is kept, so that a cycle does not swing.
        after = (matrix @ amounts + amounts) / 2
        total, before = np.bincount(group, after), np.bincount(group, amounts)
        low = 2 * total / before - 1
        amounts = after / np.maximum(total[group], np.finfo(float).tiny)
    worst = int(np.argmax(low))
    return float(low[worst]), int(np.flatnonzero(group == worst)[np.argmax(amounts[group == worst])])


def _cycle(recipes: csc_array, group: np.ndarray, start: int) -> tuple[int, ...]:
    """Return a chain of main inputs within the group, from the product back to one already met."""
    values = np.ones(len(group))
    for _ in range(200):
        values = values + recipes.T @ values
        values = values / values.max()
    met: list[int] = []
    product = start
    while product not in met:
        met.append(product)
        piece = slice(recipes.indptr[product], recipes.indptr[product + 1])
        used = recipes.indices[piece]
        cost = np.where(group[used] == group[start], recipes.data[piece] * values[used], -1.0)
        product = int(used[np.argmax(cost)])
    round_ = met[met.index(product) :][::-1]
    first = round_.index(min(round_))
    return (*round_[first:], *round_[:first])
