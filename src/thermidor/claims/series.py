"""Yearly values and the measures taken of them, the same for runs and for the record.

A row is a draw of a run, or one reading of the record: an estimate at its low, middle or high end, with
gaps (NaN) where nothing is known. A measure gives one number per row, NaN where it cannot be taken.
"""

import math
import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

FIRST_YEAR = 1913
LAST_YEAR = 1999


@dataclass(frozen=True, slots=True)
class Series:
    """Yearly values of shape (row, year) from the year ``first`` on."""

    values: np.ndarray
    first: int = FIRST_YEAR

    @property
    def years(self) -> np.ndarray:
        """Return the years of the columns."""
        return np.arange(self.first, self.first + self.values.shape[1])

    def at(self, year: int) -> np.ndarray:
        """Return the value of a year, per row; raises IndexError for a year outside the series."""
        return self.values[:, self._column(year)]

    def between(self, first: int, last: int) -> np.ndarray:
        """Return the values of the years from ``first`` to ``last``, both included."""
        return self.values[:, self._column(first) : self._column(last) + 1]

    def mean(self, first: int, last: int) -> np.ndarray:
        """Return the mean over years."""
        return _known(np.nanmean, self.between(first, last))

    def total(self, first: int, last: int) -> np.ndarray:
        """Return the sum over years; NaN if none of them is known."""
        span = self.between(first, last)
        return np.where(np.isfinite(span).any(axis=1), np.nansum(span, axis=1), np.nan)

    def peak(self, first: int, last: int) -> np.ndarray:
        """Return the greatest value in a span of years."""
        return _known(np.nanmax, self.between(first, last))

    def trough(self, first: int, last: int) -> np.ndarray:
        """Return the least value in a span of years."""
        return _known(np.nanmin, self.between(first, last))

    def peak_year(self, first: int, last: int) -> np.ndarray:
        """Return the year of the greatest value in a span of years."""
        span = self.between(first, last)
        place = np.nanargmax(np.where(np.isfinite(span), span, -np.inf), axis=1)
        return np.where(np.isfinite(span).any(axis=1), first + place, np.nan)

    def ratio(self, year: int, base: int) -> np.ndarray:
        """Return the value of a year over that of a base year."""
        return self.at(year) / self.at(base)

    def change(self, year: int, base: int) -> np.ndarray:
        """Return the value of a year less that of a base year."""
        return self.at(year) - self.at(base)

    def growth(self, first: int, last: int) -> np.ndarray:
        """Return mean growth between two years, per cent a year (log); without end where one is nought."""
        with np.errstate(divide="ignore", invalid="ignore"):  # a run may lose all of something
            return 100 * np.log(self.ratio(last, first)) / (last - first)

    def first_above(self, threshold: float, start: int = FIRST_YEAR) -> np.ndarray:
        """Return the first year at or above a threshold from ``start`` on; NaN if never."""
        return self._first(lambda span: span >= threshold, start)

    def first_below(self, threshold: float, start: int = FIRST_YEAR) -> np.ndarray:
        """Return the first year below a threshold from ``start`` on; NaN if never."""
        return self._first(lambda span: span < threshold, start)

    def over(self, other: "Series") -> "Series":
        """Return the yearly ratio to another series over the same years."""
        return Series(self.values / other.values, self.first)

    def _first(self, met: Callable[[np.ndarray], np.ndarray], start: int) -> np.ndarray:
        found = met(self.values[:, self._column(start) :])
        years = np.where(found.any(axis=1), start + found.argmax(axis=1), np.nan)
        return years.astype(float)

    def _column(self, year: int) -> int:
        column = year - self.first
        if not 0 <= column < self.values.shape[1]:
            raise IndexError(f"{year} is outside {self.first}-{self.first + self.values.shape[1] - 1}")
        return column


def interval(values: np.ndarray, level: float = 0.9) -> tuple[float, float, float]:
    """Return median and the central interval of a level, NaN values left out."""
    known = values[np.isfinite(values)]
    if not len(known):
        return math.nan, math.nan, math.nan
    low, middle, high = np.quantile(known, [(1 - level) / 2, 0.5, (1 + level) / 2])
    return float(middle), float(low), float(high)


def _known(measure: Callable[..., np.ndarray], span: np.ndarray) -> np.ndarray:
    with warnings.catch_warnings():  # a row without one known year is NaN: an answer, not a fault
        warnings.simplefilter("ignore", RuntimeWarning)
        return measure(span, axis=1)
