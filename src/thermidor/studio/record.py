"""The record: catalogue, single series with sources and rival estimates, and CSV that no spreadsheet runs."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import pandas as pd

from ..record import catalogue, find, load, series, show, sources, variables
from .quantities import QUANTITIES
from .reply import plain

CITED = ("citation", "licence")
RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


@cache
def listing() -> dict[str, Any]:
    """Return every series with a name in words, and what its variables mean."""
    rows = [{**row, "name": name(row)} for row in catalogue().to_dict("records")]
    return plain({"series": rows, "variables": variables().to_dict("records")})


def one(series_id: str) -> dict[str, Any]:
    """Return a series with its rows, sources, and the series beside which it can be read.

    ``rivals``: estimates of the same quantity; ``like``: of the same variable, entity and unit with years in
    common, so rivals or parts; ``related``: the others of the same variable.
    """
    found = show.as_json(series_id)
    own, known = {**found["about"], "series": found["series"]}, catalogue()
    same = known[(known["variable"] == own["variable"]) & (known["series"] != found["series"])]
    rival = (same["observation"] == own["observation"]) & (same["observation"] != "")
    overlaps = (same["first"] <= own["last"]) & (same["last"] >= own["first"])
    like = ~rival & overlaps & (same["unit"] == own["unit"]) & (same["entity"] == own["entity"])
    drawable = rival & (same["unit"] == own["unit"])
    groups = {"rivals": drawable, "like": like, "related": ~drawable & ~like}
    named = lambda rows: [{"series": row["series"], "name": name(row)} for row in rows.to_dict("records")]  # noqa: E731
    return {**found, "name": name(own), **{key: named(same[chosen]) for key, chosen in groups.items()}}


def name(row: Mapping[str, Any]) -> str:
    """Return a series in words: its chart's title, else its id or its source's heading spelled out.

    >>> name({"series": "pig-iron", "role": "source", "raw_series": "pig_iron", "entity": "USSR"})
    'Pig iron, USSR'
    """
    if row["series"] in QUANTITIES:
        return f"{QUANTITIES[row['series']].title}, {row['entity']}"
    spelled = row["series"] if row["role"] == "observation" else row["raw_series"] or row["series"]
    words = spelled.replace("__", ", ").replace("_", " ").replace("-", " ").strip()
    return f"{words[:1].upper()}{words[1:]}, {row['entity']}"


def as_csv(series_id: str) -> str:
    """Return a series as CSV; every row has its citation and licence."""
    return _cited(series(find(series_id)))


@cache
def whole() -> str:
    """Return the whole record as CSV, series under series; every row has its citation and licence."""
    return _cited(load())


def _cited(rows: pd.DataFrame) -> str:
    known = sources().set_index("source")
    told = {keys: [_joined(known[what], keys) for what in CITED] for keys in rows["source"].unique()}
    columns = [*rows.columns, *CITED]
    return write_csv(columns, ([*row, *told[row[-1]]] for row in rows.itertuples(index=False, name=None)))


def _joined(known: pd.Series, keys: str) -> str:
    return "; ".join(dict.fromkeys(filter(None, (str(known[key]) for key in keys.split(";")))))


def write_csv(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Return rows as CSV; texts that a spreadsheet would run as formulas are made texts."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([harmless(column) for column in columns])
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
