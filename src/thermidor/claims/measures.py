"""Measures that many claims share; each is tested on series with known answers.

All take Series and give one number per row (or, for a break, three: its least, best and greatest date).
"""

from collections.abc import Callable

import numpy as np
from scipy.special import betaincinv

from .series import Series
from .view import Missing, View

NEVER = np.inf
BREAK_LEVEL = 6.53  # 90 % point of the likelihood ratio of a break's date: Hansen 2000, table I


def year_above(series: Series, threshold: float, start: int) -> np.ndarray:
    """Return the first year at or above a threshold, infinity if it never comes, NaN if nothing is known."""
    return _came(series, series.first_above(threshold, start), start)


def year_below(series: Series, threshold: float, start: int) -> np.ndarray:
    """Return the first year below a threshold, infinity if it never comes, NaN if nothing is known."""
    return _came(series, series.first_below(threshold, start), start)


def _came(series: Series, years: np.ndarray, start: int) -> np.ndarray:
    known = np.isfinite(series.values[:, max(start - series.first, 0) :]).any(axis=1)
    return np.where(np.isnan(years) & known, NEVER, years)


def trend(series: Series, first: int, last: int) -> np.ndarray:
    """Return the slope of a straight line through the years of a span, in units a year, gaps left out."""
    return _slope(series.between(first, last))


def log_trend(series: Series, first: int, last: int) -> np.ndarray:
    """Return trend growth over a span, per cent a year: the slope through the logarithms."""
    span = series.between(first, last)
    return 100 * _slope(np.log(np.where(span > 0, span, np.nan)))


def _slope(span: np.ndarray) -> np.ndarray:
    known = np.isfinite(span)
    count = known.sum(axis=1)
    time = np.where(known, np.arange(span.shape[1]), 0.0)
    values = np.where(known, span, 0.0)
    mean_t, mean_v = time.sum(axis=1) / np.maximum(count, 1), values.sum(axis=1) / np.maximum(count, 1)
    dt = np.where(known, time - mean_t[:, None], 0.0)
    dv = np.where(known, values - mean_v[:, None], 0.0)
    spread = (dt**2).sum(axis=1)
    return np.where(
        (count >= 3) & (spread > 0), (dt * dv).sum(axis=1) / np.where(spread > 0, spread, 1), np.nan
    )


def correlation(one: Series, other: Series, first: int, last: int, lag: int = 0) -> np.ndarray:
    """Return the correlation over a span of years; with a lag, ``one`` is read that many years later."""
    a, b = one.between(first + lag, last + lag), other.between(first, last)
    known = np.isfinite(a) & np.isfinite(b)
    count = known.sum(axis=1)
    centred = [np.where(known, x - _mean(x, known)[:, None], 0.0) for x in (a, b)]
    scale = np.sqrt((centred[0] ** 2).sum(axis=1) * (centred[1] ** 2).sum(axis=1))
    product = (centred[0] * centred[1]).sum(axis=1)
    return np.where((count >= 4) & (scale > 0), product / np.where(scale > 0, scale, 1), np.nan)


def _mean(values: np.ndarray, known: np.ndarray) -> np.ndarray:
    return np.where(known, values, 0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)


def break_year(series: Series, first: int, last: int, edge: int = 2) -> np.ndarray:
    """Return when the level of a series breaks: per row the least, best and greatest date (first new year).

    One break in the mean by least squares, at least ``edge`` known years on either side; the interval holds
    the dates that a likelihood ratio does not reject at 90 % (Hansen 2000). NaN with fewer than six known
    years.
    """
    span = series.between(first, last)
    known = np.isfinite(span)
    misfit = np.stack([_two_means(span, known, split, edge) for split in range(1, span.shape[1])], axis=1)
    least = misfit.min(axis=1, keepdims=True)
    count = known.sum(axis=1, keepdims=True)
    kept = count * (misfit - least) <= BREAK_LEVEL * least
    dates = np.arange(first + 1, last + 1)
    ends = [
        np.where(kept, dates, last).min(1),
        dates[misfit.argmin(axis=1)],
        np.where(kept, dates, first).max(1),
    ]
    enough = (count[:, 0] >= max(6, 2 * edge)) & np.isfinite(least[:, 0])
    return np.where(enough[:, None], np.stack(ends, axis=1).astype(float), np.nan)


def _two_means(span: np.ndarray, known: np.ndarray, split: int, edge: int) -> np.ndarray:
    """Return the sum of squares about two means, infinite where a side has too few known years."""
    total = np.zeros(len(span))
    for part, seen in ((span[:, :split], known[:, :split]), (span[:, split:], known[:, split:])):
        centred = np.where(seen, part - _mean(part, seen)[:, None], 0.0)
        total = total + np.where(seen.sum(axis=1) >= edge, (centred**2).sum(axis=1), np.inf)
    return total


def elasticity(
    cause: Series, cause_moved: Series, effect: Series, effect_moved: Series, first: int, last: int
) -> np.ndarray:
    """Return the per cent answer of an effect to one per cent of a cause moved, over means of a span.

    NaN where the cause moved by less than a tenth of a per cent.
    """
    answer = np.log(effect_moved.mean(first, last) / effect.mean(first, last))
    push = np.log(cause_moved.mean(first, last) / cause.mean(first, last))
    return np.where(np.abs(push) > 1e-3, answer / np.where(np.abs(push) > 1e-3, push, 1), np.nan)


def response(before: Series, after: Series, first: int, last: int) -> np.ndarray:
    """Return the change of the mean over a span, as a share of the mean before."""
    base = before.mean(first, last)
    return (after.mean(first, last) - base) / np.maximum(np.abs(base), 1e-9)


def difference(before: Series, after: Series, first: int, last: int) -> np.ndarray:
    """Return the change of the mean over a span, in the unit of the series."""
    return after.mean(first, last) - before.mean(first, last)


def happened(series: Series, threshold: float, first: int, last: int, years: int = 1) -> np.ndarray:
    """Return 1 per row where the series stays at or above a threshold for ``years`` running, else 0."""
    met = series.between(first, last) >= threshold
    runs = np.lib.stride_tricks.sliding_window_view(met, years, axis=1)
    return np.any(np.all(runs, axis=2), axis=1).astype(float)


def hazard_ratio(event: np.ndarray, exposed: np.ndarray) -> np.ndarray:
    """Return the hazard of an event in exposed years over that in the others, one number per row.

    ``event``, ``exposed``: shape (row, year); half an event is added on each side so that none gives no
    infinity (Haldane).
    """
    rates = [((event * side).sum(axis=1) + 0.5) / (side.sum(axis=1) + 0.5) for side in (exposed, 1 - exposed)]
    return rates[0] / rates[1]


def share_of(values: np.ndarray, low: float, high: float = np.inf) -> np.ndarray:
    """Return the part of the known values of a table's column that lies within a band, as one number."""
    known = np.asarray(values, float)
    known = known[np.isfinite(known)]
    return np.array([((known >= low) & (known <= high)).mean()]) if len(known) else np.array([np.nan])


def first_known(*measures: Callable[[View], np.ndarray]) -> Callable[[View], np.ndarray]:
    """Return a measure that takes the first of several that the view can answer.

    Put what only the record has (events, tables, foreign series) before the quantities of the model: then
    the record answers with the first and runs with the second, under one band.
    """

    def measure(view: View) -> np.ndarray:
        for one in measures[:-1]:
            try:
                return one(view)
            except Missing:
                continue
        return measures[-1](view)

    return measure


def chance_moved(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Return the change of the share of draws in which something happens, resampled: shape (1, 200).

    ``before``, ``after``: 0 or 1 per draw on the same luck. The replicates are a bootstrap over draws, so
    that a finding tells how sure so many draws make it.
    """
    picks = np.random.default_rng(0).integers(0, len(before), (200, len(before)))
    return (after[picks].mean(axis=1) - before[picks].mean(axis=1))[None, :]


def chance(came: np.ndarray) -> np.ndarray:
    """Return the chance of an event seen in some of a few cases: values over the central 90 %, one row.

    ``came``: 0 or 1 per case. The values are equally likely under Jeffreys' prior; NaN without a case.
    """
    cases = np.asarray(came, float)
    quantiles = np.linspace(0.05, 0.95, 19)
    found = betaincinv(cases.sum() + 0.5, len(cases) - cases.sum() + 0.5, quantiles)
    return (found if len(cases) else np.full(19, np.nan))[None]


def chance_less(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the chance of an event in one group of cases less that in another: all pairs, one row."""
    return (chance(one).T - chance(other)).reshape(1, -1)
