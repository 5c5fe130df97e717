"""One page's WebSocket: questions as JSON, answers as frames; of each slot the latest question wins.

A page may also say, under ``ahead``, which levers are likely to be asked next. They are run when no move is
under way and answered by nothing; a move that was foreseen finds its answer kept.
"""

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from .. import __version__
from ..errors import ThermidorError
from ..lab.kept import digest
from . import address
from .desk import Desk, Question, Superseded
from .engine import SMALL
from .fault import from_plain, own, parsed, told
from .frame import packed
from .guard import Rate

LARGEST = 16_384  # bytes of a question
MOST_SLOTS = 8
MOST_SESSIONS = 40
MOST_WORDS = 1_500  # in five seconds: twice what a screen of 144 Hz asks
MOST_AHEAD = 8  # what the keys and the hand on one lever may do next
PATIENCE = 20.0  # seconds until a page that does not read is left
TOO_LARGE, RULES, BUSY = 1009, 1008, 1013
LOG = logging.getLogger(__name__)
KEYS = ("n", "slot", "theories", "levers", "charts", "draws", "seed", "baseline", "final")
AHEAD = ("n", "slot", "theories", "ahead", "charts", "draws", "seed")


@dataclass(frozen=True, slots=True)
class Asking:
    """A question with what its answer is to carry."""

    n: int
    slot: str
    question: Question
    baseline: bool
    final: bool


@dataclass(slots=True)
class Slot:
    """The question that waits, and the task that answers."""

    waiting: Asking | None = None
    task: asyncio.Task | None = None


@dataclass(slots=True)
class Session:
    """One open page."""

    socket: WebSocket
    desk: Desk
    slots: dict[str, Slot] = field(default_factory=dict)
    likely: tuple[Question, ...] = ()  # to be run ahead: the latest that were named, until a move comes
    early: asyncio.Task | None = None
    rate: Rate = field(default_factory=lambda: Rate(MOST_WORDS, 5.0))
    sending: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def serve(self) -> None:
        """Answer until the page leaves."""
        await self.socket.accept()
        hello = {
            "version": __version__,
            "laws": digest(),
            "draws": {"moving": address.MOVING, "still": address.STILL},
        }
        with suppress(WebSocketDisconnect, TimeoutError):
            await self.tell({"hello": hello})
            if not self.desk.warm:
                await self.tell({"warming": True})
            await self._listen()
        for task in (*(slot.task for slot in self.slots.values()), self.early):
            if task is not None:
                task.cancel()

    async def _listen(self) -> None:
        while True:
            message = await self.socket.receive()
            if message["type"] == "websocket.disconnect":
                return
            text = message.get("text")
            if not self.rate.allows():
                await self.socket.close(RULES, "too many messages")
                return
            if text is None or len(text) > LARGEST:
                await self.socket.close(TOO_LARGE, "questions are short texts")
                return
            await self._ask(text)

    async def _ask(self, text: str) -> None:
        about: dict[str, Any] = {}
        try:
            given = parsed(text, "message")
            about = _about(given)
            if "ahead" in given:
                self._look_ahead(_likely(given))
                return
            asking = _asking(given, about)
            slot = self._slot(asking.slot)
        except ThermidorError as fault:
            await self.tell({**about, "error": told(fault)})
            return
        if not asking.final:
            self.likely = ()
        slot.waiting = asking
        if slot.task is None or slot.task.done():
            slot.task = asyncio.create_task(self._answer(slot))

    def _slot(self, name: str) -> Slot:
        if name not in self.slots and len(self.slots) >= MOST_SLOTS:
            raise ThermidorError("too many slots", "slot", name, f"At most {MOST_SLOTS} are answered.")
        return self.slots.setdefault(name, Slot())

    def _look_ahead(self, likely: tuple[Question, ...]) -> None:
        self.likely = likely
        if self.early is None or self.early.done():
            self.early = asyncio.create_task(self._foresee())

    async def _foresee(self) -> None:
        """Run what is likely, and what is likely next, until nothing is left."""
        while likely := self.likely:
            await self._run_ahead(likely)
            if self.likely is likely:
                self.likely = ()

    async def _run_ahead(self, likely: tuple[Question, ...]) -> None:
        try:
            for one in likely:
                await self.desk.foresee(one, lambda: self.likely is not likely)
        except Superseded:
            return
        except Exception:  # nobody waits for it: should the move come, it is told what is wrong
            LOG.exception("a run ahead failed")

    async def _answer(self, slot: Slot) -> None:
        """Answer the question that waits, and the next, until none is left."""
        while slot.waiting is not None:
            asking, slot.waiting = slot.waiting, None
            about = {"n": asking.n, "slot": asking.slot}
            try:
                found = await self.desk.answer(asking.question, lambda: slot.waiting is not None)
                await self.send(packed(found, about, asking.baseline, asking.final))
            except Superseded:
                continue
            except ThermidorError as fault:
                await self.tell({**about, "error": told(fault)})
            except (WebSocketDisconnect, TimeoutError, RuntimeError):
                return  # the page has gone, or does not read
            except Exception as fault:  # a page that is told nothing would wait for ever
                LOG.exception("an answer failed")
                await self.tell({**about, "error": told(own(fault))})

    async def tell(self, message: Mapping[str, Any]) -> None:
        """Send plain data; raises TimeoutError if the page does not read."""
        await self._sent(lambda: self.socket.send_json(message))

    async def send(self, frame: bytes) -> None:
        """Send a frame; raises TimeoutError if the page does not read."""
        await self._sent(lambda: self.socket.send_bytes(frame))

    async def _sent(self, send: Any) -> None:
        async with self.sending:
            try:
                await asyncio.wait_for(send(), PATIENCE)
            except TimeoutError:
                if self.socket.application_state is WebSocketState.CONNECTED:
                    with suppress(Exception):
                        await asyncio.wait_for(self.socket.close(RULES), 1.0)
                raise


def _about(given: Any) -> dict[str, Any]:
    """Return by what an answer, or a fault, is known to the page."""
    if not isinstance(given, dict):
        raise ThermidorError("is not a table", "message", remedy="Send a table of keys.")
    n, slot = given.get("n"), given.get("slot", "main")
    whole = isinstance(n, int) and not isinstance(n, bool) and 0 <= n <= address.MOST_SEED
    if not whole or not isinstance(slot, str) or not 1 <= len(slot) <= 16:
        raise ThermidorError("has no number n, or a slot that is no short word", "message")
    return {"n": n, "slot": slot}


def _asking(given: dict[str, Any], about: Mapping[str, Any]) -> Asking:
    _known(given, KEYS)
    final = given.get("final") is True
    question = _question(given, given.get("levers", {}), final)
    return Asking(about["n"], about["slot"], question, given.get("baseline") is True, final)


def _likely(given: dict[str, Any]) -> tuple[Question, ...]:
    """Return the moves that a page foresees."""
    _known(given, AHEAD)
    named = given["ahead"]
    if not isinstance(named, list) or not 1 <= len(named) <= MOST_AHEAD:
        raise ThermidorError("is not a short list of levers", "ahead", remedy=f"Name {MOST_AHEAD} at most.")
    likely = tuple(_question(given, levers, False) for levers in named)
    if not all(one.quick for one in likely):
        raise ThermidorError("more than a move", "draws", remedy=f"Ahead, {SMALL} draws at most are run.")
    return likely


def _known(given: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    strangers = [key for key in given if key not in keys]
    if strangers:
        raise ThermidorError("unknown key", "message", strangers[0][:80], f"Known are {', '.join(keys)}.")


def _question(given: Mapping[str, Any], levers: Any, final: bool) -> Question:
    scenario = from_plain({"schema": 1, "id": "asked", "title": "asked", "levers": levers}, "message")
    names = address.theories(_words(given, "theories"))
    if not names:
        raise ThermidorError("names no theory", "message", remedy="Name one at least.")
    draws = address.number(given.get("draws", address.MOVING), "draws", 1, address.MOST_DRAWS)
    return Question(
        scenario,
        names,
        address.charts(_words(given, "charts")),
        draws,
        address.number(given.get("seed", 1), "seed", 0, address.MOST_SEED),
        quick=not final and draws <= SMALL,
    )


def _words(given: Mapping[str, Any], key: str) -> list[str]:
    words = given.get(key, [])
    if not isinstance(words, list) or not all(isinstance(one, str) for one in words):
        raise ThermidorError("is not a list of words", key)
    return words
