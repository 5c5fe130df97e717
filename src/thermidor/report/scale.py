"""From values to places on the page."""

import math
from dataclasses import dataclass

import numpy as np

TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Scale:
    """Map values from ``low`` to ``high`` to places from ``start`` to ``end``; beyond is the edge."""

    low: float
    high: float
    start: float
    end: float
    logarithmic: bool = False

    def at(self, values: np.ndarray | float) -> np.ndarray:
        """Return places; NaN stays NaN.

        >>> Scale(0, 10, 0, 100).at(np.array([5.0, 20.0])).tolist()
        [50.0, 100.0]
        """
        low, high, inside = self.low, self.high, np.clip(np.asarray(values, float), self.low, self.high)
        if self.logarithmic:
            low, high, inside = math.log(low), math.log(high), np.log(inside)
        return self.start + (self.end - self.start) * (inside - low) / (high - low)

    def outside(self, values: np.ndarray) -> bool:
        """Return whether any value lies beyond the scale by more than a hair."""
        hair = 1e-6 * (self.high - self.low)
        return bool(np.nanmin(values) < self.low - hair or np.nanmax(values) > self.high + hair)

    def ticks(self) -> list[float]:
        """Return round values along the scale.

        >>> Scale(0, 10, 0, 1).ticks(), Scale(8, 1200, 0, 1, True).ticks()
        ([0, 5, 10], [10.0, 100.0, 1000.0])
        """
        return _decades(self.low, self.high) if self.logarithmic else _steps(self.low, self.high)


def fitted(lows: float, highs: float, start: float, end: float, logarithmic: bool = False) -> Scale:
    """Return a scale around the given extremes, with nought where it is near.

    >>> fitted(1.0, 9.0, 0, 1).low, fitted(50.0, 60.0, 0, 1).low > 40
    (0.0, True)
    """
    if logarithmic:
        return Scale(max(lows, TINY) / 1.15, highs * 1.15, start, end, True)
    room = 0.06 * (highs - lows) or 0.1 * abs(highs) or 1.0
    low = 0.0 if 0 <= lows <= 0.5 * highs else lows - room
    return Scale(low, 0.0 if low < 0 and highs == 0 else highs + room, start, end)


def _steps(low: float, high: float) -> list[float]:
    rough = (high - low) / 4
    size = 10 ** math.floor(math.log10(rough))
    step = next(m * size for m in (1, 2, 5, 10) if m * size >= rough)
    first, last = math.ceil(low / step - TINY), math.floor(high / step + TINY)
    return [round(i * step, 10) for i in range(first, last + 1)]


def _decades(low: float, high: float) -> list[float]:
    span = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    inner = (1, 3) if math.log10(high / low) < 2 else (1,)
    return [float(m * 10.0**e) for e in span for m in inner if low <= m * 10.0**e <= high]
