r"""What a plan is for: the aim by which final deliveries are judged.

For prices p of the products, the surplus of an aim U is :math:`\sup_{y \ge 0} U(y) - p y` (its conjugate):
with it any prices, good or bad, bound the best plan from above (:mod:`thermidor.planning.duality`).
"""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.floating[Any]]

NOTHING = 1e-12
"""Share of what is asked below which a plan's worth is rounding."""


class Aim(Protocol):
    """Judge final deliveries y against the demand asked for, both by product, in the products' units."""

    def value(self, final: Numbers, demand: Numbers) -> float:
        """Return what the deliveries are worth."""
        ...

    def marginal(self, final: Numbers, demand: Numbers) -> Numbers:
        """Return what one unit more of each product is worth (a supergradient)."""
        ...

    def supported(self, prices: Numbers, demand: Numbers) -> Numbers:
        """Return the prices, changed as little as simply possible so that the surplus is finite."""
        ...

    def surplus(self, prices: Numbers, demand: Numbers) -> float:
        """Return the most that value minus cost of deliveries at these supported prices can be."""
        ...

    def scale(self, demand: Numbers) -> float:
        """Return the worth that shortfalls from the best are measured by, where the best is worth less."""
        ...


@dataclass(frozen=True, slots=True)
class Proportional:
    """Deliver as much as possible of the basket asked for: the value is the share of it met in full."""

    def value(self, final: Numbers, demand: Numbers) -> float:
        """Return the largest t with deliveries of t times the demand; infinite if nothing is asked."""
        asked = demand > 0
        return float(np.min(final[asked] / demand[asked], initial=np.inf))

    def marginal(self, final: Numbers, demand: Numbers) -> Numbers:
        """Return the worth of the product scarcest for its demand; more of others is worth nothing."""
        worth = np.zeros(len(demand))
        asked = np.flatnonzero(demand > 0)
        scarce = asked[np.argmin(final[asked] / demand[asked])]
        worth[scarce] = 1 / demand[scarce]
        return worth

    def supported(self, prices: Numbers, demand: Numbers) -> Numbers:
        """Return the prices scaled so that the basket costs one."""
        cost = float(prices @ demand)
        return prices / cost if cost > 0 else demand / float(demand @ demand)

    def surplus(self, prices: Numbers, demand: Numbers) -> float:
        """Return zero: a basket that costs one brings no more than it costs."""
        return 0.0

    def scale(self, demand: Numbers) -> float:
        """Return next to nothing: half of a small share of what is asked is still but a half."""
        return NOTHING


@dataclass(frozen=True, slots=True, eq=False)
class Weighted:
    """Value deliveries by fixed weights (n), each unit alike, whatever was asked."""

    weights: Numbers

    def value(self, final: Numbers, demand: Numbers) -> float:
        """Return the weighted sum of deliveries."""
        return float(self.weights @ final)

    def marginal(self, final: Numbers, demand: Numbers) -> Numbers:
        """Return the weights."""
        return self.weights

    def supported(self, prices: Numbers, demand: Numbers) -> Numbers:
        """Return the prices, none below its weight."""
        return np.maximum(prices, self.weights)

    def surplus(self, prices: Numbers, demand: Numbers) -> float:
        """Return zero: no product is worth more than its price."""
        return 0.0

    def scale(self, demand: Numbers) -> float:
        """Return next to nothing beside the worth of what is asked: weights have a unit of their own."""
        return max(NOTHING * float(self.weights @ demand), np.finfo(float).tiny)


@dataclass(frozen=True, slots=True, eq=False)
class Logarithmic:
    r"""Value deliveries by :math:`\sum_i w_i \log(y_i / d_i)`: no need can be starved for another."""

    weights: Numbers

    def value(self, final: Numbers, demand: Numbers) -> float:
        """Return the weighted sum of logarithms of fulfilment; minus infinity if a need is not met at all."""
        asked = self._asked(demand)
        if np.any(final[asked] <= 0):
            return -np.inf
        return float(self.weights[asked] @ np.log(final[asked] / demand[asked]))

    def marginal(self, final: Numbers, demand: Numbers) -> Numbers:
        """Return weight over delivery."""
        asked = self._asked(demand)
        worth = np.zeros(len(demand))
        worth[asked] = self.weights[asked] / np.maximum(final[asked], np.finfo(float).tiny)
        return worth

    def supported(self, prices: Numbers, demand: Numbers) -> Numbers:
        """Return the prices, none of a needed product at zero."""
        asked = self._asked(demand)
        least = np.finfo(float).eps * max(float(np.max(prices, initial=0.0)), np.finfo(float).tiny)
        return np.where(asked, np.maximum(prices, least), prices)

    def surplus(self, prices: Numbers, demand: Numbers) -> float:
        """Return the value less the cost of the deliveries that spend each weight on its product."""
        asked = self._asked(demand)
        weights = self.weights[asked]
        return float(weights @ (np.log(weights / (prices[asked] * demand[asked])) - 1))

    def scale(self, demand: Numbers) -> float:
        """Return the sum of weights: so much is it worth to deliver e times as much of everything."""
        return max(float(self.weights[self._asked(demand)].sum()), np.finfo(float).tiny)

    def _asked(self, demand: Numbers) -> NDArray[np.bool_]:
        return (demand > 0) & (self.weights > 0)
