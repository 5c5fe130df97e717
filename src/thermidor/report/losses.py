"""Deaths by famine, war and repression: totals of the runs over spans of years, with their range."""

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from ..claims.series import interval
from ..claims.view import Run
from ..lab.ensemble import Frames
from ..record import events
from .look import Look
from .number import DASH, number, spread
from .table import table

CAUSES = {
    "famine": "starved",
    "war and epidemic above normal": "killed",
    "execution, and camps and exile above normal": "executed",
}
SPANS = ((1918, 1922), (1930, 1934), (1935, 1940), (1941, 1945), (1946, 1953), (1954, 1991))


def losses(runs: Mapping[str, Frames], looks: Mapping[str, Look]) -> str:
    """Return the table of deaths, millions: recorded famines first, then every cause by spans of years."""
    shorts = [looks[theory].short for theory in runs]
    caption = "Deaths in the runs, million persons: median (central 90 % of draws); the record with its range"
    return table(caption, ["cause and years", *shorts, "record"], [*_famines(runs), *_causes(runs)])


def recorded() -> pd.DataFrame:
    """Return the famines of which the record has an estimate of deaths."""
    rows = events()
    return rows[(rows["variable"] == "famine_deaths") & rows["value"].notna()]


def _famines(runs: Mapping[str, Frames]) -> Iterator[list[str]]:
    for row in recorded().itertuples():
        first, last = int(row.year_from), int(row.year_to)
        totals = [_total(_yearly(fields, "starved", first, last)) for fields in runs.values()]
        yield [f"recorded famine, {first} to {last}", *totals, _range(row.low, row.value, row.high)]


def _causes(runs: Mapping[str, Frames]) -> Iterator[list[str]]:
    for cause, name in CAUSES.items():
        for first, last in SPANS:
            totals = [_yearly(fields, name, first, last) for fields in runs.values()]
            if any(np.nanmax(one) > 0 for one in totals):
                yield [f"{cause}, {first} to {last}", *map(_total, totals), DASH]


def _yearly(fields: Frames, name: str, first: int, last: int) -> np.ndarray:
    return Run(fields)[name].total(first, last)


def _total(totals: np.ndarray) -> str:
    return spread(*(_rounded(one) for one in interval(totals)))


def _rounded(millions: float) -> float:
    """No estimate of deaths is known to more than hundreds of thousands, small ones to tens of thousands."""
    return round(millions, 1 if millions >= 1 else 2)


def _range(low: float, value: float, high: float) -> str:
    return number(value) if low == high else spread(value, low, high)
