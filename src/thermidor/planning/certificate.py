"""What proves how good a plan is: no plan is made without one."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class ResidualBound:
    """Bound how far the planned outputs are from those that would balance exactly.

    ``residual`` is the sum of imbalances (demand plus inputs less output, without sign) over final demand,
    both valued at prices at which every recipe leaves something over; ``bound`` bounds the errors of
    outputs over the outputs, each valued at what its recipe leaves over.
    """

    residual: float
    bound: float

    @property
    def gap(self) -> float:
        """Return the proven relative error."""
        return self.bound

    def __str__(self) -> str:
        return (
            f"imbalance {self.residual:.2g} of final demand; outputs within {self.bound:.2g} of exact balance"
        )


@dataclass(frozen=True, slots=True)
class DualityGap:
    """Bound how far the plan is from the best one that the reports allow.

    ``value`` is what the plan is worth by the aim; ``best`` a bound above on every plan's worth, given by
    prices; ``violation`` the greatest relative overuse of a product, resource or capacity that the plan
    asks for; ``scale`` the worth that shortfalls are measured by at least (:meth:`.aim.Aim.scale`).
    """

    value: float
    best: float
    violation: float
    scale: float = 1.0

    @property
    def gap(self) -> float:
        """Return the proven shortfall from the best, relative to it."""
        return shortfall(self.best, self.value, self.scale)

    def __str__(self) -> str:
        return (
            f"worth {self.value:.6g}, no plan above {self.best:.6g}; limits kept within {self.violation:.2g}"
        )


def shortfall(best: float, value: float, scale: float) -> float:
    """Return how far a value is below the best, over the best or over the scale, whichever is greater.

    >>> shortfall(2e-9, 1e-9, 1e-12), shortfall(np.inf, 1.0, 1.0)
    (0.5, inf)
    """
    return max(best - value, 0.0) / max(abs(best), scale) if np.isfinite(best) else np.inf


Certificate = ResidualBound | DualityGap
