"""What the record says of the headline numbers: every combination of its estimates, by one measure each."""

from collections.abc import Mapping
from functools import cache
from typing import Any, cast

import numpy as np

from ..claims.history import Measure, asked, packaged, read
from ..claims.view import View
from ..lab.score import EVENTS
from ..outside import YEARS

INCOME = "gdp-per-head-ussr"
FAMINES = ("famine-1921-22", "famine-1932-33", "famine-1946-47")
END = "soviet-regime-ends"


def _famine(view: View) -> np.ndarray:
    """Return deaths of the recorded famines together; each is recorded once, for its whole length."""
    return sum((view.series(name).peak(YEARS[0], YEARS[-1]) for name in FAMINES), np.zeros(1))


MEASURES: Mapping[str, Measure] = {
    "income-1939": lambda view: view.series(INCOME).at(1939),
    "income-1989": lambda view: view.series(INCOME).at(1989),
    "famine": _famine,
    "democracy-lost": cast(Measure, EVENTS["soviet democracy lost"]),  # reads a run and the record alike
    "ended": lambda view: np.floor(view.event(END)),
}


@cache
def recorded() -> dict[str, dict[str, Any]]:
    """Return low, value, high and the names of the estimates of each headline that is recorded, by id."""
    return {name: _told(measure) for name, measure in MEASURES.items()}


def _told(measure: Measure) -> dict[str, Any]:
    values = read(measure, packaged())
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    names = [name.removeprefix("series ").removeprefix("event ") for name in asked(measure, packaged())]
    return {"low": low, "value": float(values[0]), "high": high, "of": names}
