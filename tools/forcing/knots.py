"""Hand tables: a few years named, the years between them filled by one of four rules."""

from pathlib import Path

import numpy as np
import pandas as pd

YEARS = np.arange(1913, 2000)
FILE = Path(__file__).with_name("knots.csv")
COLUMNS = ["name", "year", "low", "value", "high", "kind", "source"]


def read_knots(table: str) -> pd.DataFrame:
    """Return the rows of one hand table: name, rule, kind, spread, source, points."""
    rows = pd.read_csv(FILE, keep_default_na=False)
    return rows[rows["table"] == table].drop(columns="table")


def filled(table: str) -> pd.DataFrame:
    """Return every series of a hand table, year by year; a later row overwrites the years it names."""
    tables = [_series(row) for row in read_knots(table).to_dict("records")]
    return pd.concat(tables).drop_duplicates(["name", "year"], keep="last").reset_index(drop=True)


def values(table: str, name: str) -> np.ndarray:
    """Return one series of a hand table, shape (year,)."""
    rows = filled(table)
    return rows[rows["name"] == name].sort_values("year")["value"].to_numpy()


def _series(row: dict) -> pd.DataFrame:
    years, heights = _points(row["points"])
    between, value = RULES[row["rule"]](years, heights)
    return tidy(row["name"], between, value, row["kind"], row["source"], row["spread"])


def tidy(
    name: str, years: np.ndarray, value: np.ndarray, kind: str, source: str, spread: str = ""
) -> pd.DataFrame:
    """Return a series as rows; ``spread`` is a share ('x0.2') or an amount ('+0.03') to either side."""
    away = _away(value, spread)
    columns = [name, years, value - away, value, value + away, kind, source]
    return pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)))


def _away(value: np.ndarray, spread: str) -> np.ndarray:
    if not spread:
        return np.zeros_like(value)
    size = float(spread[1:])
    return np.abs(value) * size if spread[0] == "x" else np.full_like(value, size)


def _points(text: str) -> tuple[np.ndarray, np.ndarray]:
    pairs = [point.split() for point in text.split(";")]
    return np.array([int(year) for year, _ in pairs]), np.array([float(height) for _, height in pairs])


def _line(years: np.ndarray, heights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return YEARS, np.interp(YEARS, years, heights)


def _step(years: np.ndarray, heights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return YEARS, heights[np.searchsorted(years, YEARS, side="right") - 1]


def _pulse(years: np.ndarray, heights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Nought in years that are not named."""
    named = dict(zip(years, heights, strict=True))
    return YEARS, np.array([named.get(year, 0.0) for year in YEARS])


def _named(years: np.ndarray, heights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Speak for the named years only: another row, or a record series, gives the others."""
    return years, heights


RULES = {"line": _line, "step": _step, "pulse": _pulse, "named": _named}
