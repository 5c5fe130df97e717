"""What a page is told when it opens: theories, levers, scenarios, charts, events."""

from dataclasses import asdict
from functools import cache
from hashlib import sha256
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from .. import __released__, __version__
from ..lab.kept import digest
from ..outside import LEVERS, YEARS, scenarios
from ..outside.catalogue import ECONOMY, POLITICS, WORLD
from ..outside.lever import Choice, Lever, Number
from ..outside.scenario import SCHEMA
from ..report.look import FIVE
from ..report.marks import MARKS
from ..theories import THEORIES
from . import address
from .desk import LEVELS
from .quantities import CHOSEN, catalogue
from .recorded import recorded
from .reply import json_reply

LICENCE = "Software: Apache License 2.0. Recorded numbers: under the licence of their source."
CITATION = (
    f"The Thermidor developers ({__released__[:4]}). Thermidor {__version__}: rival theories of the Soviet "
    f"system on one set of accounts. Software; stamp of laws and ensembles {digest()}."
)
GROUPS = (("economy", ECONOMY), ("polity", POLITICS), ("world", WORLD))


async def reply(request: Request) -> Response:
    """Answer with all a page needs at the start; a page that has it already is told so."""
    found = _reply()
    if request.headers.get("if-none-match") == found.headers["etag"]:
        return Response(status_code=304, headers={"etag": found.headers["etag"]})
    return found


def opening() -> dict[str, Any]:
    """Return what a page needs at the start, as plain data."""
    return {
        "version": __version__, "laws": digest(), "schema": SCHEMA, "levels": list(LEVELS),
        "years": [YEARS[0], YEARS[-1]],
        "seed": 1, "licence": LICENCE, "citation": CITATION,
        "draws": {"moving": address.MOVING, "still": address.STILL, "most": address.MOST_DRAWS},
        "limits": {"charts": address.MOST_CHARTS, "pins": address.MOST_PINS, "seed": address.MOST_SEED},
        "theories": [
            {"id": one.theory, "name": one.name, "short": one.short, "dash": one.dash,
             "authors": THEORIES[one.theory].authors} for one in FIVE
        ],
        "shown": list(address.USUAL),
        "levers": [_lever(one) for one in LEVERS.values()],
        "scenarios": [
            {"id": one.id, "title": one.title, "kind": one.kind, "levers": one.plain()["levers"],
             "query": address.spelled(one)} for one in scenarios().values()
        ],
        "charts": catalogue(), "chosen": list(CHOSEN), "pages": list(address.PAGES), "recorded": recorded(),
        "events": [{"n": n, **asdict(one)} for n, one in enumerate(MARKS, 1)],
    }  # fmt: skip


def state(query: str) -> dict[str, Any]:
    """Return the state that an address stands for; raises ThermidorError with its faults."""
    asked, notes = address.read(query)
    return {
        "page": asked.page, "theories": asked.theories, "charts": asked.charts, "seed": asked.seed,
        "draws": asked.draws, "open": asked.open, "view": asked.view, "scenario": asked.scenario.plain(),
        "pins": [one.plain() for one in asked.pins], "query": address.write(asked), "notes": notes,
    }  # fmt: skip


@cache
def _reply() -> Response:
    made = json_reply(opening(), headers={"cache-control": "no-cache"})
    made.headers["etag"] = f'"{sha256(bytes(made.body)).hexdigest()[:16]}"'
    return made


def _lever(one: Lever) -> dict[str, Any]:
    group = next((name for name, levers in GROUPS if one in levers), "added")
    first, last = one.span
    return {
        "id": one.id, "group": group, "meaning": one.meaning, "unit": one.unit, "historical": one.historical,
        "years": [first, last], "why": one.ours, "domain": _domain(one),
    }  # fmt: skip


def _domain(one: Lever) -> dict[str, Any]:
    if isinstance(one.domain, Number):
        return {"kind": "number", "low": one.domain.low, "high": one.domain.high}
    if isinstance(one.domain, Choice):
        return {"kind": "choice", "words": list(one.domain.words_allowed)}
    return {"kind": "switch"}
