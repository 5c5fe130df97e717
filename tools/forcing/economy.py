"""The recorded economy: what drives the polity and world blocks when they run without one."""

from pathlib import Path

import numpy as np
import pandas as pd

from .history import income, population
from .knots import YEARS, filled, tidy, values

# Assumption: the record has no war years.
WAR_INCOME = {1941: 3000, 1942: 2200, 1943: 2400, 1944: 2700, 1945: 2800}
WAR = (YEARS >= 1941) & (YEARS <= 1950)
USUAL_GROWTH = 0.03  # shown while war hides the trend, and before five peaceful years have passed
# Assumptions: hunger index (0-1) when all households are collectivised in a year, and the mean shortfall
# of food at which that index stands at 1.
DRIVE_HUNGER = 0.3
FULL_HUNGER = 0.04


def economy(folder: Path) -> pd.DataFrame:
    """Return every recorded economic signal, year by year."""
    y, people = _income(folder), population(folder)
    hand, hunger = filled("economy"), _hunger(people)
    invested, arms = values("policy", "accumulation_target"), values("policy", "arms_target")
    dilution, rival = _dilution(), income(folder, "USA")
    level = 100 * y * people / (y[0] * people[0])
    told = [
        ("income_per_head", y, "record", "gdp_per_capita USSR, Maddison 2023; 1941-45 assumption"),
        ("population", people, "record", "Biraben to 1956, then Maddison"),
        ("gdp", level, "derived", "income per head times population, 1913 = 100"),
        ("technology_gap", 1 - y / rival, "derived", "1 less income per head over that of the USA"),
        ("growth_five_years", _growth(y), "derived", "log growth a head, 3 % before 1924 and in 1941-50"),
        ("investment_share", invested, "assumption", "as accumulation_target in policy"),
        ("military_share", arms, "assumption", "as arms_target in policy"),
        ("urban_dilution", dilution, "derived", "yearly rise of worker_index over its level"),
        ("nonfarm_share", 1 - values("economy", "peasant_share"), "derived", "1 less peasant_share"),
        ("shortage", _shortage(folder, y, hunger), "derived", "polity trial run, need 2000 x (US trend)^.75"),
        *((n, FULL_HUNGER * hunger, "derived", HUNGER) for n in ("hunger", "town_hunger", "village_hunger")),
    ]
    return pd.concat([hand, *(tidy(name, YEARS, value, kind, source) for name, value, kind, source in told)])


HUNGER = "polity trial run: (430 - kg of grain a head)/220 in 0-1, times .04 as a mean shortfall (assumption)"


def _income(folder: Path) -> np.ndarray:
    y = income(folder, "USSR_TERR")
    for year, value in WAR_INCOME.items():
        y[year == YEARS] = value
    return y


def _growth(y: np.ndarray) -> np.ndarray:
    rate = np.full(len(YEARS), USUAL_GROWTH)
    rate[5:] = np.log(y[5:] / y[:-5]) / 5
    return np.where(WAR | (YEARS < 1924), USUAL_GROWTH, rate)


def _hunger(people: np.ndarray) -> np.ndarray:
    head = 1000 * values("economy", "grain_output") / people
    speed = np.maximum(np.diff(values("policy", "collectivised_share"), prepend=0.0), 0)
    # After 1948 potatoes and imports make kilograms of grain a poor sign of hunger.
    return np.where(YEARS <= 1948, np.clip((430 - head) / 220 + DRIVE_HUNGER * speed, 0, 1), 0.0)


def _dilution() -> np.ndarray:
    workers = values("economy", "worker_index")
    return np.clip(np.diff(workers, prepend=workers[0]) / workers, 0, 1)


def _shortage(folder: Path, y: np.ndarray, hunger: np.ndarray) -> np.ndarray:
    slope = np.polyfit(YEARS, np.log(income(folder, "USA")), 1)[0]
    need = 2000 * np.exp(0.75 * slope * (YEARS - 1928))
    invested, arms = values("policy", "accumulation_target"), values("policy", "arms_target")
    left = y * (1 - invested - arms - 0.06) / need
    squeeze = (invested + np.minimum(arms, 0.3)) / 0.4 * np.clip(1.6 - left, 0.05, 1)
    command = values("policy", "regulator_command")
    return np.clip(0.45 * hunger + 1.1 * np.maximum(1 - left, 0) + 0.3 * command * squeeze, 0, 1)
