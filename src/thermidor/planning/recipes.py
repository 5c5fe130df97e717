"""Who uses what: random patterns of inputs with locality, universal inputs and stages of fabrication."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

WINDOW = 50  # products on either side that count as near


@dataclass(frozen=True, slots=True)
class Pattern:
    """Say from where inputs come: a share ``near``, a share ``universal``, the rest from anywhere.

    ``triangular`` is the share of inputs from later products that come from an earlier stage instead: at
    one the order of products is the order of fabrication, raw materials first.
    """

    near: float = 0.6
    universal: float = 0.2
    triangular: float = 0.0


MIXED = Pattern()


def sources(
    pattern: Pattern, dice: np.random.Generator, makes: NDArray[Any], products: int, inputs: int
) -> NDArray[np.int32]:
    """Return the products (technique x input) used by techniques that make ``makes``; one may come twice."""
    shape = (len(makes), inputs)
    makes = makes.astype(np.int64)[:, None]
    kind = dice.random(shape, dtype=np.float32)
    used = dice.integers(0, products, shape)
    window = min(WINDOW, max(products // 4, 1))
    near = (makes + dice.integers(-window, window + 1, shape)) % products
    # The universal inputs are few and used by all: ranks by a power law, spread over the list of products.
    rank = (products * dice.random(shape, dtype=np.float32) ** 6).astype(np.int64)
    universal = np.minimum(rank * 7919 % products, products - 1)
    used = np.where(
        kind < pattern.near, near, np.where(kind < pattern.near + pattern.universal, universal, used)
    )
    later = (used > makes) & (dice.random(shape, dtype=np.float32) < pattern.triangular)
    return np.where(later, used % (makes + 1), used).astype(np.int32)
