"""Recorded policy: what drives the economy block when it runs alone, and every run before the new state."""

import numpy as np
import pandas as pd

from .knots import YEARS, filled, tidy, values

RELEASED = 0.2  # share of prisoners set free in a year of steady state (assumption)
DIED = 0.03  # share of prisoners who die in a year (assumption, mean over years)


def policy() -> pd.DataFrame:
    """Return every policy signal, year by year."""
    return pd.concat([filled("policy"), *_regulators(), *_village(), *_prisoners()])


def _regulators() -> list[pd.DataFrame]:
    rest = 1 - values("policy", "regulator_command") - values("policy", "regulator_democratic")
    return [tidy("regulator_market", YEARS, rest, "derived", "1 less command and democratic decision")]


def _village() -> list[pd.DataFrame]:
    collectivised, nep, turn = (values("policy", n) for n in ("collectivised_share", "nep", "turn"))
    speed = np.maximum(np.diff(collectivised, prepend=collectivised[0]), 0)
    harvests, since = np.cumsum(nep) * (nep > 0), np.cumsum(turn)
    return [
        tidy("collectivisation_speed", YEARS, speed, "derived", "yearly rise of collectivised_share"),
        tidy("nep_years", YEARS, harvests, "derived", "years of nep so far, nought without it"),
        tidy("turn_years", YEARS, np.maximum(since - 1, 0), "derived", "years since turn"),
    ]


def _prisoners() -> list[pd.DataFrame]:
    """Flows from stocks: what came in is the change, what left and what was exiled."""
    held, exiled = values("stock", "prisoners"), values("stock", "exiled")
    change = np.append(np.diff(held), 0.0)
    released = RELEASED * held + np.maximum(-change - (RELEASED + DIED) * held, 0)
    arrested = np.maximum(change + released + DIED * held, 0) + exiled
    source = "prisoners held and peoples exiled; .2 released and .03 dead a year (assumption)"
    return [
        tidy("arrested", YEARS, arrested, "derived", source),
        tidy("released", YEARS, released, "derived", source),
    ]
