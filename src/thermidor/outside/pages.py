"""The pages on forcings and scenarios, made from what the code reads.

Usage: python -m thermidor.outside.pages DOCS_FOLDER
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from ..files import write_text
from ..frame.forcing import FORCINGS
from ..frame.state import METAS
from .catalogue import LEVERS
from .lever import Lever
from .scenario import Prediction, Scenario, Setting, course
from .shelf import scenarios
from .tables import Origin, forcings, origins, policy
from .years import YEARS

SHOWN = (1913, 1920, 1928, 1932, 1937, 1943, 1950, 1970, 1985, 1999)


OUTSIDE = """# Forcings and recorded policy

What comes from outside the model, the same for all theories. A series is *record* if a published one is taken
as it stands, *derived* if it is computed from one, *assumption* if none was found; each has a low and a high
reading in `forcings.csv`. Straight lines join the years that a hand table names (`tools/forcing/knots.csv`).
`python -m tools.forcing.make HISTORY` makes the tables again.

Nothing here says when anything inside the country was decided: no collectivisation, no plan, no terror.

## Forcings"""

RECORDED_POLICY = """## Recorded policy

Drives the economy block when it runs alone; every other run reads only the years before the new state.
`arms_target` has the surge of war within; `army_target` is peace strength, and men called up by war come on
top."""

RECORDED_ECONOMY = """## Recorded economy

Drives the polity and world blocks when they run without an economy; held still after 1988, or the record of
the end would give the end away."""

LEVERS_HEAD = """# Levers and scenarios

A lever in a scenario file takes a value, or a table with other years:
`oil_price = { value = 0.3, from = 1972, to = 1999 }`. A lever that is not named stays as in history.

## Levers"""


def forcings_page() -> str:
    """Return the page on what comes from outside, as Markdown."""
    kinds = {one.name: one for one in origins("forcings")}
    rows = [(name, meta.unit, meta.meaning, *_origin(kinds[name])) for name, meta in FORCINGS.items()]
    values = [(name, *_shown(np.asarray(getattr(forcings(), name)))) for name in FORCINGS]
    driven = [(name, *_shown(path)) for name, path in policy("record").items()]
    parts = [
        OUTSIDE,
        markdown(("forcing", "unit", "meaning", "kind", "source"), rows),
        markdown(("forcing", *map(str, SHOWN)), values),
        RECORDED_POLICY,
        _signals("policy"),
        markdown(("signal", *map(str, SHOWN)), driven),
        RECORDED_ECONOMY,
        _signals("economy_record"),
    ]
    return "\n\n".join(parts) + "\n"


def scenarios_page() -> str:
    """Return the page on levers and scenarios, as Markdown."""
    head = ("lever", "meaning", "takes", "in history", "years", "changes")
    added = "; ".join(f"`{one.id}` ({one.ours})" for one in LEVERS.values() if one.ours)
    told = [part for one in scenarios().values() for part in _scenario(one)]
    levers = markdown(head, map(_lever, LEVERS.values()))
    parts = [LEVERS_HEAD, levers, f"Added to those of the canon: {added}.", "## Scenarios", *told]
    return "\n\n".join(parts) + "\n"


def _signals(table: str) -> str:
    rows = [(one.name, METAS[one.name].unit, *_origin(one)) for one in origins(table) if one.name in METAS]
    return markdown(("signal", "unit", "kind", "source"), rows)


def _lever(one: Lever) -> Sequence[str]:
    courses = [one.course(value) for value in one.examples()]
    changed = dict.fromkeys(name for c in courses for name in (*c.levers, *c.drives, *c.start))
    first, last = one.span
    history = str(one.historical).lower() if isinstance(one.historical, bool) else str(one.historical)
    changes = ", ".join(f"`{name}`" for name in changed)
    return (f"`{one.id}`", one.meaning, one.domain.words(), history, f"{first}-{last}", changes)


def _scenario(one: Scenario) -> Iterable[str]:
    yield f"### {one.id}\n\n{one.title} ({one.kind}). Measured by: {one.metric}."
    if one.levers:
        yield markdown(("lever", "value", "years"), [_setting(name, s) for name, s in one.levers.items()])
    rows = [
        (p.theory, f"`{p.variable}`" if p.variable else "", _span(p), p.expects, p.text)
        for p in one.predictions
    ]
    yield markdown(("theory", "variable", "years", "expects", "in words"), rows)


def _setting(name: str, one: Setting) -> Sequence[str]:
    moved = course(name, one)
    return (f"`{name}`", str(one.value), f"{moved.first}-{moved.last}")


def _span(one: Prediction) -> str:
    return "" if one.years is None else "-".join(map(str, dict.fromkeys(one.years)))


def _origin(one: Origin) -> Sequence[str]:
    return (", ".join(one.kinds), "; ".join(one.sources))


def _shown(path: np.ndarray) -> list[str]:
    return [f"{path[YEARS.index(year)]:.3g}" for year in SHOWN]


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown; bars inside cells become strokes."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "/") for cell in line) + " |" for line in lines)


def main(folder: Path) -> None:
    """Write both pages."""
    write_text(folder / "forcings.md", forcings_page())
    write_text(folder / "scenarios.md", scenarios_page())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
