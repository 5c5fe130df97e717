"""Charts as figures: heading, picture, words, table, source."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from . import words
from .chart import axes, svg
from .curve import Curve
from .html import slug, tag, text
from .look import Look
from .marks import MARKS
from .number import number, spread
from .sources import keys
from .table import table, target, unfolding

EVERY = 5
FEW_YEARS = 12


def gallery(title: str, curves: Sequence[Curve], looks: Mapping[str, Look]) -> str:
    """Return one group of charts: the recorded series, then the quantities of the model alone."""
    parts = [tag("h3", text(title), id=f"charts-{slug(title)}")]
    for head, chosen in _halves(curves):
        figures = "\n".join(figure(one, looks) for one in chosen)
        parts.append(f"{tag('h4', text(f'{title}: {head}'))}\n{tag('div', figures, class_='charts')}")
    return tag("section", "\n".join(parts), aria_labelledby=f"charts-{slug(title)}")


def figure(curve: Curve, looks: Mapping[str, Look]) -> str:
    """Return one chart with what belongs to it."""
    place = axes(curve)
    unit = f"{curve.unit}, logarithmic scale" if place.y.logarithmic else curve.unit
    head = tag("figcaption", tag("h5", text(curve.title)) + tag("p", text(unit), class_="unit"))
    picture = svg(curve, looks, place, words.described(curve, looks))
    leaving = words.beyond(curve, looks, place)
    note = tag("p", text(leaving), class_="note") if leaving else ""
    parts = (head, picture, note, unfolding("Show as table", numbers(curve, looks)), _source(curve))
    return tag("figure", "\n".join(filter(None, parts)), id=target(curve.id))


def numbers(curve: Curve, looks: Mapping[str, Look]) -> str:
    """Return the chart as a table: every fifth year, and every recorded year where they are few."""
    shorts = [looks[theory].short for theory in curve.spreads]
    columns = ["year", "record", *shorts] if curve.recorded else ["year", *shorts]
    caption = f"{curve.title}, {curve.unit}: median (central 90 % of draws)"
    first = curve.record.drop_duplicates("year").itertuples()
    record = {row.year: _recorded(row) for row in first}
    return table(caption, columns, [_row(curve, record, year) for year in _years(curve)])


def events() -> str:
    """Return the years marked on the charts as a numbered list."""
    rows = "".join(tag("li", text(f"{mark.year}: {mark.happened}")) for mark in MARKS)
    return tag("ol", rows, class_="events")


def _halves(curves: Sequence[Curve]) -> Iterator[tuple[str, list[Curve]]]:
    heads = ("against the record", "quantities of the model alone")
    for head, recorded in zip(heads, (True, False), strict=True):
        if chosen := [one for one in curves if one.recorded == recorded]:
            yield head, chosen


def _years(curve: Curve) -> list[int]:
    first, last = int(curve.years[0]), int(curve.years[-1])
    wanted = {first, last, *(year for year in range(first, last + 1) if year % EVERY == 0)}
    known = {int(year) for year in curve.record["year"]}
    return sorted(wanted | known if len(known) <= FEW_YEARS else wanted)


def _row(curve: Curve, record: Mapping[Any, str], year: int) -> list[str]:
    at = year - int(curve.years[0])
    cells = [spread(one.middle[at], one.low[at], one.high[at]) for one in curve.spreads.values()]
    known = [record.get(year, number(float("nan")))] if curve.recorded else []
    return [str(year), *known, *cells]


def _recorded(row: Any) -> str:
    middle = float(row.value)
    return (
        number(middle) if np.isclose(row.low, row.high) else spread(middle, float(row.low), float(row.high))
    )


def _source(curve: Curve) -> str:
    if not curve.recorded:
        return tag("p", f"Model: {tag('code', text(curve.id))}", class_="source")
    links = ", ".join(tag("a", text(one), href=f"#source-{slug(one)}") for one in keys(curve.record))
    return tag("p", f"Record: {tag('code', text(curve.id))}. Source: {links}.", class_="source")
