"""Forcings computed from record series."""

from pathlib import Path

import numpy as np
import pandas as pd

from .history import income, price_level, series, yearly
from .knots import YEARS, tidy

POUND = 4.866  # dollars; the record gives military outlay in pounds until the First World War
DOLLARS_FROM = 1914
ADVANCED = ("USA", "GBR", "FRA", "DEU", "JPN")
# Assumption: weight of Britain and France among the adversaries while Germany and Japan arm.
ALLIES_IN_THE_WEST = 0.3


def recorded(folder: Path) -> pd.DataFrame:
    """Return the rows of all forcings that rest on a record series."""
    parts = [oil(folder), reserves(folder), arms(folder), rival(folder), growth(folder), frontier(folder)]
    return pd.concat([*parts, schooling(folder), warheads(folder), grain_price(folder), late_weather(folder)])


def oil(folder: Path) -> pd.DataFrame:
    """Return the real price of crude oil, 2024 dollars a barrel."""
    price = yearly(series(folder, "macro/energy.csv", "crude_oil_price_real", "WORLD"))
    return tidy("oil_price", YEARS, price, "record", "crude_oil_price_real, Energy Institute 2025", "x0.05")


def reserves(folder: Path) -> pd.DataFrame:
    """Return what oil and gas could be lifted: output smoothed over eleven years, held after 1988."""
    oil, gas = (
        series(folder, "macro/energy.csv", f"{fuel}_production", "RUS_STATE") for fuel in ("oil", "gas")
    )
    both = oil.add(gas, fill_value=0.0)[lambda one: one.index <= 1988]
    smooth = yearly(both.rolling(11, center=True, min_periods=6).mean())
    source = "oil and gas output of Russia/USSR (SHIFT), 11-year mean, held after 1988, for geology"
    return tidy("oil_reserves", YEARS, smooth / smooth[YEARS == 1980], "derived", source, "x0.2")


def arms(folder: Path) -> pd.DataFrame:
    """Return the military outlay of the adversaries, bn 2024 dollars."""
    spent = {c: yearly(_dollars(folder, c)) for c in ("USA", "GBR", "FRA", "DEU", "JPN")}
    west = spent["GBR"] + spent["FRA"]
    before, between = west + spent["JPN"], spent["DEU"] + spent["JPN"] + ALLIES_IN_THE_WEST * west
    rivals = np.select(
        [YEARS < 1918, YEARS < 1933, YEARS < 1946], [spent["DEU"], before, between], west + spent["USA"]
    )
    source = (
        "nmc_milex (Correlates of War) over US prices implied by crude oil; DEU to 1917, GBR+FRA+JPN "
        "to 1932, DEU+JPN+.3(GBR+FRA) to 1945, then USA+GBR+FRA (assumption)"
    )
    return tidy("rival_arms", YEARS, rivals, "derived", source, "x0.25")


def _dollars(folder: Path, country: str) -> pd.Series:
    """Return military outlay in bn dollars of 2024."""
    nominal = series(folder, "macro/capabilities.csv", "nmc_milex", country)
    nominal = nominal.where(nominal.index >= DOLLARS_FROM, nominal * POUND)
    return (nominal / price_level(folder) / 1e6).dropna()


def rival(folder: Path) -> pd.DataFrame:
    """Return income per head of the United States, 2011 dollars."""
    return tidy(
        "rival_income", YEARS, income(folder, "USA"), "record", "gdp_per_capita USA, Maddison 2023", "x0.03"
    )


def growth(folder: Path) -> pd.DataFrame:
    """Return the growth of the output of five advanced countries, per cent a year."""
    total = sum(series(folder, "macro/output.csv", "gdp_total", country) for country in ADVANCED)
    rate = yearly((100 * np.log(total).diff()).dropna())
    source = "gdp_total of USA, GBR, FRA, DEU, JPN, Maddison 2023"
    return tidy("rival_growth", YEARS, rate, "derived", source, "+0.5")


def frontier(folder: Path) -> pd.DataFrame:
    """Return the technology frontier, 1913 = 1: log-linear trend of US income per head."""
    slope = np.polyfit(YEARS, np.log(income(folder, "USA")), 1)[0]
    ahead = YEARS - YEARS[0]
    rows = tidy(
        "frontier", YEARS, np.exp(slope * ahead), "derived", "log-linear trend of gdp_per_capita USA 1913-99"
    )
    return rows.assign(low=np.exp((slope - 0.002) * ahead), high=np.exp((slope + 0.002) * ahead))


def schooling(folder: Path) -> pd.DataFrame:
    """Return the share of adults with some schooling."""
    none = yearly(series(folder, "macro/education.csv", "share_no_schooling", "RUS_FED")) / 100
    source = "share_no_schooling, Russia, Lee and Lee 2016 (five-yearly, straight lines between)"
    return tidy("schooling", YEARS, 1 - none, "record", source, "x0.1")


def warheads(folder: Path) -> pd.DataFrame:
    """Return 1 from the year in which both sides hold nuclear warheads."""
    held = [
        series(folder, "macro/capabilities.csv", "nuclear_warheads_stockpile", c)
        for c in ("RUS_STATE", "USA")
    ]
    first = max(int(one[one > 0].index.min()) for one in held)
    return tidy(
        "warheads_both", YEARS, (first <= YEARS) * 1.0, "record", "nuclear_warheads_stockpile, USSR and USA"
    )


def grain_price(folder: Path) -> pd.DataFrame:
    """Return the real world price of wheat, 1913 = 1."""
    price = yearly(series(folder, "macro/trade.csv", "real_price_index_wheat", "WORLD"))
    source = "real_price_index_wheat, world"
    return tidy("grain_price", YEARS, price / price[0], "record", source, "x0.1")


def late_weather(folder: Path) -> pd.DataFrame:
    """Return weather from 1961: nine tenths of the log residual of crop output from an 11-year local line."""
    crops = np.log(series(folder, "macro/agriculture.csv", "usda_crop_output_quantity", "USSR_TERR"))
    crops = crops[crops.index <= YEARS[-1]]
    residual = np.array([_off_the_line(crops, year) for year in crops.index])
    source = "usda_crop_output_quantity USSR, .9 of log residual from an 11-year local line"
    return tidy("weather", crops.index.to_numpy(), 0.9 * residual, "derived", source, "x0.3")


def _off_the_line(crops: pd.Series, year: int) -> float:
    near = crops[(crops.index >= year - 5) & (crops.index <= year + 5)]
    line = np.polyfit(near.index, near.to_numpy(), 1)
    return float(crops[year] - np.polyval(line, year))
