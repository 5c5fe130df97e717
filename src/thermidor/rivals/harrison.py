r"""Coercion holds while it pays, for decades; then it stops paying, and output falls at once.

.. math:: \text{force} \iff c_t \le p\,G, \qquad x_t = \ln\frac{pG}{c_t} = x_0 - \delta t + \nu W_t

A dictator watches a producer at cost :math:`c`; with chance :math:`p` shirking is found and punished, and
effort then yields :math:`G` more than without force. While :math:`x > 0` the threat is kept and the producer
works; the cost creeps up and the first year below nought ends it: output loses the share that force had
upheld. Harrison 2002 (Journal of Comparative Economics 30) tells the game; pay-offs, drift and their priors
are a simplification of ours. A history in which force has lasted keeps only the draws in which it lasts.

>>> cost = 0.5 * np.exp(0.01 * np.arange(100))
>>> kept = forced(cost, chance=0.5, gain=2.0)
>>> int(kept.sum()), bool(kept[:70].all()), bool(kept[70:].any())
(70, True, False)
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.special import ndtr, ndtri

from ..frame.prior import LogNormal, Uniform
from .history import History
from .parameter import Parameter
from .posterior import Parameters, prior_sample
from .rival import OUTPUT, Forecast, ahead, dice

FIRST_YEAR = 1918
YEARS_OF_FALL = 3
PRIORS: Mapping[str, Parameter] = {
    "margin": Parameter(LogNormal(1.0, 0.6), "x0, log of gain over cost in the first year (assumption)"),
    "creep": Parameter(LogNormal(0.01, 0.8), "delta, 1/year (assumption)"),
    "wobble": Parameter(LogNormal(0.06, 0.5), "nu, log deviation of a year (assumption)"),
    "upheld": Parameter(Uniform(0.1, 0.6), "share of output that force upholds (assumption)"),
}


def forced(cost: np.ndarray, chance: float, gain: float) -> np.ndarray:
    """Return by year whether force still pays and has paid in every year before."""
    return np.asarray(np.minimum.accumulate(cost <= chance * gain))


def _hazard(p: Parameters, margin: np.ndarray, years: int, rng: np.random.Generator) -> np.ndarray:
    """Return by draw and year the chance that force ends, the margin drawn as it is if force has lasted."""
    path = []
    for _ in range(years):
        middle = margin - p["creep"]
        ends = ndtr(-middle / p["wobble"])
        margin = middle + p["wobble"] * ndtri(ends + (1 - ends) * rng.uniform(1e-6, 1 - 1e-6, len(margin)))
        margin = np.clip(margin, 1e-6, 100.0)  # rounding where force is all but sure to end
        path.append(ends)
    return np.stack(path, axis=1)


@dataclass(frozen=True, slots=True)
class Harrison:
    """Steady growth under force, and a sudden end."""

    id: str = "harrison"
    label: str = "Harrison's coercion game"
    source: str = "Harrison 2002; simplified"
    priors: Mapping[str, Parameter] = field(default_factory=lambda: PRIORS)
    usual: float = 0.05
    known: float = 3.0

    def speaks(self, history: History) -> tuple[str, ...]:
        """Return output, and the end beside it."""
        return (OUTPUT,) if history.current(OUTPUT, 8) else ()

    def forecast(self, history: History, last: int, draws: int, seed: int) -> Forecast:
        """Return output and the years in which force ends; before the freeze it has not."""
        rng, years = dice(self.id, history, seed), ahead(history, last)
        p, margin = self._lasting(history.until - FIRST_YEAR, draws, rng)
        ends = _hazard(p, margin, len(years), rng)
        below = np.maximum.accumulate(rng.uniform(size=ends.shape) < ends, axis=1)
        told = {}
        if self.speaks(history):
            fallen = np.minimum(np.cumsum(below, axis=1) / YEARS_OF_FALL, 1.0)
            told[OUTPUT] = self._steady(history, years, draws, rng) * (1 - p["upheld"][:, None]) ** fallen
        return Forecast(self.id, history.until, years, seed, told, ends)

    def _lasting(self, years: int, draws: int, rng: np.random.Generator) -> tuple[Parameters, np.ndarray]:
        """Return parameters and present margin of draws in which force has paid every year so far."""
        kept: list[tuple[Parameters, np.ndarray]] = []
        while sum(len(margin) for _, margin in kept) < draws:
            p = prior_sample(self.priors, draws, rng)
            noise = rng.standard_normal((draws, years)) * p["wobble"][:, None] - p["creep"][:, None]
            path = p["margin"][:, None] + np.cumsum(noise, axis=1)
            lasted = np.all(path > 0, axis=1)
            kept.append(({k: v[lasted] for k, v in p.items()}, path[lasted, -1]))
        names = self.priors
        together = {k: np.concatenate([p[k] for p, _ in kept])[:draws] for k in names}
        return together, np.concatenate([margin for _, margin in kept])[:draws]

    def _steady(
        self, history: History, years: np.ndarray, draws: int, rng: np.random.Generator
    ) -> np.ndarray:
        """Return output as it goes on under force: the growth of the last ten years with its luck."""
        past = history[OUTPUT].inner[-11:]
        gaps = np.diff(history[OUTPUT].years[-11:])
        mean = (past[-1] - past[0]) / gaps.sum()
        squares = ((np.diff(past) - mean * gaps) ** 2 / gaps).sum() + self.known * self.usual**2
        variance = squares / rng.chisquare(self.known + len(gaps) - 1, draws)
        pace = mean + np.sqrt(variance / gaps.sum()) * rng.standard_normal(draws)
        noise = np.sqrt(variance)[:, None] * rng.standard_normal((draws, len(years)))
        return np.exp(past[-1] + np.cumsum(pace[:, None] + noise, axis=1))
