"""Deaths by famine, war and repression: totals of the runs over spans of years, with their range."""

from collections.abc import Mapping

from ..lab.ensemble import Frames
from ..lab.measure import interval
from ..lab.patterns import Run
from .look import Look
from .number import spread
from .table import table

CAUSES = {
    "famine": "starved",
    "war and epidemic above normal": "killed",
    "execution, and camps and exile above normal": "executed",
}
SPANS = ((1918, 1922), (1930, 1934), (1935, 1940), (1941, 1945), (1946, 1953), (1954, 1991))


def losses(runs: Mapping[str, Frames], looks: Mapping[str, Look]) -> str:
    """Return the table of deaths, millions, median and central 90 % of draws."""
    rows = [
        [f"{cause}, {first} to {last}", *(_total(fields, name, first, last) for fields in runs.values())]
        for cause, name in CAUSES.items()
        for first, last in SPANS
    ]
    columns = ["cause and years", *(looks[theory].short for theory in runs)]
    return table("Deaths in the runs, million persons: median (central 90 % of draws)", columns, rows)


def _total(fields: Frames, name: str, first: int, last: int) -> str:
    return spread(*interval(Run(fields)[name].total(first, last)))
