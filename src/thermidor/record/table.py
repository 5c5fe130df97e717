"""The packaged tables, read once and handed out as copies."""

from functools import cache
from pathlib import Path

import pandas as pd

from ..errors import unknown

FOLDER = Path(__file__).parents[1] / "data" / "record"
CANON = FOLDER.parent / "canon"
HELD_AGAINST_A_VARIABLE = ("observation", "rival", "coded", "source")


@cache
def _table(name: str, folder: Path = FOLDER) -> pd.DataFrame:
    text = {
        "keep_default_na": False,
        "na_values": {c: [""] for c in ("low", "value", "high", "value_at_most")},
    }
    return pd.read_csv(folder / f"{name}.csv", **text)


def load() -> pd.DataFrame:
    """Return the whole record: one row per series and period, with low, value, high, unit and source keys."""
    return _table("record").copy()


def catalogue() -> pd.DataFrame:
    """Return one row per series: role, canon variable, entity, unit, first and last year, use."""
    return _table("series").copy()


def observations() -> pd.DataFrame:
    """Return one row per observation: variable, unit, transformation in words, quality, use, caveat."""
    return _table("observations").copy()


def events() -> pd.DataFrame:
    """Return the dated events and windows; `scored` is False for those no file was read for."""
    return _table("events").copy()


def sources() -> pd.DataFrame:
    """Return one row per source key: citation, address, licence."""
    return _table("sources").copy()


def variables() -> pd.DataFrame:
    """Return the variables of the canon: id, block, unit, meaning."""
    return _table("variables", CANON).copy()


def dropped() -> pd.DataFrame:
    """Return the suspect spots left out of the record, with the reason."""
    return _table("dropped").copy()


def series(name: str) -> pd.DataFrame:
    """Return the rows of one series by year, or raise ThermidorError with near names."""
    rows = _table("record")
    return rows[rows["series"] == find(name)].reset_index(drop=True)


def find(name: str) -> str:
    """Return the id of a series as the record spells it, or raise ThermidorError with near names."""
    return _known(name, "series", tuple(_table("series")["series"]))


def for_variable(name: str) -> pd.DataFrame:
    """Return all rows a canon variable can be held against, with the role and use of their series.

    Raises ThermidorError with near names if the canon has no such variable; one without record gives no rows.
    """
    variable = _known(name, "variable", tuple(_table("variables", CANON)["id"]))
    about = _table("series")
    about = about[(about["variable"] == variable) & about["role"].isin(HELD_AGAINST_A_VARIABLE)]
    return _table("record").merge(about[["series", "role", "use", "observation"]], on="series")


def observation(name: str) -> pd.Series:
    """Return what the record says of one observation, or raise ThermidorError with near names."""
    table = _table("observations")
    return table[table["id"] == _known(name, "observation", tuple(table["id"]))].iloc[0]


def _known(name: str, kind: str, names: tuple[str, ...]) -> str:
    if name in names:
        return name
    lower = {n.lower(): n for n in names}
    if name.lower() in lower:
        return lower[name.lower()]
    raise unknown(kind, "record", name, names, "thermidor record")
