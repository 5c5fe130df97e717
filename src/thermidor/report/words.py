"""Sentences made from numbers: what a chart shows, and what the scores say."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from .chart import Axes
from .curve import Curve, Spread
from .look import Look
from .number import number, percent
from .ties import least, level_with

RARE = 0.05


def joined(items: Iterable[str]) -> str:
    """Return words as a list in a sentence.

    >>> joined(["BC"]), joined(["BC", "NM", "SC"])
    ('BC', 'BC, NM and SC')
    """
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last


def shorts(theories: Iterable[str], looks: Mapping[str, Look]) -> str:
    """Return theories by their short labels."""
    return joined(looks[one].short for one in theories)


def described(curve: Curve, looks: Mapping[str, Look]) -> str:
    """Return what a chart shows: medians at both ends, the last bands, the span of the record."""
    known = {theory: one for theory, one in curve.spreads.items() if len(one.known)}
    told = [_path(one, looks[theory].short, curve.years) for theory, one in known.items()]
    return "; ".join(told) + ". " + _recorded(curve) if told else "No theory has a value here."


def beyond(curve: Curve, looks: Mapping[str, Look], place: Axes) -> str:
    """Return which medians and bands leave the axis; nothing if none does."""
    spreads = {theory: one for theory, one in curve.spreads.items() if len(one.known)}
    medians = [t for t, one in spreads.items() if place.y.outside(one.middle)]
    bands = [t for t, s in spreads.items() if t not in medians and place.y.outside(np.append(s.low, s.high))]
    told = [f"the median of {_whose(medians, looks)}"] if medians else []
    told += [f"the 90\xa0% band of {_whose(bands, looks)}"] if bands else []
    return f"Beyond the axis in some years: {joined(told)}; the table has the numbers." if told else ""


def tie(theories: Sequence[str], looks: Mapping[str, Look]) -> str:
    """Return theories as a label, marked as tied if there are several."""
    return shorts(theories, looks) if len(theories) == 1 else f"{shorts(theories, looks)} (tied)"


def nowhere(patterns: pd.DataFrame) -> list[str]:
    """Return the patterns that no theory gives in a single draw."""
    most = patterns.groupby("meaning", sort=False)["share"].max()
    return list(most[most == 0].index)


def rare(patterns: pd.DataFrame) -> list[str]:
    """Return the patterns that some theory gives, but none in more than one draw of twenty."""
    most = patterns.groupby("meaning", sort=False)["share"].max()
    return [f"{meaning} (at most {percent(share)})" for meaning, share in most.items() if 0 < share < RARE]


def common(patterns: pd.DataFrame) -> list[str]:
    """Return the patterns that every theory gives in half of its draws or more."""
    fewest = patterns.groupby("meaning", sort=False)["share"].min()
    return list(fewest[fewest >= 0.5].index)


def separating(patterns: pd.DataFrame, looks: Mapping[str, Look], draws: int, most: int = 6) -> list[str]:
    """Return the patterns in which theories differ most, with who gives them most and least."""
    parts = {str(meaning): _shares(part) for meaning, part in patterns.groupby("meaning", sort=False)}
    apart = {m: s for m, s in parts.items() if len(level_with(s, True, draws)) < len(s)}
    widest = sorted(apart, key=lambda meaning: min(apart[meaning].values()) - max(apart[meaning].values()))
    return [_difference(meaning, apart[meaning], looks, draws) for meaning in widest[:most]]


def nearest(series: pd.DataFrame, looks: Mapping[str, Look]) -> list[str]:
    """Return how often each theory comes nearest to the record, ties told apart."""
    firsts = [least(_errors(part)) for _, part in series.groupby("series", sort=False)]
    alone = [f"{looks[t].short} {sum(f == [t] for f in firsts)}" for t in looks]
    ties = [shorts(f, looks) for f in firsts if len(f) > 1]
    told = [f"Series in which one theory alone is nearest to the record: {', '.join(alone)}."]
    return told + [f"Ties (errors printed alike) in {len(ties)} series: {_counted(ties)}."] * bool(ties)


def printed(value: float, unit: str) -> str:
    """Return an error as the tables print it: whole per cent, or two figures."""
    return f"{value:,.0f}\xa0%" if unit == "%" else number(float(f"{value:.2g}"))


def _whose(theories: Sequence[str], looks: Mapping[str, Look]) -> str:
    return "every theory" if len(theories) == len(looks) > 1 else shorts(theories, looks)


def _shares(part: pd.DataFrame) -> dict[str, float]:
    return dict(zip(part["theory"], part["share"], strict=True))


def _errors(part: pd.DataFrame) -> dict[str, tuple[float, str]]:
    return {r.theory: (r.error, printed(r.error, r.error_unit)) for r in part.itertuples()}


def _counted(ties: list[str]) -> str:
    return "; ".join(f"{who} {ties.count(who)}" for who in dict.fromkeys(ties))


def _difference(meaning: str, shares: Mapping[str, float], looks: Mapping[str, Look], draws: int) -> str:
    high, low = level_with(shares, True, draws), level_with(shares, False, draws)
    return f"{meaning}: most often {_met(high, shares, looks)}, least often {_met(low, shares, looks)}"


def _met(theories: Sequence[str], shares: Mapping[str, float], looks: Mapping[str, Look]) -> str:
    ends = sorted({shares[one] for one in theories})
    told = dict.fromkeys((percent(ends[0]), percent(ends[-1])))
    return f"{tie(theories, looks)} {' to '.join(told)}"


def _path(one: Spread, short: str, years: np.ndarray) -> str:
    first, last = one.known[0], one.known[-1]
    start = f"{short} from {number(float(one.middle[first]))} in {years[first]}"
    band = f"90\xa0% {number(float(one.low[last]))} to {number(float(one.high[last]))}"
    return f"{start} to {number(float(one.middle[last]))} in {years[last]} ({band})"


def _recorded(curve: Curve) -> str:
    rows = curve.record
    if not curve.recorded:
        return "A quantity of the model; no record stands beside it."
    first, last = rows.iloc[0], rows.iloc[-1]
    told = f"Record: {number(first['value'])} in {first['year']}"
    if len(rows) == 1:
        return f"{told}, the only year."
    return f"{told}, {number(last['value'])} in {last['year']}, {len(rows)} years in all."
