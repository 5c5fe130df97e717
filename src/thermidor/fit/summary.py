r"""Summaries: what a fit sees of a run, and of the record.

A summary is the mean over a span of years of a series' distance from the record, over its allowed error; so
the record's own summary is nought. Distances are bent, :math:`c \tanh(z/c)`: far is far. Dated events and
what no series tells are summaries too: distance from the middle of a pattern's window over its half width.

Allowed error is stated, not fitted: half the record's range and the discrepancy ``Observed.error`` of a model
of this kind. Neither shrinks with the number of years in a span, as both are the same mistake every year, and
neighbouring spans of one series share half of it. Nothing after ``until`` is read.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..claims.series import FIRST_YEAR
from ..claims.view import Run
from ..lab.implausible import CAP, YEAR_SCALE
from ..lab.known import known
from ..lab.observe import Observed
from ..lab.patterns import PATTERNS, Pattern
from ..lab.score import SCORED

LAST = 1992  # the last year that a theory of the regime is held to
SPANS = (1913, 1921, 1929, 1941, 1954, 1974)  # first years
NEIGHBOURS = 0.5  # correlation of the error of neighbouring spans of one series
EVENTS = (
    "democracy-lost", "party-democracy-lost", "nep", "turn", "collectivised", "terror", "camps-1950",
    "camps-fall", "fascism", "satellites-held", "transfer-sign", "satellite-revolts", "end",
)  # fmt: skip
LASTED = "lasted"


@dataclass(frozen=True, slots=True)
class Seen:
    """One recorded series as far as a fit sees it: years, middle and tolerance (inner scale) by span."""

    one: Observed
    years: tuple[np.ndarray, ...]
    middle: tuple[np.ndarray, ...]
    tolerance: tuple[float, ...]
    spans: tuple[int, ...]

    def distance(self, run: Run) -> np.ndarray:
        """Return the mean distance over the allowed error, shape (draw, span)."""
        model = _inner(self.one, self.one.model(run))
        parts = zip(self.years, self.middle, self.tolerance, strict=True)
        return np.stack([(model[:, y - FIRST_YEAR] - m).mean(1) / t for y, m, t in parts], axis=1)


@dataclass(frozen=True, slots=True)
class Layout:
    """What a fit until a year sees: series, events, and whether the regime has lasted."""

    until: int
    series: tuple[Seen, ...]
    events: tuple[Pattern, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the summaries: series and first year of the span, or event."""
        spans = [f"{s.one.series} {first}" for s in self.series for first in s.spans]
        return (*spans, *(event.id for event in self.events), LASTED)

    def summaries(self, run: Run) -> np.ndarray:
        """Return the summaries of a run, shape (draw, summary); the record's are nought."""
        series = [one.distance(run) for one in self.series]
        events = [_event(one, run) for one in self.events]
        far = np.concatenate([*series, np.stack([*events, _lasted(run, self.until)], axis=1)], axis=1)
        return CAP * np.tanh(np.nan_to_num(far, nan=CAP, posinf=2 * CAP, neginf=-2 * CAP) / CAP)

    def noise(self) -> np.ndarray:
        """Return the covariance of the allowed error, of shape (summary, summary)."""
        spread = np.eye(len(self.names))
        at = 0
        for one in self.series:
            place = np.array([SPANS.index(first) for first in one.spans])
            block = slice(at, at + len(place))
            spread[block, block] = NEIGHBOURS ** np.abs(place[:, None] - place)
            at += len(place)
        return spread


def layout(until: int) -> Layout:
    """Return what a fit that ends with the year ``until`` sees."""
    series = tuple(_seen(one, rows) for one, rows in _known(until))
    events = tuple(one for one in PATTERNS if one.id in EVENTS and one.known_by <= until)
    return Layout(until, series, events)


def _known(until: int) -> Iterator[tuple[Observed, pd.DataFrame]]:
    """Yield every scored series with its rows up to a year; those set to a later base year are not known."""
    for one in SCORED:
        rows = known(one, until)
        rows = rows[rows["year"] <= LAST]
        if len(rows):
            yield one, rows


def _seen(one: Observed, rows: pd.DataFrame) -> Seen:
    span = np.searchsorted(SPANS, rows["year"].to_numpy(), side="right") - 1
    spans = sorted(set(span.tolist()))
    low, value, high = (_inner(one, rows[c].to_numpy(float)) for c in ("low", "value", "high"))
    years = rows["year"].to_numpy()
    tolerance = [float(np.hypot(one.error, ((high - low) / 2)[span == s].mean())) for s in spans]
    return Seen(
        one,
        tuple(years[span == s] for s in spans),
        tuple(value[span == s] for s in spans),
        tuple(tolerance),
        tuple(SPANS[s] for s in spans),
    )


def _inner(one: Observed, values: np.ndarray) -> np.ndarray:
    return values if one.absolute else np.log(np.maximum(values, 1e-9))


def _event(one: Pattern, run: Run) -> np.ndarray:
    half = (one.high - one.low) / 2
    scale = np.hypot(half, YEAR_SCALE) if one.is_year else half
    return (one.values(run) - (one.low + one.high) / 2) / scale


def _lasted(run: Run, until: int) -> np.ndarray:
    """Return how many years too early the regime ended, negative, over the scale of a date."""
    end = np.nan_to_num(run["ended"].first_above(0.5, FIRST_YEAR), nan=np.inf, posinf=np.inf)
    lived = min(until, LAST) if until < ENDED else ENDED
    return np.minimum(end - lived, 0.0) / YEAR_SCALE


ENDED = 1986  # from this year on an end is no longer too early
