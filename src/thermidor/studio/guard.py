"""Who may ask: only a page of this very server, with modest questions; everyone else is told no.

A browser sends Host and Origin by itself, so that a page of another site, or a name that another site has
bound to this machine's address, cannot pass for ours.
"""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from time import monotonic
from typing import Any, TypeAlias

Scope: TypeAlias = MutableMapping[str, Any]
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

LARGEST_BODY = 1_000_000
LONGEST_TARGET = 16_000
WAIT = 10.0  # seconds for the rest of a request's body
FOREIGN = 1008  # close code of a WebSocket: against the rules
METHODS = ("GET", "HEAD", "POST")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Rate:
    """Say whether one more is within so many per so many seconds."""

    def __init__(self, most: int, seconds: float) -> None:
        self.most, self.seconds = most, seconds
        self.times: deque[float] = deque()

    def allows(self) -> bool:
        """Count one more; return whether it is allowed."""
        now = monotonic()
        while self.times and now - self.times[0] > self.seconds:
            self.times.popleft()
        if len(self.times) >= self.most:
            return False
        self.times.append(now)
        return True


class Guard:
    """Let through what comes from the server's own pages; refuse the rest with the reason."""

    def __init__(self, app: App, hosts: Iterable[str], rate: Rate | None = None) -> None:
        self.app = app
        self.hosts = frozenset(hosts)
        self.origins = frozenset(f"http://{host}" for host in self.hosts)
        self.rate = rate or Rate(600, 10.0)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check a request or a WebSocket and pass it on, or answer why not."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        refused = self.refusal(scope)
        if scope["type"] == "websocket":
            await (_close(send) if refused else self.app(scope, receive, send))
            return
        dressed = _dressed(send)
        if refused:
            await _refuse(dressed, *refused)
        else:
            await self.app(scope, _limited(receive), dressed)

    def refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Return status and reason of a refusal; None if all is well."""
        given = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]
        hosts = [value for name, value in given if name == "host"]
        origins = [value for name, value in given if name == "origin"]
        if len(hosts) != 1 or hosts[0].lower() not in self.hosts:
            return 403, "This server answers only under its own address; open the one it printed."
        if any(one.lower() not in self.origins for one in origins) or len(origins) > 1:
            return 403, "A page of another site asked; only the studio's own pages may."
        if scope["type"] == "websocket":
            return None if origins else (403, "A WebSocket must say of which page it is.")
        return self._http(scope, dict(given))

    def _http(self, scope: Scope, given: dict[str, str]) -> tuple[int, str] | None:
        if scope["method"] not in METHODS:
            return 405, "Only GET, HEAD and POST are understood."
        # A link in a letter or on another site may open the page itself, and nothing else.
        at_home = given.get("sec-fetch-site", "none") in ("same-origin", "none")
        opening = (
            scope["path"] == "/" and given.get("sec-fetch-mode") == "navigate" and scope["method"] != "POST"
        )
        if not at_home and not opening:
            return 403, "A page of another site asked; only the studio's own pages may."
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_TARGET:
            return 414, f"The address is too long: at most {LONGEST_TARGET:,} characters."
        if scope["method"] == "POST":
            return self._post(given)
        return None if self.rate.allows() else (429, "Too many questions at once; wait a few seconds.")

    def _post(self, given: dict[str, str]) -> tuple[int, str] | None:
        if given.get("content-type", "").split(";")[0].strip().lower() != "application/json":
            return 415, "Send JSON, with Content-Type: application/json."
        length = given.get("content-length", "")
        if not (length.isascii() and length.isdigit() and len(length) < 12):
            return 411, "Say how long the body is."
        if int(length) > LARGEST_BODY:
            return 413, f"Too large: at most {LARGEST_BODY:,} bytes are read."
        return None if self.rate.allows() else (429, "Too many questions at once; wait a few seconds.")


def hosts_of(port: int) -> tuple[str, ...]:
    """Return under which names a server on this machine's own address may be asked."""
    return f"127.0.0.1:{port}", f"localhost:{port}"


def _limited(receive: Receive) -> Receive:
    """Return what receives a body no larger and no slower than allowed."""
    seen = 0

    async def limited() -> Message:
        nonlocal seen
        message = await asyncio.wait_for(receive(), WAIT) if seen >= 0 else await receive()
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            if seen > LARGEST_BODY:
                return {"type": "http.disconnect"}
            seen = seen if message.get("more_body") else -1  # what comes after the body may take its time
        return message

    return limited


def _dressed(send: Send) -> Send:
    """Return what sends with the headers of every answer."""

    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = {name for name, _ in message.get("headers", [])}
            more = [(n.encode(), v.encode()) for n, v in HEADERS.items() if n.encode() not in own]
            message = {**message, "headers": [*message.get("headers", []), *more]}
        await send(message)

    return dressed


async def _refuse(send: Send, status: int, why: str) -> None:
    told = {"message": why, "what": why, "where": "", "value": None, "remedy": ""}
    body = json.dumps({"error": told}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode()),
               (b"connection", b"close")]  # fmt: skip
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _close(send: Send) -> None:
    await send({"type": "websocket.close", "code": FOREIGN, "reason": "not one of the studio's own pages"})
