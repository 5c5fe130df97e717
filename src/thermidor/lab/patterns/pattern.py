"""What a pattern is: a measure, a band, and where the band comes from."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ...claims.series import FIRST_YEAR, LAST_YEAR
from ...claims.view import Run


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern: it is met in a draw if the measure lies within the band (ends included).

    ``known_by``: the year by which the record shows it; a fit frozen earlier does not see it.
    """

    id: str
    meaning: str
    measure: Callable[[Run], np.ndarray]
    low: float
    high: float
    source: str
    known_by: int

    @property
    def is_year(self) -> bool:
        """Return whether the measure is the year of an event."""
        return self.low > FIRST_YEAR and self.high <= LAST_YEAR

    def values(self, run: Run) -> np.ndarray:
        """Return the measure per draw."""
        return np.asarray(self.measure(run), float)

    def met(self, run: Run) -> np.ndarray:
        """Return per draw whether the pattern is met; an event that never comes is not met."""
        values = self.values(run)
        return (values >= self.low) & (values <= self.high)


def share(pattern: Pattern, run: Run) -> float:
    """Return the share of draws that meet the pattern."""
    return float(pattern.met(run).mean())
