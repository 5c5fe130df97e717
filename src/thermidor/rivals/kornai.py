r"""Growth is held down by shortage, which keeps to a normal state that rises with complexity.

.. math:: g_t = \gamma - \beta z_t, \quad z_{t+1} = z_t + \kappa (z^{*}_t - z_t) + \eta\,(g^{o}_t - g_t),
   \quad z^{*}_t = z_0 + \zeta \ln Y_t

Shortage :math:`z` reverts to its norm (Kornai and Weibull 1978, 1983); a year of more growth than was to be
had (:math:`g^{o}` what came) feeds it, since hunger for investment knows no budget; the norm rises with the
number of links that a plan must balance, here with the log of output. Shortage is not in the record: it is
inferred from output alone. The norm's rise is an assumption of ours.

>>> rival, n = Kornai(), np.ones(1)
>>> p = {"pace": 0.1 * n, "norm": 0.2 * n, "links": 0.1 * n, "speed": 0.3 * n, "hunger": 0.5 * n,
...      "noise": 0.01 * n}
>>> g, z = rival.grow(p, rival.begin(p), n * np.exp(1.0), 0 * n, 0)
>>> round(float(g[0]), 3), round(float(rival.grow(p, z, n * np.exp(1.08), 0 * n, 1)[0][0]), 3)
(0.08, 0.077)
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from ..frame.prior import LogitNormal, LogNormal
from .growth import output_forecast, speaks_of_output
from .history import History
from .parameter import Parameter
from .posterior import Parameters
from .rival import Forecast

DRAG = 0.1  # growth lost to a shortage of one: fixes the unit of shortage, which nobody measured
Carried = tuple[np.ndarray, np.ndarray, np.ndarray]
PRIORS: Mapping[str, Parameter] = {
    "pace": Parameter(LogNormal(0.08, 0.4), "gamma, growth without shortage, 1/year (assumption)"),
    "norm": Parameter(LogNormal(0.2, 0.7), "z0, shortage of the first year and its norm (assumption)"),
    "links": Parameter(LogNormal(0.15, 0.7), "zeta, norm per log of output (assumption)"),
    "speed": Parameter(LogitNormal(0.3, 0.6), "kappa, 1/year (assumption)"),
    "hunger": Parameter(LogNormal(0.5, 0.8), "eta, shortage per unit of growth beyond means (assumption)"),
    "noise": Parameter(LogNormal(0.04, 0.6), "log deviation of a year (assumption)"),
}


@dataclass(frozen=True, slots=True)
class Kornai:
    """Growth held down by a shortage that reverts to a rising norm."""

    id: str = "kornai"
    label: str = "Kornai-type shortage"
    source: str = "Kornai 1980; Kornai and Weibull 1978, 1983 (form); rise of the norm assumed"
    priors: Mapping[str, Parameter] = field(default_factory=lambda: PRIORS)

    def speaks(self, history: History) -> tuple[str, ...]:
        """Return output."""
        return speaks_of_output(history, 8)

    def forecast(self, history: History, last: int, draws: int, seed: int) -> Forecast:
        """Return what a fit since the last gap of the record foretells."""
        return output_forecast(self, history, last, draws, seed)

    def begin(self, p: Parameters) -> Carried:
        """Return shortage at its norm, output of the first year, and the growth it expected: none yet."""
        return p["norm"], np.ones_like(p["norm"]), np.zeros_like(p["norm"])

    def grow(
        self, p: Parameters, carried: Carried, made: np.ndarray, hands: np.ndarray, year: int
    ) -> tuple[np.ndarray, Carried]:
        """Return expected growth; shortage moves by what came last year beyond what was expected."""
        shortage, before, expected = carried
        if year:
            norm = p["norm"] + p["links"] * np.log(made)
            beyond = np.log(made / before) - expected
            shortage = shortage + p["speed"] * (norm - shortage) + p["hunger"] * beyond
        growth = p["pace"] - DRAG * shortage
        return growth, (shortage, made, growth)
