"""Measures of dated events: when, how long after, and what is said of a table of cases."""

from collections.abc import Callable

import numpy as np

from .view import View

YearMeasure = Callable[[View], np.ndarray]


def date_of(event: str) -> YearMeasure:
    """Return what measures the date of an event, as a year with its fraction."""
    return lambda v: v.event(event)


def years_between(earlier: str, later: str) -> YearMeasure:
    """Return what measures the years from one event to another, negative if they come the other way round."""
    return lambda v: v.event(later) - v.event(earlier)


def estimates_of(table: str, quantity: str) -> YearMeasure:
    """Return what measures all estimates of a quantity in a table: low and high of each of its rows."""

    def read(v: View) -> np.ndarray:
        rows = v.table(table)
        return rows.loc[rows["quantity"] == quantity, ["low", "high"]].to_numpy(float).ravel()

    return read
