"""Quantities that can be drawn: recorded series with their counterpart in runs, and fields of the model."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from ..claims.view import Run
from ..frame.derived import DERIVED, Fields
from ..frame.state import METAS
from ..lab.observe import OBSERVED, Observed
from ..report.groups import GROUPS

FURTHER = "Further"
CHOSEN = (
    "gdp-ussr-maddison", "consumption_per_head", "technology_gap", "military-share-western-points",
    "privilege", "coded.soviet_democracy", "bureaucracy_autonomy", "camps-and-colonies",
)  # fmt: skip

TITLES = {  # where the meaning is a formula
    "technology_gap": "Gap to the leading rival in income per head",
    "grain_gap": "Grain lacking, as a share of need",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity: what is drawn, in which unit and group, and how it is read from a run."""

    id: str
    title: str
    unit: str
    group: str
    about: str
    explain: str
    read: Callable[[Fields], np.ndarray]
    observed: Observed | None = None

    def values(self, fields: Fields) -> np.ndarray:
        """Return its values of a run, shape (draw, year), NaN where it has none."""
        with np.errstate(divide="ignore", invalid="ignore"):
            values = np.asarray(self.read(fields), float)
        return np.where(np.isfinite(values), values, np.nan)

    def plain(self) -> dict[str, Any]:
        """Return what a page needs to draw it."""
        rows = None if self.observed is None else self.observed.record()
        points = [] if rows is None else rows[["year", "low", "value", "high"]].to_numpy(float).tolist()
        return {
            "id": self.id, "title": self.title, "unit": self.unit, "group": self.group, "about": self.about,
            "explain": self.explain, "recorded": self.observed is not None,
            "forced": self.observed is not None and self.observed.forced,
            "record": [[int(year), *rest] for year, *rest in points],
            "quality": [] if rows is None else rows["quality"].astype(str).tolist(),
            "sources": [] if rows is None else _sources(rows["source"]),
        }  # fmt: skip


def _found() -> Iterator[Quantity]:
    series = {one.series: one for one in OBSERVED}
    seen: set[str] = set()
    for group in GROUPS:
        yield from (_recorded(series[name], group.title) for name in group.recorded)
        yield from (_modelled(name, group.title) for name in group.alone)
        seen |= {*group.recorded, *group.alone}
    yield from (_recorded(one, FURTHER) for name, one in series.items() if name not in seen)
    yield from (_modelled(name, FURTHER) for name in (*DERIVED, *METAS) if name not in seen and _plain(name))


def _recorded(one: Observed, group: str) -> Quantity:
    told = "given to every run from outside" if one.forced else "held against the record"
    return Quantity(
        one.series, one.label, one.unit, group, told, one.series, lambda f: one.model(Run(f)), one
    )


def _modelled(name: str, group: str) -> Quantity:
    about = DERIVED.get(name) or METAS[name]
    title = TITLES.get(name) or about.meaning[:1].upper() + about.meaning[1:]
    read = DERIVED[name].compute if name in DERIVED else lambda fields: fields[name]
    return Quantity(name, title, about.unit, group, "a quantity of the model", name, read)


def _plain(name: str) -> bool:
    """Return whether a quantity has one value a year and is more than an inner sum of the year."""
    return name in DERIVED or (not METAS[name].axis and METAS[name].kind != "driver")


def _sources(cells: Any) -> list[str]:
    return list(dict.fromkeys(key for cell in cells for key in str(cell).split(";")))


QUANTITIES: Mapping[str, Quantity] = {one.id: one for one in _found()}


@cache
def catalogue() -> list[dict[str, Any]]:
    """Return every quantity as plain data, those of the report first."""
    return [one.plain() for one in QUANTITIES.values()]
