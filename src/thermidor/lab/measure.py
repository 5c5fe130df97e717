"""Measures of a run: each turns yearly values of shape (draw, year) into one number per draw.

The same measures are applied to the record, as a single draw with gaps (NaN).
"""

import math
from dataclasses import dataclass

import numpy as np

FIRST_YEAR = 1913


@dataclass(frozen=True, slots=True)
class Series:
    """Yearly values of shape (draw, year) from 1913 on."""

    values: np.ndarray

    def at(self, year: int) -> np.ndarray:
        """Return the value of a year, per draw."""
        return self.values[:, year - FIRST_YEAR]

    def between(self, first: int, last: int) -> np.ndarray:
        """Return the values of the years from ``first`` to ``last``, both included."""
        return self.values[:, first - FIRST_YEAR : last - FIRST_YEAR + 1]

    def mean(self, first: int, last: int) -> np.ndarray:
        """Return the mean over years."""
        return np.nanmean(self.between(first, last), axis=1)

    def total(self, first: int, last: int) -> np.ndarray:
        """Return the sum over years."""
        return np.nansum(self.between(first, last), axis=1)

    def peak(self, first: int, last: int) -> np.ndarray:
        """Return the greatest value in a span of years."""
        return np.nanmax(self.between(first, last), axis=1)

    def trough(self, first: int, last: int) -> np.ndarray:
        """Return the least value in a span of years."""
        return np.nanmin(self.between(first, last), axis=1)

    def peak_year(self, first: int, last: int) -> np.ndarray:
        """Return the year of the greatest value in a span of years."""
        return first + np.nanargmax(self.between(first, last), axis=1)

    def ratio(self, year: int, base: int) -> np.ndarray:
        """Return the value of a year over that of a base year."""
        return self.at(year) / self.at(base)

    def growth(self, first: int, last: int) -> np.ndarray:
        """Return mean growth between two years, per cent a year (logarithmic)."""
        return 100 * np.log(self.ratio(last, first)) / (last - first)

    def first_above(self, threshold: float, start: int = FIRST_YEAR) -> np.ndarray:
        """Return the first year at or above a threshold from ``start`` on; NaN if never."""
        return _first(self.values[:, start - FIRST_YEAR :] >= threshold, start)

    def first_below(self, threshold: float, start: int = FIRST_YEAR) -> np.ndarray:
        """Return the first year below a threshold from ``start`` on; NaN if never."""
        return _first(self.values[:, start - FIRST_YEAR :] < threshold, start)


def _first(met: np.ndarray, start: int) -> np.ndarray:
    years = np.where(met.any(axis=1), start + met.argmax(axis=1), np.nan)
    return years.astype(float)


def interval(values: np.ndarray, level: float = 0.9) -> tuple[float, float, float]:
    """Return median and the central interval of a level, NaN values left out."""
    known = values[np.isfinite(values)]
    if not len(known):
        return math.nan, math.nan, math.nan
    low, middle, high = np.quantile(known, [(1 - level) / 2, 0.5, (1 + level) / 2])
    return float(middle), float(low), float(high)
