"""The tables of forcings, recorded policy and recorded economy, as arrays by year."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import numpy as np
import pandas as pd

from ..frame.forcing import FORCINGS, Forcing
from ..frame.state import METAS
from .years import YEARS

Variant = Literal["low", "value", "high"]
Span = Literal["before", "record"]
KINDS = ("record", "derived", "assumption")
REGULATORS = ("regulator_market", "regulator_command", "regulator_democratic")
FREEZE = 1988  # what the record shows after this year may already be the end at work


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a series comes from: kind (record, derived, assumption) and sources, in the order of years."""

    name: str
    kinds: tuple[str, ...]
    sources: tuple[str, ...]


@cache
def table(name: str) -> pd.DataFrame:
    """Return a packaged table as it is kept: forcings, policy or economy_record."""
    with (files("thermidor") / "data" / "forcing" / f"{name}.csv").open(encoding="utf-8") as file:
        return pd.read_csv(file)


@cache
def forcings(variant: Variant = "value") -> Forcing:
    """Return the outside world, leaves of shape (year,).

    ``variant`` takes the low, best or high reading of every assumption at once.
    """
    columns = _columns("forcings", "forcing", variant)
    return Forcing(**{name: columns[name] for name in FORCINGS})  # pyright: ignore[reportArgumentType]


@cache
def policy(span: Span = "before") -> dict[str, np.ndarray]:
    """Return recorded policy to drive state signals with, shape (year,), NaN where the model decides.

    ``before``: only the old regime's, before the new state exists. ``record``: all years, to run
    the economy block alone.
    """
    driven = _shared_out(_known(_columns("policy", "signal", "value")))
    if span == "record":
        return driven
    ours = np.asarray(forcings().soviet_power) > 0
    return {name: np.where(ours, np.nan, value) for name, value in driven.items()}


@cache
def economy_record(frozen: bool = True) -> dict[str, np.ndarray]:
    """Return the recorded economy to drive the polity and world blocks alone, shape (year,).

    ``frozen``: after 1988 everything stays as it was, so that the record of the end feeds nothing.
    """
    columns = _known(_columns("economy_record", "signal", "value"))
    last = np.minimum(np.arange(len(YEARS)), YEARS.index(FREEZE))
    return {name: value[last] if frozen else value for name, value in columns.items()}


def origins(name: str = "forcings") -> tuple[Origin, ...]:
    """Return kinds and sources of every series of a table, sorted by name."""
    rows = table(name)
    first = rows.columns[0]
    return tuple(
        Origin(str(key), tuple(dict.fromkeys(one["kind"])), tuple(dict.fromkeys(one["source"])))
        for key, one in rows.groupby(first)
    )


def waiting() -> tuple[str, ...]:
    """Return recorded signals that no field of the state takes up."""
    columns = _columns("policy", "signal", "value") | _columns("economy_record", "signal", "value")
    return tuple(sorted(set(columns) - set(METAS)))


def _columns(name: str, key: str, value: str) -> dict[str, np.ndarray]:
    wide = table(name).pivot(index="year", columns=key, values=value).reindex(list(YEARS))
    return {str(column): wide[column].to_numpy(float) for column in wide}


def _shared_out(columns: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the columns with the regulators summing to one, which the rounded table misses."""
    whole = sum(columns[name] for name in REGULATORS)
    return columns | {name: columns[name] / whole for name in REGULATORS}


def _known(columns: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {name: value for name, value in columns.items() if name in METAS}
