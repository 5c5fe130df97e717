"""The record as a view: every combination of the estimates a measure asks for is one row."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd

from .. import record
from ..record.span import YEARS  # not from the schema, whose library takes a third of a second to import
from .quantities import RECORDED, Recorded
from .series import Series
from .view import Missing, View

FOLDER = Path(__file__).parents[1] / "data" / "claims"
FIRST, LAST = YEARS
REFERENCE = "reference"  # how a row says that its source was cited and not opened
MOST_ROWS = 1000  # four quantities with five estimates each; beyond that a claim asks too much at once

Measure = Callable[[View], np.ndarray]


@dataclass(frozen=True)
class Sourcebook:
    """All that the record holds: series by id, events by id, tables by name, quantities by their series."""

    series: Mapping[str, pd.DataFrame]
    events: pd.DataFrame
    tables: Mapping[str, pd.DataFrame]
    recorded: Mapping[str, tuple[Recorded, ...]] = field(default_factory=lambda: RECORDED)


@cache
def packaged() -> Sourcebook:
    """Return the record that ships with the software; unverified figures are left out."""
    rows = record.load()
    rows = rows[rows["estimate_of"] != "unverified"]
    series = {str(name): part for name, part in rows.groupby("series")}
    tables = {path.stem: pd.read_csv(path) for path in sorted(FOLDER.glob("tables/*.csv"))}
    events = [
        pd.read_csv(path, dtype=str, keep_default_na=False) for path in sorted(FOLDER.glob("events/*.csv"))
    ]
    return Sourcebook(series, pd.concat(events, ignore_index=True), tables)


def read(measure: Measure, book: Sourcebook) -> np.ndarray:
    """Return a measure of the record, one number per reading. Raises Missing for what is not recorded."""
    return measure(_Readings(book, _combined(asked(measure, book))))


def asked(measure: Measure, book: Sourcebook) -> dict[str, np.ndarray]:
    """Return what a measure asks of the record, with all estimates: events are named 'event ...'."""
    return _probed(measure, book).seen


def unopened(measure: Measure, book: Sourcebook) -> tuple[str, ...]:
    """Return the events and tables read by a measure that hold figures cited from works not opened here."""
    probe = _probed(measure, book)
    events = book.events[book.events["checked"] == REFERENCE]["event"]
    tables = [name for name in probe.tables if REFERENCE in set(book.tables[name].get("checked", ()))]
    return (*(name for name in probe.seen if name.removeprefix("event ") in set(events)), *tables)


def _probed(measure: Measure, book: Sourcebook) -> "_Probe":
    probe = _Probe(book)
    measure(probe)
    return probe


def _combined(seen: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the estimates of every name, repeated so that each row is another combination."""
    rows = list(product(*(range(len(one)) for one in seen.values())))
    if len(rows) > MOST_ROWS:
        raise ValueError(f"{len(rows)} combinations of {', '.join(seen)}; take fewer rival series")
    places = np.array(rows, int).reshape(len(rows), len(seen)).T
    return {name: one[place] for (name, one), place in zip(seen.items(), places, strict=True)}


class _History:
    """What both kinds of reading share: names are looked up, values come from ``_rows``."""

    def __init__(self, book: Sourcebook) -> None:
        self.book = book

    def __getitem__(self, name: str) -> Series:
        return Series(self._rows(name), FIRST)

    def sector(self, name: str, sector: int) -> Series:
        return Series(self._rows(f"{name}[{sector}]"), FIRST)

    def series(self, name: str) -> Series:
        return Series(self._rows(f"series {name}"), FIRST)

    def event(self, name: str) -> np.ndarray:
        return self._rows(f"event {name}")[:, 0]

    def table(self, name: str) -> pd.DataFrame:
        if name not in self.book.tables:
            raise Missing(f"the record has no table {name}")
        return self.book.tables[name]

    def _rows(self, name: str) -> np.ndarray:
        raise NotImplementedError


class _Probe(_History):
    """Hands out every estimate of the name asked for, and remembers the name."""

    def __init__(self, book: Sourcebook) -> None:
        super().__init__(book)
        self.seen: dict[str, np.ndarray] = {}
        self.tables: list[str] = []

    def table(self, name: str) -> pd.DataFrame:
        self.tables.append(name)
        return super().table(name)

    def _rows(self, name: str) -> np.ndarray:
        self.seen[name] = estimates(name, self.book)
        return self.seen[name][:1]


class _Readings(_History):
    """Hands out the rows made ready."""

    def __init__(self, book: Sourcebook, rows: Mapping[str, np.ndarray]) -> None:
        super().__init__(book)
        self.rows = rows

    def _rows(self, name: str) -> np.ndarray:
        return self.rows[name]


def estimates(name: str, book: Sourcebook) -> np.ndarray:
    """Return all estimates of a name, shape (estimate, year), or (estimate, 1) for an event."""
    if name.startswith("event "):
        return dates(name.removeprefix("event "), book.events)
    if name.startswith("series "):
        series = (Recorded(name.removeprefix("series ")),)
    elif name in book.recorded:
        series = book.recorded[name]
    else:
        raise Missing(f"no recorded series for {name}")
    return np.concatenate([_ends(one, book) for one in series])


def _ends(one: Recorded, book: Sourcebook) -> np.ndarray:
    """Return a series at its low, middle and high end; once where the three are the same."""
    if one.series not in book.series:
        raise Missing(f"the record has no series {one.series}")
    ends = np.full((3, LAST - FIRST + 1), np.nan)
    for row in book.series[one.series].itertuples():
        span = slice(max(row.year, FIRST) - FIRST, min(row.year_end, LAST) - FIRST + 1)
        ends[:, span] = np.array([[row.value], [row.low], [row.high]]) * one.factor
    return np.array(list(_distinct(ends)))


def _distinct(ends: np.ndarray) -> Iterator[np.ndarray]:
    yield ends[0]
    yield from (end for end in ends[1:] if not np.array_equal(end, ends[0], equal_nan=True))


def dates(name: str, events: pd.DataFrame) -> np.ndarray:
    """Return the date of an event as years with their fraction: one row, or first and last if uncertain."""
    found = events[events["event"] == name]
    if found.empty:
        raise Missing(f"the record has no event {name}")
    row = found.iloc[0]
    last = row["latest"] or row["date"]
    return np.array([[when] for when in dict.fromkeys((decimal(row["date"]), decimal(last)))])


def decimal(date: str) -> float:
    """Return an ISO date (year, year-month or year-month-day) as a year with its fraction.

    >>> decimal("1939-08-23")
    1939.641
    """
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    passed = (pd.Timestamp(year, month, day) - pd.Timestamp(year, 1, 1)).days
    return round(year + passed / (366 if pd.Timestamp(year, 1, 1).is_leap_year else 365), 3)
