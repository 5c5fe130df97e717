"""The addresses of data, each a few lines over the parts that know."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from ..errors import ThermidorError
from . import address, start
from .desk import Desk, Question
from .fault import parsed
from .frame import plain
from .reply import json_reply

Ask = Callable[[Request], Awaitable[Response]]


def every(desk: Desk) -> list[BaseRoute]:
    """Return all addresses of data."""

    async def run(request: Request) -> Response:
        asked, _ = address.read(request.url.query)
        question = Question(asked.scenario, asked.theories, asked.charts, asked.draws, asked.seed)
        return json_reply(plain(await desk.answer(question)))

    return [
        Route("/api/start", start.reply),
        Route("/api/state", _data(lambda request: start.state(request.url.query))),
        Route("/api/run", run),
    ]


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
