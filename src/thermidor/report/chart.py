"""One small chart as inline SVG: bands, medians with labels at their ends, the record as dots."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..claims.series import FIRST_YEAR, LAST_YEAR
from .curve import Curve, Spread
from .html import slug, tag, text
from .look import Look
from .marks import MARKS
from .number import number
from .scale import Scale, fitted

WIDTH, HEIGHT = 380, 232
LEFT, RIGHT, TOP, BOTTOM = 46, 336, 16, 208
YEAR_TICKS = (1913, 1930, 1950, 1970, 1990)
LABEL_ROOM = 12.0
WIDEST = 3.0  # the axis holds the record in at least a quarter of its height
MANY_TIMES = 20  # an index that grows so often is read as growth: logarithmic scale


@dataclass(frozen=True, slots=True)
class Axes:
    """The two scales of a chart; x is the same everywhere."""

    x: Scale
    y: Scale


@dataclass(frozen=True, slots=True)
class End:
    """Where a median ends."""

    look: Look
    x: float
    y: float


def axes(curve: Curve) -> Axes:
    """Return scales that hold medians and record; bands may leave them."""
    return Axes(Scale(FIRST_YEAR, LAST_YEAR, LEFT, RIGHT), _upright(curve))


def svg(curve: Curve, looks: Mapping[str, Look], place: Axes, told: str) -> str:
    """Return the chart; ``told`` says in words what it shows."""
    name = slug(curve.id)
    shown = [(looks[theory], one) for theory, one in curve.spreads.items() if len(one.known)]
    parts = [
        tag("title", text(f"{curve.title}, {curve.unit}"), id=f"t-{name}"),
        tag("desc", text(told), id=f"d-{name}"),
        _frame(place),
        *(_band(one, place, look) for look, one in shown),
        *(_line(one, place, look) for look, one in shown),
        _dots(curve, place),
        _labels(shown, place),
    ]
    box = f"0 0 {WIDTH} {HEIGHT}"
    return tag("svg", "\n".join(parts), viewBox=box, role="img", aria_labelledby=f"t-{name} d-{name}")


def _upright(curve: Curve) -> Scale:
    record = curve.record[["low", "value", "high"]].to_numpy(float)
    medians = np.concatenate([one.middle[one.known] for one in curve.spreads.values()])
    low, high = _extremes(np.append(medians, record), record)
    if curve.unit.endswith("0-1") and low >= 0 and high <= 1 and high > 0.5:
        return Scale(0.0, 1.0, BOTTOM, TOP)
    indexed = "= 100" in curve.unit and low > 0 and high / low >= MANY_TIMES
    return fitted(low, high, BOTTOM, TOP, indexed)


def _extremes(values: np.ndarray, record: np.ndarray) -> tuple[float, float]:
    values = values[np.isfinite(values)]
    if not len(values):
        return 0.0, 1.0
    low, high = float(values.min()), float(values.max())
    if not record.size or (low > 0 and high / low >= MANY_TIMES):
        return low, high
    top, foot = float(np.nanmax(record)), float(np.nanmin(record))
    room = WIDEST * max(top - foot, abs(top))
    return max(low, foot - room), min(high, top + room)


def _frame(place: Axes) -> str:
    ticks = {value: float(place.y.at(value)) for value in place.y.ticks()}
    lines = "".join(f"M{LEFT} {y:.1f}H{RIGHT}" for y in ticks.values())
    values = "".join(_word(LEFT - 5, y + 3.5, number(value), "end") for value, y in ticks.items())
    years = "".join(_word(float(place.x.at(year)), BOTTOM + 15, str(year), "middle") for year in YEAR_TICKS)
    base = _path(f"M{LEFT} {BOTTOM}H{RIGHT}", "base")
    return _path(lines, "grid") + _history(place) + base + values + years


def _history(place: Axes) -> str:
    places = [float(place.x.at(mark.year)) for mark in MARKS]
    lines = _path("".join(f"M{x:.1f} {TOP}V{BOTTOM}" for x in places), "mark")
    return lines + "".join(_word(x, TOP - 5, str(i), "middle") for i, x in enumerate(places, 1))


def _band(one: Spread, place: Axes, look: Look) -> str:
    known = np.flatnonzero(np.isfinite(one.low) & np.isfinite(one.high))
    x = place.x.at(known + FIRST_YEAR)
    there, back = _points(x, place.y.at(one.high[known])), _points(x[::-1], place.y.at(one.low[known])[::-1])
    return _path(f"M{there}L{back}Z", f"band {look.css}")


def _line(one: Spread, place: Axes, look: Look) -> str:
    points = _points(place.x.at(one.known + FIRST_YEAR), place.y.at(one.middle[one.known]))
    return _path(f"M{points}", f"line {look.css}", look.dash)


def _dots(curve: Curve, place: Axes) -> str:
    rows = curve.record
    x = place.x.at(rows["year"].to_numpy(float))
    low, middle, high = (place.y.at(rows[name].to_numpy(float)) for name in ("low", "value", "high"))
    bars = "".join(f"M{a:.1f} {b:.1f}V{c:.1f}" for a, b, c in zip(x, low, high, strict=True) if b - c > 1)
    kinds = np.where(rows["quality"].isin(["good", "fair"]), "dot", "dot open")
    dots = "".join(_dot(*one) for one in zip(x, middle, kinds, strict=True))
    return (_path(bars, "range") if bars else "") + dots


def _labels(shown: list[tuple[Look, Spread]], place: Axes) -> str:
    ends = sorted((_end(look, one, place) for look, one in shown), key=lambda end: end.y)
    written = apart([end.y for end in ends])
    return "".join(_label(end, at) for end, at in zip(ends, written, strict=True))


def _end(look: Look, one: Spread, place: Axes) -> End:
    last = int(one.known[-1])
    return End(look, float(place.x.at(last + FIRST_YEAR)), float(place.y.at(one.middle[last])))


def _label(end: End, at: float) -> str:
    lead = _path(f"M{end.x + 1:.1f} {end.y:.1f}L{RIGHT + 6} {at:.1f}", f"lead {end.look.css}")
    return lead + _word(RIGHT + 9, at + 3.5, end.look.short, "start", "end")


def apart(places: list[float]) -> list[float]:
    """Return label places in the same order, far enough apart to be read and inside the chart.

    >>> apart([100.0, 100.0, 101.0]), apart([20.0, 207.0, 208.0])
    ([100.0, 112.0, 124.0], [20.0, 196.0, 208.0])
    """
    down, lowest = list(places), float(BOTTOM)
    for i in range(1, len(down)):
        down[i] = max(down[i], down[i - 1] + LABEL_ROOM)
    for i in reversed(range(len(down))):
        down[i] = min(down[i], lowest)
        lowest = down[i] - LABEL_ROOM
    return down


def _points(x: np.ndarray, y: np.ndarray) -> str:
    return "L".join(f"{a:.1f} {b:.1f}" for a, b in zip(x, y, strict=True))


def _path(d: str, css: str, dash: str = "") -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{d}" class="{css}"{dashed}/>'


def _dot(x: float, y: float, css: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2" class="{css}"/>'


def _word(x: float, y: float, said: str, anchor: str, css: str = "") -> str:
    return tag("text", text(said), x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor, class_=css or None)
