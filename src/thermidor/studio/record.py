"""The record: catalogue, single series with sources and rival estimates, and CSV that no spreadsheet runs."""

import csv
import io
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from ..record import catalogue, find, series, show, variables
from .reply import plain

RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


@cache
def listing() -> dict[str, Any]:
    """Return every series, and what its variables mean."""
    return plain({"series": catalogue().to_dict("records"), "variables": variables().to_dict("records")})


def one(name: str) -> dict[str, Any]:
    """Return a series with its rows, sources, and the series of the same variable."""
    found = show.as_json(name)
    known = catalogue()
    same = known[(known["variable"] == found["about"]["variable"]) & (known["series"] != found["series"])]
    return {**found, "rivals": same["series"].tolist()}


def as_csv(name: str) -> str:
    """Return a series as CSV, with its licence and source keys."""
    rows = series(find(name))
    return write_csv(list(rows.columns), rows.itertuples(index=False))


def write_csv(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Return rows as CSV; texts that a spreadsheet would run as formulas are made texts."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([harmless(name) for name in columns])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def harmless(cell: object) -> object:
    """Return a cell that a spreadsheet shows and does not run; numbers stay numbers.

    >>> harmless("=1+1"), harmless(-1.5), harmless(float("nan")), harmless("gdp")
    ("'=1+1", -1.5, '', 'gdp')
    """
    if isinstance(cell, str):
        return (
            f"'{cell}"
            if cell.lstrip().startswith(RUNS_AS_FORMULA) or cell.startswith(("\t", "\r", "\n"))
            else cell
        )
    return "" if cell is None or cell != cell else cell
