"""Recorded policy: what drives the economy block when it runs alone, and every run before the new state."""

import numpy as np
import pandas as pd

from .knots import YEARS, filled, tidy, values

RELEASED = 0.2  # share of prisoners set free in a year of steady state (assumption)
EXILED = "peasants exiled 1930-31, about 1.8 m, and peoples 1937-49 (coercion tables); by year assumption"
DIED = 0.03  # share of prisoners who die in a year (assumption, mean over years)


def policy() -> pd.DataFrame:
    """Return every policy signal, year by year."""
    return pd.concat([filled("policy"), *_regulators(), *_village(), *_prisoners()])


def _regulators() -> list[pd.DataFrame]:
    rest = 1 - values("policy", "regulator_command") - values("policy", "regulator_democratic")
    return [tidy("regulator_market", YEARS, rest, "derived", "1 less command and democratic decision")]


def _village() -> list[pd.DataFrame]:
    collectivised, nep = values("policy", "collectivised_share"), values("policy", "nep")
    speed = np.maximum(np.diff(collectivised, prepend=collectivised[0]), 0)
    harvests = np.cumsum(nep) * (nep > 0)
    return [
        tidy("collectivisation_speed", YEARS, speed, "derived", "yearly rise of collectivised_share"),
        tidy("nep_years", YEARS, harvests, "derived", "years of nep so far, nought without it"),
        tidy("turn_years", YEARS, _since("turn"), "derived", "years since turn"),
        tidy("ended_years", YEARS, _since("ended"), "derived", "years since ended"),
    ]


def _since(event: str) -> np.ndarray:
    return np.maximum(np.cumsum(values("policy", event)) - 1, 0)


def _prisoners() -> list[pd.DataFrame]:
    """Flows from stocks: what came in is the change and what left."""
    held, exiled = values("stock", "prisoners"), values("stock", "exiled")
    change = np.append(np.diff(held), 0.0)
    released = RELEASED * held + np.maximum(-change - (RELEASED + DIED) * held, 0)
    arrested = np.maximum(change + released + DIED * held, 0)
    source = "camps, colonies and prisons, January counts; .2 released and .03 dead a year (assumption)"
    return [
        tidy("arrested", YEARS, arrested, "derived", source),
        tidy("released", YEARS, released, "derived", source),
        tidy("exiled", YEARS, exiled, "assumption", EXILED),
        tidy("exile_released", YEARS, values("stock", "exile_released"), "assumption", EXILED),
    ]
