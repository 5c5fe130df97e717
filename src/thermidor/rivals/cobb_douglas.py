r"""Output slows because progress did, once: Cobb-Douglas with a break in the residual.

.. math:: \Delta\ln Y = \alpha\,\Delta\ln k + (1 - \alpha)\,\Delta\ln l + \lambda - \delta\,[t \ge \tau]

Plant accumulates as in the CES rival. The break :math:`\tau` may lie in the history or after it. The doubters
of a low elasticity (Weitzman 1983; the reviews after Easterly and Fischer 1995): such a fit is no worse than
a CES with constant progress.

>>> rival, n = CobbDouglas(), np.ones(1)
>>> p = {"plant": 0.4 * n, "progress": 0.03 * n, "fall": 0.02 * n, "break": 10.0 * n, "ratio": 2.0 * n,
...      "invested": 0.2 * n, "noise": 0.01 * n}
>>> [round(float(rival.grow(p, n, n, 0.01 * n, year)[0][0]), 4) for year in (9, 10)]
[0.0593, 0.0393]
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from ..frame.prior import LogitNormal, LogNormal, Normal, Uniform
from .ces import LEAST, WORN
from .growth import output_forecast, speaks_of_output
from .history import History
from .parameter import Parameter
from .posterior import Parameters
from .rival import Forecast

PRIORS: Mapping[str, Parameter] = {
    "plant": Parameter(LogitNormal(0.4, 0.5), "capital share (assumption)"),
    "progress": Parameter(Normal(0.015, 0.015), "1/year (assumption)"),
    "fall": Parameter(LogNormal(0.012, 0.7), "1/year, once (assumption)"),
    "break": Parameter(Uniform(4.0, 60.0), "years after the first of the stretch (assumption)"),
    "ratio": Parameter(LogNormal(1.8, 0.4), "capital over output in the first year, years (assumption)"),
    "invested": Parameter(LogitNormal(0.22, 0.4), "share of output (assumption)"),
    "noise": Parameter(LogNormal(0.04, 0.6), "log deviation of a year (assumption)"),
}


@dataclass(frozen=True, slots=True)
class CobbDouglas:
    """Growth of output by a Cobb-Douglas of plant and people whose residual breaks once."""

    id: str = "cobb-douglas-break"
    label: str = "Cobb-Douglas with a break"
    source: str = "Weitzman 1983 and later doubters of a low elasticity"
    priors: Mapping[str, Parameter] = field(default_factory=lambda: PRIORS)

    def speaks(self, history: History) -> tuple[str, ...]:
        """Return output."""
        return speaks_of_output(history, LEAST)

    def forecast(self, history: History, last: int, draws: int, seed: int) -> Forecast:
        """Return what a fit since the last gap of the record foretells."""
        return output_forecast(self, history, last, draws, seed)

    def begin(self, p: Parameters) -> np.ndarray:
        """Return plant of the first year."""
        return np.ones_like(p["noise"])

    def grow(
        self, p: Parameters, plant: np.ndarray, made: np.ndarray, hands: np.ndarray, year: int
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return expected growth, and plant of the next year."""
        later = (1 - WORN) * plant + p["invested"] / p["ratio"] * made
        progress = p["progress"] - np.where(year >= p["break"], p["fall"], 0.0)
        return p["plant"] * np.log(later / plant) + (1 - p["plant"]) * hands + progress, later
