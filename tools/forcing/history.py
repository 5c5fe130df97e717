"""Series of the history folder, by file, series and entity."""

from pathlib import Path

import numpy as np
import pandas as pd

from .knots import YEARS


def series(folder: Path, file: str, name: str, entity: str) -> pd.Series:
    """Return one series by year; a range of years stands at its first.

    Raises KeyError if the folder does not hold it.
    """
    table = pd.read_csv(folder / file).rename(columns={"year_start": "year"})
    rows = table[(table["series"] == name) & (table["entity"] == entity)]
    if rows.empty:
        raise KeyError(f"{file} holds no {name} of {entity}")
    return rows.drop_duplicates("year").set_index("year")["value"].astype(float).sort_index()


def yearly(one: pd.Series) -> np.ndarray:
    """Return a value for every year, straight lines between those of the series, shape (year,)."""
    return np.interp(YEARS, one.index.to_numpy(), one.to_numpy())


def income(folder: Path, entity: str) -> np.ndarray:
    """Return national income per head, 2011 dollars, shape (year,)."""
    return yearly(series(folder, "macro/output.csv", "gdp_per_capita", entity))


def price_level(folder: Path) -> pd.Series:
    """Return the price level of the United States, 2024 = 1: nominal over real price of crude oil."""
    nominal = series(folder, "macro/energy.csv", "crude_oil_price_nominal", "WORLD")
    return nominal / series(folder, "macro/energy.csv", "crude_oil_price_real", "WORLD")


def population(folder: Path) -> np.ndarray:
    """Return persons, million, borders of 1946 (Biraben to 1956, then Maddison), shape (year,)."""
    early = series(folder, "soviet/demography.csv", "population_1_January", "USSR territory of 1991") / 1e3
    late = series(folder, "macro/output.csv", "population_maddison", "USSR_TERR")
    late = late / (1e6 if late.max() > 1e7 else 1e3 if late.max() > 1e4 else 1.0)
    return yearly(pd.concat([early, late[late.index > early.index.max()]]))
