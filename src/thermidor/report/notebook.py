"""Runs and boards as a notebook shows them: charts beside the record, tables, and where numbers come from."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd
import xarray as xr

from ..errors import ThermidorError, unknown
from ..frame.derived import DERIVED
from ..frame.state import METAS
from ..lab.ensemble import Frames
from ..lab.observe import OBSERVED
from . import words
from .board import GLYPHS
from .chart import HEIGHT, WIDTH, axes, svg
from .curve import Curve, modelled, observed
from .figures import numbers
from .html import paragraphs, tag, text
from .look import Look, looks
from .sheet import CHART
from .sources import keys
from .table import table, unfolding

USUAL = ("gdp-ussr-maddison", "consumption_per_head", "bureaucracy_autonomy")
SERIES = {one.series: one for one in OBSERVED}
MOST_CLAIMS = 40
ON_ITS_OWN = "svg { background: var(--paper); }\n"


@dataclass(frozen=True, slots=True, repr=False)
class Shown:
    """A piece of a page: ``html`` for a notebook, ``said`` in words for everything else."""

    said: str
    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.said


def show(what: xr.Dataset | pd.DataFrame, *quantities: str) -> Shown:
    """Return runs as charts and tables, or a board of claims as a table, for a cell of a notebook.

    ``what``: the runs of :func:`thermidor.run`, or the board of :func:`thermidor.claims`. ``quantities``:
    recorded series and fields of the model by id; three usual ones if none is named. Raises ThermidorError
    for an unknown quantity, and for anything that is neither runs nor a board.
    """
    if isinstance(what, xr.Dataset) and {"theory", "draw", "year"} <= set(what.dims):
        return _runs(what, quantities or USUAL)
    if isinstance(what, pd.DataFrame) and {"claim", "reading", "witness", "verdict"} <= set(what.columns):
        return _board(what)
    remedy = "Give what thermidor.run() or thermidor.claims() returned."
    raise ThermidorError("is neither runs nor a board of claims", "show", type(what).__name__, remedy)


def _runs(runs: xr.Dataset, quantities: tuple[str, ...]) -> Shown:
    frames = _frames(runs)
    shown = looks(frames)
    curves = [_curve(name, frames) for name in quantities]
    facts = [f"{name.replace('_', ' ')}: {value}" for name, value in runs.attrs.items()]
    key = "; ".join(f"{one.short} {one.name}" for one in shown.values())
    told = f"{'; '.join(facts)}. Lines: medians; bands: central 90 % of draws; dots: record. {key}."
    said = "\n".join(f"{one.title}, {one.unit}: {words.described(one, shown)}" for one in curves)
    return Shown(f"{told}\n{said}", paragraphs(told) + "\n".join(_figure(one, shown) for one in curves))


def _frames(runs: xr.Dataset) -> dict[str, Frames]:
    arrays = {str(name): values.to_numpy() for name, values in runs.data_vars.items()}
    theories = [str(one) for one in runs["theory"].to_numpy()]
    return {theory: {name: rows[i] for name, rows in arrays.items()} for i, theory in enumerate(theories)}


def _curve(name: str, frames: Mapping[str, Frames]) -> Curve:
    if name in SERIES:
        return observed(SERIES[name], frames)
    if name in DERIVED or (name in METAS and not METAS[name].axis):
        return modelled(name, frames)
    raise unknown("quantity", "quantity", name, [*SERIES, *DERIVED, *METAS], "thermidor explain ID")


def _figure(curve: Curve, shown: Mapping[str, Look]) -> str:
    place = axes(curve)
    unit = f"{curve.unit}, logarithmic scale" if place.y.logarithmic else curve.unit
    told = words.described(curve, shown)
    sources = (
        f"Record: {', '.join(keys(curve.record))}." if curve.recorded else "A quantity of the model alone."
    )
    parts = [
        tag("figcaption", tag("b", text(curve.title)) + text(f", {unit}")),
        _image(svg(curve, shown, place, told), f"{curve.title}, {unit}. {told}"),
        paragraphs(words.beyond(curve, shown, place), sources),
        unfolding("Numbers", numbers(curve, shown)),
    ]
    return tag("figure", "\n".join(parts))


def _image(drawing: str, told: str) -> str:
    """Return a drawing as an image with a style of its own, apart from the notebook's."""
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
    whole = drawing.replace("<svg ", opening, 1).replace(">", f"><style>{CHART}{ON_ITS_OWN}</style>", 1)
    data = b64encode(whole.encode()).decode()
    return f'<img alt="{text(told)}" width="{WIDTH}" src="data:image/svg+xml;base64,{data}">'


def _board(found: pd.DataFrame) -> Shown:
    witnesses = list(dict.fromkeys(found["witness"]))
    heads = _heads(witnesses)
    counts = pd.crosstab(found["verdict"], found["witness"])[witnesses]
    tally = [
        [str(verdict), *map(str, row)] for verdict, row in zip(counts.index, counts.to_numpy(), strict=True)
    ]
    rows = list(_claims(found, witnesses))
    left = len(rows) - MOST_CLAIMS
    more = f"{left} more are not shown: filter the board." if left > 0 else ""
    parts = [
        table("Verdicts on the readings of claims, by witness", ["verdict", *heads], tally),
        table("Claims and readings", ["claim", "reading", *heads], rows[:MOST_CLAIMS]),
        paragraphs(more),
    ]
    return Shown(f"{len(rows)} readings of claims\n{counts.to_string()}", "\n".join(parts))


def _heads(witnesses: list[str]) -> list[str]:
    shown = looks(one for one in witnesses if one != "record")
    return [shown[one].short if one in shown else one for one in witnesses]


def _claims(found: pd.DataFrame, witnesses: list[str]) -> Iterator[list[str]]:
    for (claim, reading), part in found.groupby(["claim", "reading"], sort=False):
        said = dict(zip(part["witness"], part["verdict"], strict=True))
        verdicts = [said.get(one, "") for one in witnesses]
        yield [str(claim), str(reading), *(f"{GLYPHS.get(one, '')} {one}".strip() for one in verdicts)]
