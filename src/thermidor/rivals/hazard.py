r"""Nulls of the end: no politics, only a chance each year.

.. math:: P(\text{lasts } n \text{ years}) = (1 - h)^n

`ConstantHazard` has one fixed :math:`h`; at 0.6 per cent a year 37 per cent of draws end within the 78 years
of 1914-91. `OtherRegimes` learns :math:`h` from regimes that called themselves communist: net falls of their
number over regime-years, gamma posterior under Jeffreys' prior. Net falls miss a fall and a rise in one year,
so that it is a lower bound.

>>> round(1 - (1 - ConstantHazard().rate) ** 78, 2)
0.37
"""

from dataclasses import dataclass

import numpy as np

from .history import History
from .rival import REGIMES, Forecast, ahead, dice


@dataclass(frozen=True, slots=True)
class ConstantHazard:
    """The same chance of ending every year."""

    id: str = "constant-hazard"
    label: str = "constant hazard, 0.6 % a year"
    source: str = "null: a rate that ends 37 % of draws by the recorded end"
    rate: float = 0.006

    def speaks(self, history: History) -> tuple[str, ...]:
        """Return nothing: it speaks of the end alone."""
        return ()

    def forecast(self, history: History, last: int, draws: int, seed: int) -> Forecast:
        """Return the hazard path."""
        years = ahead(history, last)
        return Forecast(self.id, history.until, years, seed, {}, np.full((draws, len(years)), self.rate))


@dataclass(frozen=True, slots=True)
class OtherRegimes:
    """The chance at which regimes of the kind have ended up to the freeze."""

    id: str = "other-regimes"
    label: str = "hazard of other regimes of the kind"
    source: str = "count of communist regimes (Kailitz), net falls over regime-years"

    def speaks(self, history: History) -> tuple[str, ...]:
        """Return nothing: it speaks of the end alone."""
        return ()

    def forecast(self, history: History, last: int, draws: int, seed: int) -> Forecast:
        """Return hazard paths; none before there were other regimes to count."""
        rng, years = dice(self.id, history, seed), ahead(history, last)
        if REGIMES not in history:
            return Forecast(self.id, history.until, years, seed, {})
        falls, exposure = falls_and_years(history)
        rate = rng.gamma(falls + 0.5, 1 / exposure, draws)
        path = np.repeat(-np.expm1(-rate)[:, None], len(years), axis=1)
        return Forecast(self.id, history.until, years, seed, {}, path)


def falls_and_years(history: History) -> tuple[float, float]:
    """Return net falls of the number of regimes, and the regime-years in which they could have fallen."""
    count = history[REGIMES].value
    return float(np.maximum(-np.diff(count), 0).sum()), float(max(count[:-1].sum(), 1.0))
