"""What of the record is known at a freeze: rows dated later, and figures published later, are not."""

import pandas as pd

from .observe import Observed

KNOWN_LATE = {"consumption-growth-1960-82": 1982}  # the year in which a figure dated earlier is known


def is_known(one: Observed, until: int) -> bool:
    """Return whether a series can be read at all: its base year and its publication lie no later."""
    return max(one.base, KNOWN_LATE.get(one.series, 0)) <= until


def known(one: Observed, until: int) -> pd.DataFrame:
    """Return the recorded rows of a series that are known in a year; none, if it cannot be read by then."""
    rows = one.record()
    return rows[rows["year"] <= until] if is_known(one, until) else rows.iloc[:0]
