"""What could be looked up: the canon's variables by year and span, how finely, and what is spent already.

A reading of a measured quantity is off by a share of its size, one of a coded index by an amount; where the
laboratory scores a series, its own error stands. Values are compared as asinh(x / floor): relative far from
nought, absolute near it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from .. import record
from ..claims.series import FIRST_YEAR
from ..frame.derived import DERIVED
from .ensemble import Frames
from .observe import OBSERVED

BEGIN, END = 1918, 1991  # the years of the state whose archive is asked
SPAN = 5  # years of a mean
RELATIVE = {"good": 0.10, "fair": 0.20, "poor": 0.35}  # error of a figure, as a share of it (assumption)
ABSOLUTE = {"good": 0.10, "fair": 0.15, "poor": 0.25}  # error of a coded index (as the codings scored)
FLOOR = 0.1  # of the greatest usual size of a variable: below it a reading is no finer
ARCHIVE, CODED = "archive", "coded"
HAZARDS = ("revolt_hazard", "restoration_hazard", "coup_hazard")  # a chance a year is no observable
BY_JUDGEMENT = ("regulator_market", "regulator_command", "regulator_democratic", "money_role")
UNFOUND, POOR, SPENT = "unfound", "recorded badly", "spent"
ROLES = ("observation", "rival", "coded")


@dataclass(frozen=True, slots=True)
class Observable:
    """A canon variable as something to be read: ``kind`` archive (a figure) or coded (an index).

    ``error``: of a reading, in the variable's unit if ``absolute``, else as a share of the figure.
    """

    id: str
    meaning: str
    unit: str
    kind: str
    error: float
    absolute: bool


@dataclass(frozen=True, slots=True)
class Datum:
    """The mean of an observable over years, both ends included."""

    first: int
    last: int

    @property
    def years(self) -> str:
        """Return the years as a reader writes them."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


DATA: tuple[Datum, ...] = (
    *(Datum(year, year) for year in range(BEGIN, END + 1)),
    *(Datum(year, year + SPAN - 1) for year in range(BEGIN, END - SPAN + 2, SPAN)),
)
SPANS: tuple[Datum, ...] = tuple(one for one in DATA if one.first != one.last)


@cache
def observables() -> tuple[Observable, ...]:
    """Return the variables of the canon as observables; hazards are none."""
    about = record.observations()
    found = []
    for row in record.variables().to_dict("records"):
        if row["id"] in HAZARDS:
            continue
        own = about[about["variable"] == row["id"]]
        index = row["unit"].startswith(("index 0-1", "index -1"))
        kind = CODED if index or row["id"] in BY_JUDGEMENT else ARCHIVE
        error, absolute = _error(kind, {*own["id"], f"coded.{row['id']}"}, set(own["quality"]))
        found.append(Observable(row["id"], row["meaning"], row["unit"], kind, error, absolute))
    return tuple(found)


def _error(kind: str, series: set[str], qualities: set[str]) -> tuple[float, bool]:
    """Return the error of a reading: that of the closest series scored, else by quality of what is known."""
    scored = [one for one in OBSERVED if one.series in series and not (kind == CODED and not one.absolute)]
    if scored:
        closest = min(scored, key=lambda one: (one.absolute, one.error))
        return closest.error, closest.absolute
    quality = "good" if qualities == {"good"} else "fair"
    return (ABSOLUTE if kind == CODED else RELATIVE)[quality], kind == CODED


def arrays(fields: Frames) -> dict[str, np.ndarray]:
    """Return the canon's variables of a run, (draw, year)."""
    return {
        one.id: np.asarray(DERIVED[one.id].compute(fields) if one.id in DERIVED else fields[one.id], float)
        for one in observables()
    }


def means(values: np.ndarray, data: tuple[Datum, ...]) -> np.ndarray:
    """Return the mean over the years of each datum; ``values`` (..., year) to (..., datum)."""
    ends = np.concatenate([np.zeros((*values.shape[:-1], 1)), np.cumsum(values, axis=-1)], axis=-1)
    first = np.array([one.first - FIRST_YEAR for one in data])
    last = np.array([one.last - FIRST_YEAR + 1 for one in data])
    return (ends[..., last] - ends[..., first]) / (last - first)


def scale(one: Observable, values: np.ndarray) -> tuple[np.ndarray, float]:
    """Return values as they are compared, and the error of a reading on that scale.

    ``values``: (theory, draw, datum). What is read to an amount stays as it is; a figure is taken as
    asinh(x / floor).
    """
    if one.absolute:
        return values, one.error
    usual = float(np.median(np.abs(values), axis=(0, 1)).max()) or float(np.abs(values).mean())
    return np.arcsinh(values / (FLOOR * usual)) if usual else values, one.error


@cache
def held(variable: str) -> Mapping[int, str]:
    """Return what the record holds of a variable by year: spent, or recorded badly; nothing if unfound."""
    rows = record.for_variable(variable)
    rows = rows[rows["role"].isin(ROLES)]
    found: dict[int, str] = {}
    for row in rows.to_dict("records"):
        last = row["year_end"] if pd.notna(row["year_end"]) else row["year"]
        for year in range(int(row["year"]), int(last) + 1):
            if found.get(year) != SPENT:
                found[year] = POOR if _bad(row) else SPENT
    return found


def _bad(row: Mapping) -> bool:
    """Return whether a row is of poor quality, or its range is wider than a poor reading's error."""
    low, value, high = (float(row[c]) for c in ("low", "value", "high"))
    if row["quality"] == "poor" or not np.isfinite([low, high]).all():
        return True
    coded = row["role"] == "coded"
    half = (high - low) / 2
    return half > ABSOLUTE["poor"] if coded else half > RELATIVE["poor"] * max(abs(value), 1e-9)


def status(datum: Datum, known: Mapping[int, str]) -> str:
    """Return whether a datum is spent: the record holds a year of it, well or badly, or none."""
    years = [known.get(year, UNFOUND) for year in range(datum.first, datum.last + 1)]
    return SPENT if SPENT in years else POOR if POOR in years else UNFOUND
