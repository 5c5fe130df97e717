"""Validation of the record: every fault is collected and told with what, where, value and remedy."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd
import pandera.pandas as pa

from .span import YEARS

SHOWN = 50  # a message longer than a screen or two hides its own beginning
ESTIMATES = ["official", "western", "archival", "author", "coded", "unverified"]
QUALITIES = ["good", "fair", "poor", "unrated"]
REMEDIES = {
    "low <= value <= high": "order the three estimates, or correct the misprint in tools/record/drops.csv",
    "year_end not before year": "exchange first and last year of the period",
    "unverified is never scored": "set scored to false; an unverified figure must be read on a page first",
    "one row per series and period": "merge the variants into low and high, or give them their own series",
    "one entity per series": "make one series per territory; never chain two",
    "known source": "add the key to tools/record/macro_sources.csv or correct it",
    "known variable": "use an id of data/canon/variables.csv",
    "known series": "add the series to the catalogue or correct its id",
    "unit not blank": "state the unit",
    "entity not blank": "name the territory or group",
    "finite": "give a number; leave out a row that has none",
}


@dataclass(frozen=True)
class Fault:
    """One fault of one row: the rule it breaks, where, with what value, and what to do."""

    table: str
    rule: str
    where: str
    value: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.table}: {self.rule}: {self.where}: {self.value}; remedy: {self.remedy}"


class InvalidRecord(ValueError):
    """The record breaks its schema; `faults` holds every one of them."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        more = f"\n... and {len(faults) - SHOWN} more" if len(faults) > SHOWN else ""
        super().__init__(f"{len(faults)} faults\n" + "\n".join(map(str, faults[:SHOWN])) + more)


def _filled(column: str) -> pa.Check:
    return pa.Check(lambda s: s.str.strip() != "", name=f"{column} not blank")


def _finite() -> pa.Check:
    return pa.Check(lambda s: s.abs() < float("inf"), name="finite")


def _ordered(table: pd.DataFrame) -> pd.Series:
    return (table["low"] <= table["value"]) & (table["value"] <= table["high"])


def record_schema(source_keys: Iterable[str], series_ids: Iterable[str]) -> pa.DataFrameSchema:
    """Return the schema of record.csv, given the known source keys and series ids."""
    keys, ids = set(source_keys), set(series_ids)
    year = pa.Check.in_range(*YEARS)
    number = {side: pa.Column(float, _finite()) for side in ("low", "value", "high")}
    return pa.DataFrameSchema(
        {
            "series": pa.Column(str, pa.Check(lambda s: s.isin(ids), name="known series")),
            "entity": pa.Column(str, _filled("entity")),
            "year": pa.Column(int, year),
            "year_end": pa.Column(int, year),
            **number,
            "unit": pa.Column(str, _filled("unit")),
            "estimate_of": pa.Column(str, pa.Check.isin(ESTIMATES)),
            "quality": pa.Column(str, pa.Check.isin(QUALITIES)),
            "scored": pa.Column(bool),
            "source": pa.Column(
                str, pa.Check(lambda s: s.map(lambda k: set(k.split(";")) <= keys), name="known source")
            ),
        },
        checks=[
            pa.Check(_ordered, name="low <= value <= high"),
            pa.Check(lambda t: t["year"] <= t["year_end"], name="year_end not before year"),
            pa.Check(
                lambda t: ~(t["scored"] & (t["estimate_of"] == "unverified")),
                name="unverified is never scored",
            ),
            pa.Check(
                lambda t: ~t.duplicated(["series", "year", "year_end"], keep=False),
                name="one row per series and period",
            ),
            pa.Check(
                lambda t: t.groupby("series")["entity"].transform("nunique") == 1,
                name="one entity per series",
            ),
        ],
        strict=True,
    )


def variable_schema(variable_ids: Iterable[str]) -> pa.DataFrameSchema:
    """Return the schema of any table with a column `variable`: every id is one of the canon, or blank."""
    known = {"", *variable_ids}
    return pa.DataFrameSchema(
        {"variable": pa.Column(str, pa.Check(lambda s: s.isin(known), name="known variable"))}
    )


def faults(
    table: pd.DataFrame, schema: pa.DataFrameSchema, name: str, label: Callable[[pd.Series], str]
) -> list[Fault]:
    """Return every fault of a table; `label` tells where a row is."""
    try:
        schema.validate(table, lazy=True)
    except pa.errors.SchemaErrors as found:
        cases = found.failure_cases.drop_duplicates(["check", "index"])
        return [_fault(case, table, name, label) for case in cases.to_dict("records")]
    return []


def _fault(case: dict, table: pd.DataFrame, name: str, label: Callable[[pd.Series], str]) -> Fault:
    rule, column = str(case["check"]), case["column"]
    row = None if pd.isna(case["index"]) else table.loc[int(case["index"])]
    where = "whole table" if row is None else label(row)
    return Fault(
        name, rule, where, _value(case, row), REMEDIES.get(rule, f"see {column} in datapackage.json")
    )


def _value(case: dict, row: pd.Series | None) -> str:
    if case["schema_context"] == "Column" or row is None:
        return f"{case['column']} is {case['failure_case']!r}"
    shown = ("year", "year_end", "low", "value", "high", "estimate_of", "scored", "entity")
    return ", ".join(f"{c} {row[c]}" for c in shown if c in row.index)


def check(
    record: pd.DataFrame,
    catalogue: pd.DataFrame,
    observations: pd.DataFrame,
    events: pd.DataFrame,
    sources: pd.DataFrame,
    variables: pd.DataFrame,
) -> None:
    """Raise InvalidRecord with all faults of all tables, if there are any."""
    ids = variable_schema(variables["id"])
    found = faults(record, record_schema(sources["source"], catalogue["series"]), "record", _row_name)
    for table, name, key in (
        (catalogue, "series", "series"),
        (observations, "observations", "id"),
        (events, "events", "event"),
    ):
        found += faults(table, ids, name, lambda row, k=key: str(row[k]))
    if found:
        raise InvalidRecord(found)


def _row_name(row: pd.Series) -> str:
    return f"{row['series']} {row['year']}"
