"""What a pattern is: a measure, a band, and where the band comes from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from ..measure import FIRST_YEAR, Series

LAST_YEAR = 1999


@dataclass(frozen=True, slots=True)
class Run:
    """The fields of a run, read by name as yearly series."""

    fields: Mapping[str, np.ndarray]

    def __getitem__(self, name: str) -> Series:
        """Return a scalar field as a series."""
        return Series(self.fields[name])

    def sector(self, name: str, sector: int) -> Series:
        """Return one sector of a field as a series."""
        return Series(self.fields[name][:, :, sector])

    def per_head(self, name: str) -> Series:
        """Return a field over population."""
        return Series(self.fields[name] / self.fields["population"])


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
