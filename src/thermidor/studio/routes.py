"""The addresses of data, each a few lines over the parts that know."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from ..errors import ThermidorError
from . import (
    address,
    beside,
    claims,
    draws,
    explained,
    export,
    mechanisms,
    methods,
    plans,
    record,
    reports,
    share,
    start,
    theories,
)
from .desk import Desk, Question
from .engine import key
from .fault import parsed
from .frame import plain
from .reply import download, json_reply

Ask = Callable[[Request], Awaitable[Response]]


def every(desk: Desk) -> list[BaseRoute]:
    """Return all addresses of data."""
    return [
        Route("/api/start", start.reply),
        Route("/api/state", _data(lambda request: start.state(request.url.query))),
        Route("/api/run", _run(desk)),
        Route("/api/draws", _data(lambda request: draws.told(address.read(request.url.query)[0]))),
        Route("/api/scenario", _post(share.read), methods=["POST"]),
        Route("/api/scenarios/{name}", _named(share.packaged)),
        Route("/api/theories", _data(lambda _: theories.every())),
        Route("/api/theories/{name}", _named(theories.one)),
        Route("/api/slots", _data(lambda _: theories.slots())),
        Route("/api/mechanisms/{name}", _named(mechanisms.card)),
        Route("/api/explain/{name}", _named(explained.one)),
        Route("/api/claims", _data(lambda _: claims.board())),
        Route("/api/claims/{name}", _named(claims.one)),
        Route("/api/disagreements", _data(lambda _: claims.disagreements())),
        Route("/api/record", _data(lambda _: record.listing())),
        Route("/api/record.csv", _whole),
        Route("/api/record/{name}.csv", _csv),
        Route("/api/record/{name}", _named(record.one)),
        Route("/api/methods", _data(lambda _: methods.sections())),
        Route("/api/plan", _post(plans.make), methods=["POST"]),
        Route("/api/plan", _data(lambda _: plans.menu())),
        Route("/api/plan/table", _post(plans.look), methods=["POST"]),
        Route("/api/plan/{name}.csv", _table),
        Route("/api/plan/{name}", _named(plans.table)),
        Route("/api/export.zip", _zip(desk)),
        Route("/api/report.html", _report),
    ]


def _run(desk: Desk) -> Ask:
    async def reply(request: Request) -> Response:
        asked, _ = address.read(request.url.query)
        return json_reply(plain(await desk.answer(question(asked))))

    return reply


def _zip(desk: Desk) -> Ask:
    async def reply(request: Request) -> Response:
        asked, _ = address.read(request.url.query)
        answer = await desk.answer(question(asked))
        pins = [await desk.answer(one) for one in beside.pinned(asked)]
        compared = [await desk.answer(one) for one in beside.compared(asked)]
        made = await run_in_threadpool(export.zipped, asked, answer, pins, compared)
        return download(made, f"thermidor-{key(asked.scenario)}.zip", "application/zip")

    return reply


async def _report(request: Request) -> Response:
    asked, _ = address.read(request.url.query)
    made = await run_in_threadpool(reports.page, asked)
    return download(made, f"thermidor-{key(asked.scenario)}.html", "text/html; charset=utf-8")


async def _csv(request: Request) -> Response:
    name = request.path_params["name"]
    made = await run_in_threadpool(record.as_csv, name)
    return download(made, "series.csv", "text/csv; charset=utf-8")


async def _whole(_: Request) -> Response:
    made = await run_in_threadpool(record.whole)
    return download(made, "record.csv", "text/csv; charset=utf-8")


async def _table(request: Request) -> Response:
    name = request.path_params["name"]
    made = await run_in_threadpool(plans.as_csv, name)
    return download(made, f"{name}.csv", "text/csv; charset=utf-8")


def question(asked: address.Asked) -> Question:
    """Return what is to be run for an address."""
    return Question(asked.scenario, asked.theories, asked.charts, asked.draws, asked.seed)


def _named(found: Callable[[str], Any]) -> Ask:
    return _data(lambda request: found(request.path_params["name"]))


def _data(found: Callable[[Request], Any]) -> Ask:
    """Return an address that answers with plain data, worked out beside the event loop."""

    async def reply(request: Request) -> Response:
        return json_reply(await run_in_threadpool(found, request))

    return reply


def _post(found: Callable[[Mapping[str, Any]], Any]) -> Ask:
    """Return an address that answers a table of keys with plain data."""

    async def reply(request: Request) -> Response:
        given = parsed(await request.body(), "request")
        if not isinstance(given, dict):
            raise ThermidorError("is not a table", "request", remedy="Send a table of keys.")
        return json_reply(await run_in_threadpool(found, given))

    return reply
