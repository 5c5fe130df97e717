"""The studio's server: pages, data, and a WebSocket for moving levers."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from ..errors import ThermidorError
from . import routes
from .desk import Desk
from .fault import status, told
from .files import packaged
from .guard import App, Guard
from .reply import json_reply
from .session import BUSY, MOST_SESSIONS, Session


def application(hosts: Iterable[str], desk: Desk | None = None, warm: bool = True) -> App:
    """Return the application; it answers only under ``hosts`` (name:port). ``warm``: compile at the start."""
    shared = desk or Desk()

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(shared.warm_up()) if warm else None
        yield
        if task is not None and not task.done():
            task.cancel()
        shared.close()

    handlers = {ThermidorError: _fault, TimeoutError: _slow}
    made = Starlette(routes=_routes(shared), lifespan=lifespan, exception_handlers=handlers)
    return Guard(made, hosts)


def _routes(desk: Desk) -> list[BaseRoute]:
    open_now: set[int] = set()

    async def socket(given: WebSocket) -> None:
        if len(open_now) >= MOST_SESSIONS:
            await given.accept()
            await given.close(BUSY, "too many pages are open")
            return
        open_now.add(id(given))
        try:
            with suppress(asyncio.CancelledError):
                await Session(given, desk).serve()
        finally:
            open_now.discard(id(given))

    return [WebSocketRoute("/ws", socket), *routes.every(desk), Route("/{path:path}", _file)]


async def _file(request: Request) -> Response:
    found = packaged().get(request.url.path)
    if found is None:
        return json_reply({"error": {"message": "There is no such page."}}, 404)
    kept = "public, max-age=31536000, immutable" if found.lasting else "no-cache"
    headers = {"cache-control": kept, "etag": found.tag}
    if request.headers.get("if-none-match") == found.tag:
        return Response(status_code=304, headers=headers)
    return Response(found.content, media_type=found.type, headers=headers)


async def _slow(_: Request, fault: Exception) -> Response:
    return json_reply({"error": {"message": "The rest of the request did not come in time."}}, 408)


async def _fault(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, ThermidorError)
    return json_reply({"error": told(fault)}, status(fault))
