r"""Output slows because plant cannot take the place of people: CES with constant technical progress.

.. math:: Y = e^{\lambda t}\,[\,\alpha k^{\rho} + (1 - \alpha) l^{\rho}\,]^{1/\rho}, \quad
   \rho = (\sigma - 1)/\sigma, \quad k_{t+1} = (1 - d) k_t + \frac{s_t}{\kappa} Y_t

Plant :math:`k`, labour :math:`l` and output are over those of the first year, :math:`\kappa` is capital over
output then, :math:`s_t = s + s' t`. No long series of Soviet capital stands in the record, so that plant
follows from recorded output by accumulation, and people stand for labour. Weitzman 1970 (American Economic
Review 60), Easterly and Fischer 1995 (World Bank Economic Review 9); :math:`\sigma` near 0.4 as quoted by
later users, contested by Beare 2008; here it is free.

>>> p = {"substitution": np.array([0.4, 1.5]), "plant": np.array([0.64, 0.64])}
>>> made = [output(p, k, 1.0) for k in (1.0, 2.0, 4.0)]
>>> [[round(float(x), 2) for x in np.log(b / a)] for a, b in zip(made, made[1:])]  # two doublings of plant
[[0.36, 0.46], [0.19, 0.5]]
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from ..frame.prior import LogitNormal, LogNormal, Normal
from .growth import output_forecast, speaks_of_output
from .history import History
from .parameter import Parameter
from .posterior import Parameters
from .rival import Forecast

LEAST = 8
WORN = 0.04  # depreciation a year: the toy run of the literature note

PRIORS: Mapping[str, Parameter] = {
    "substitution": Parameter(LogNormal(0.7, 0.6), "elasticity: 0.4 and 1 are both near (assumption)"),
    "plant": Parameter(LogitNormal(0.5, 0.7), "capital weight in the first year (assumption)"),
    "progress": Parameter(Normal(0.015, 0.015), "1/year (assumption)"),
    "ratio": Parameter(LogNormal(1.8, 0.4), "capital over output in the first year, years (assumption)"),
    "invested": Parameter(LogitNormal(0.22, 0.4), "share of output in the first year (assumption)"),
    "rise": Parameter(Normal(0.0, 0.003), "of that share, 1/year (assumption)"),
    "noise": Parameter(LogNormal(0.04, 0.6), "log deviation of a year (assumption)"),
}


@dataclass(frozen=True, slots=True)
class Ces:
    """Growth of output by a CES of plant and people, elasticity free."""

    id: str = "ces"
    label: str = "CES growth, elasticity free"
    source: str = "Weitzman 1970; Easterly and Fischer 1995"
    priors: Mapping[str, Parameter] = field(default_factory=lambda: PRIORS)

    def speaks(self, history: History) -> tuple[str, ...]:
        """Return output."""
        return speaks_of_output(history, LEAST)

    def forecast(self, history: History, last: int, draws: int, seed: int) -> Forecast:
        """Return what a fit since the last gap of the record foretells."""
        return output_forecast(self, history, last, draws, seed)

    def begin(self, p: Parameters) -> tuple[np.ndarray, np.ndarray]:
        """Return plant and people of the first year."""
        return np.ones_like(p["noise"]), np.ones_like(p["noise"])

    def grow(
        self, p: Parameters, carried: tuple[np.ndarray, np.ndarray], made: np.ndarray, hands: np.ndarray,
        year: int,
    ) -> tuple[np.ndarray, tuple[np.ndarray, np.ndarray]]:  # fmt: skip
        """Return expected growth, and plant and people of the next year."""
        plant, people = carried
        share = np.clip(p["invested"] + p["rise"] * year, 0.02, 0.6)
        later = ((1 - WORN) * plant + share / p["ratio"] * made, people * np.exp(hands))
        rise = np.log(output(p, *later)) - np.log(output(p, plant, people))
        return rise + p["progress"], later


def output(p: Parameters, plant: np.ndarray | float, people: np.ndarray | float) -> np.ndarray:
    """Return output without progress, over that of the first year."""
    rho = (p["substitution"] - 1) / p["substitution"]
    rho = np.where(np.abs(rho) < 0.02, -0.02, rho)
    plant, people = np.maximum(plant, 1e-6), np.maximum(people, 1e-6)
    return (p["plant"] * plant**rho + (1 - p["plant"]) * people**rho) ** (1 / rho)
