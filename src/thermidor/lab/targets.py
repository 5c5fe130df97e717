"""Soft targets of calibration: sums and ratios that no yearly series of the record holds.

They stand in ``data/targets.csv`` with their allowed error and source; rows of kind *assumption* come from
trial runs and are no record.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import pandas as pd

from ..claims.view import Run

SLIGHT = 0.5  # million deaths below which a famine counts as slight
BEFORE_WAR = 1940
BEFORE_DRIVE = 1928


@dataclass(frozen=True, slots=True)
class Target:
    """What a run should give from ``first`` to ``last`` year; ``error`` is a log."""

    target: str
    first: int
    last: int
    value: float
    error: float
    kind: str
    source: str

    def residual(self, run: Run) -> np.ndarray:
        """Return the signed distance over the allowed error, per draw."""
        return MEASURES[self.target](self, run) / self.error


@cache
def targets() -> tuple[Target, ...]:
    """Return every soft target."""
    with (files("thermidor") / "data" / "targets.csv").open(encoding="utf-8") as file:
        table = pd.read_csv(file)
    return tuple(Target(**row) for row in table.to_dict("records"))


def residuals(run: Run, last: int, names: tuple[str, ...] | None = None) -> np.ndarray:
    """Return residuals (draw, target) of targets known by ``last``; all kinds unless ``names`` says which."""
    known = [one for one in targets() if one.last <= last and (names is None or one.target in names)]
    return np.stack([one.residual(run) for one in known], axis=1)


def _famine(one: Target, run: Run) -> np.ndarray:
    return np.log((run["starved"].total(one.first, one.last) + SLIGHT) / (one.value + SLIGHT))


def _war_income(one: Target, run: Run) -> np.ndarray:
    return np.log(run["gdp"].ratio(one.first, BEFORE_WAR) / one.value)


def _herds(one: Target, run: Run) -> np.ndarray:
    return np.log(run["cattle"].ratio(one.first, BEFORE_DRIVE) / one.value)


MEASURES = {"famine deaths": _famine, "income over 1940": _war_income, "cattle over 1928": _herds}
