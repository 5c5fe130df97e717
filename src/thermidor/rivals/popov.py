r"""The plan lives as long as its first plant: vintages that planners will not retire.

.. math:: G = aY, \quad R = cG, \quad \Delta Y = b\,[G_t - G_{t-m}]\,R_t / G_t

A planner who starves replacement grows fast until the plant of the first drive is worn out, one service life
:math:`m` after it, and steps down for good. One who replaces (:math:`R = G_{t-m} + 0.1\,G`, :math:`\Delta Y =
b\,[G - R]\,R/G`) has a hump instead. V. Popov, Life cycle of the centrally planned economy (working paper;
equations read without operators, reconstructed in the literature note). The clock starts with the first plan.

>>> starved = path(0.2, 2.0, 20, 61, starved=0.2)
>>> [round(float(g), 1) for g in 100 * np.diff(starved)[[19, 20, 30, 59]] / starved[[19, 20, 30, 59]]]
[8.0, 6.3, 6.0, 5.2]
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from ..frame.prior import LogitNormal, LogNormal, Uniform
from .growth import output_forecast, speaks_of_output
from .history import History
from .parameter import Parameter
from .posterior import Parameters
from .rival import Forecast

FIRST_PLAN = 1928
LONGEST = 40
PRIORS: Mapping[str, Parameter] = {
    "invested": Parameter(LogitNormal(0.22, 0.3), "a, share of output (assumption)"),
    "yield": Parameter(LogNormal(1.5, 0.5), "b, output a year per net investment (toy run of the note: 2)"),
    "life": Parameter(Uniform(12.0, 30.0), "m, years; Popov: about 20"),
    "replaced": Parameter(LogitNormal(0.2, 0.5), "c, share of investment (toy run of the note: 0.2)"),
    "early": Parameter(Uniform(0.0, 0.9), "older plant that falls due, over first investment (assumption)"),
    "noise": Parameter(LogNormal(0.05, 0.6), "log deviation of a year (assumption)"),
}


def path(invested: float, given: float, life: int, years: int, starved: float | None = None) -> np.ndarray:
    """Return output from 1 by year: replacement starved at a share, or made when due.

    Before the first year nothing was invested.
    """
    made, spent = np.ones(years), np.zeros(years)
    for t in range(years):
        spent[t] = invested * made[t]
        due = spent[t - life] if t >= life else 0.0
        rise = (spent[t] - due) * starved if starved is not None else _replaced(spent[t], due)
        if t + 1 < years:
            made[t + 1] = made[t] + given * rise
    return made


def _replaced(spent: float, due: float) -> float:
    retired = due + 0.1 * spent
    return (spent - retired) * retired / spent


@dataclass(frozen=True, slots=True)
class Popov:
    """Growth by vintages: starved replacement, one service life, then a step down."""

    id: str = "popov"
    label: str = "Popov's vintages"
    source: str = "Popov, Life cycle of the centrally planned economy (working paper)"
    priors: Mapping[str, Parameter] = field(default_factory=lambda: PRIORS)

    def speaks(self, history: History) -> tuple[str, ...]:
        """Return output, once the plans have run for eight years."""
        return speaks_of_output(history, 8) if history.until >= FIRST_PLAN + 8 else ()

    def forecast(self, history: History, last: int, draws: int, seed: int) -> Forecast:
        """Return what a fit since the first plan foretells."""
        return output_forecast(self, history, last, draws, seed, first=FIRST_PLAN)

    def begin(self, p: Parameters) -> np.ndarray:
        """Return investment of the last forty years, newest last, that of before the plan scaled down."""
        old = p["early"] * p["invested"]
        return np.repeat(old[:, None], LONGEST, axis=1)

    def grow(
        self, p: Parameters, spent: np.ndarray, made: np.ndarray, hands: np.ndarray, year: int
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return expected growth, and investment of the last forty years."""
        now = p["invested"] * made
        rise = p["yield"] * (now - _due(spent, p["life"])) * p["replaced"]
        later = np.concatenate([spent[:, 1:], now[:, None]], axis=1)
        return np.log(np.maximum(1 + rise / made, 0.5)), later


def _due(spent: np.ndarray, life: np.ndarray) -> np.ndarray:
    """Return investment of ``life`` years ago; a life between two whole years takes of both."""
    whole = np.floor(life).astype(int)
    rows, part = np.arange(len(life)), life - whole
    return (1 - part) * spent[rows, LONGEST - whole] + part * spent[rows, LONGEST - whole - 1]
