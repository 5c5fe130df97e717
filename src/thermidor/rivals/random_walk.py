r"""Every series goes on as it went, with the same luck: random walk with drift.

.. math:: y_{t+\Delta} = y_t + \mu\Delta + \sigma\sqrt{\Delta}\,\varepsilon

:math:`y` is the log of a positive series, the level of a share. Gaps in the record are long steps. Drift and
variance are drawn from their posterior under a normal-inverse-gamma prior, so that a short history gives wide
forecasts. The null of nulls: no theory has earned anything that does not beat it.

>>> import numpy as np
>>> from .history import History, Past
>>> years = np.arange(1950, 1971)
>>> steady = History.of({"x": Past("x", "index", years, 100 * 1.05 ** (years - 1950))}, until=1970)
>>> ten = RandomWalk().forecast(steady, 1980, draws=2000, seed=1).draws["x"][:, -1]
>>> bool(0.9 < np.median(ten) / (100 * 1.05**30) < 1.0)  # the prior of no drift still pulls a little
True
"""

from dataclasses import dataclass

import numpy as np

from .history import History, Past
from .rival import Forecast, ahead, dice

LEAST = 3


@dataclass(frozen=True, slots=True)
class RandomWalk:
    """Drift ``drift`` a year about nought; variance as if ``known`` years had shown ``usual``.

    For a positive series the numbers are shares, for an absolute one parts of its range so far. ``window``:
    how many years before the freeze count; all if 0, and the last three records always.
    """

    id: str = "random-walk"
    label: str = "random walk with drift"
    source: str = "Meese and Rogoff 1983 on why it is the yardstick; the prior is an assumption"
    drift: float = 0.05
    usual: float = 0.05
    known: float = 3.0
    window: int = 0

    def speaks(self, history: History) -> tuple[str, ...]:
        """Return every series with three recorded years."""
        return tuple(name for name in history if len(history[name].years) >= LEAST)

    def forecast(self, history: History, last: int, draws: int, seed: int) -> Forecast:
        """Return a walk of each series from its last recorded year."""
        rng, years = dice(self.id, history, seed), ahead(history, last)
        walked = {
            name: self._walk(self._recent(history[name], history.until), years, draws, rng)
            for name in sorted(self.speaks(history))
        }
        return Forecast(self.id, history.until, years, seed, walked)

    def _recent(self, past: Past, until: int) -> Past:
        """Return what counts of a series."""
        first = min(until - self.window, int(past.years[-LEAST])) if self.window else int(past.years[0])
        return past.since(first)

    def _walk(self, past: Past, years: np.ndarray, draws: int, rng: np.random.Generator) -> np.ndarray:
        unit = max(float(np.ptp(past.value)), 1e-3) if past.absolute else 1.0
        drift, variance = self._posterior(past, unit, draws, rng)
        steps = np.diff(np.concatenate([past.years[-1:], years]))
        noise = rng.standard_normal((draws, len(years))) * np.sqrt(steps)
        return past.outer(
            past.inner[-1] + drift[:, None] * np.cumsum(steps)
            + np.cumsum(np.sqrt(variance)[:, None] * noise, axis=1)
        )  # fmt: skip

    def _posterior(
        self, past: Past, unit: float, draws: int, rng: np.random.Generator
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return drift and variance: conjugate, the steps weighed by their length."""
        gaps, rises = np.diff(past.years), np.diff(past.inner)
        ties = (self.usual / self.drift) ** 2  # the prior counts as so many years of no drift
        span = gaps.sum() + ties
        mean = rises.sum() / span
        squares = (rises**2 / gaps).sum() - span * mean**2
        shape = self.known + len(gaps)
        scale = self.known * (self.usual * unit) ** 2 + squares
        variance = scale / rng.chisquare(shape, draws)
        return mean + np.sqrt(variance / span) * rng.standard_normal(draws), variance
