"""How far a run is from the record up to a year: series against their range, patterns against their band."""

from collections.abc import Iterator

import numpy as np

from ..claims.view import Run
from .known import is_known
from .observe import OBSERVED
from .patterns import PATTERNS, Pattern

CAP = 5.0  # beyond this, farther is no worse: one impossible series must not hide all others
EVENT_SCALE = 0.25  # a band missed by a quarter of its middle counts as one
YEAR_SCALE = 3.0  # an event three years off its window counts as one


def parts(run: Run, last: int) -> Iterator[tuple[str, np.ndarray]]:
    """Yield (series or pattern id, implausibility per draw) for what the record says up to ``last``."""
    for one in (one for one in OBSERVED if is_known(one, last)):
        distance = one.implausibility(run, last=last)
        if distance.shape[1]:
            yield one.series, np.sqrt(np.mean(_capped(distance) ** 2, axis=1))
    for pattern in PATTERNS:
        if pattern.known_by <= last:
            yield pattern.id, _capped(pattern_distance(pattern, run))


def misfit(run: Run, last: int) -> np.ndarray:
    """Return the root mean square implausibility over all series and patterns, per draw."""
    return np.sqrt(np.mean([distance**2 for _, distance in parts(run, last)], axis=0))


def pattern_distance(pattern: Pattern, run: Run) -> np.ndarray:
    """Return how far outside its band a pattern's measure lies, in scale units, per draw."""
    values = pattern.values(run)
    outside = np.maximum(pattern.low - values, 0.0) + np.maximum(values - pattern.high, 0.0)
    return np.where(np.isfinite(values), outside / _scale(pattern), CAP)


def _scale(pattern: Pattern) -> float:
    if pattern.is_year:
        return YEAR_SCALE
    ends = [end for end in (pattern.low, pattern.high) if np.isfinite(end)]
    return max(EVENT_SCALE * float(np.mean(np.abs(ends))), 1e-3)


def _capped(values: np.ndarray) -> np.ndarray:
    return np.minimum(np.where(np.isfinite(values), values, CAP), CAP)
