"""Where runs are asked for: a pool of workers, and what was found, kept by the scenario's hash."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock, Thread
from time import perf_counter

import numpy as np

from ..claims.view import Run
from ..lab.ensemble import Setting
from ..lab.levels import levels
from ..outside import HISTORY, Scenario, scenario
from . import engine, headlines
from .moves import Stale, Superseded
from .quantities import QUANTITIES

LEVELS = (5, 25, 50, 75, 95)
KEPT = 256
WORKERS = 2  # for moves
GLANCE = 0.004  # seconds between looks for a newer question
Arrays = Mapping[str, np.ndarray]
Drawn = tuple[Arrays, Arrays]  # charts (draw, year) and headlines (draw,)


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be run and drawn."""

    scenario: Scenario
    theories: tuple[str, ...]
    charts: tuple[str, ...]
    draws: int
    seed: int
    quick: bool = False  # a lever moves: few draws, soon overtaken


@dataclass(frozen=True, slots=True)
class Found:
    """Of one theory: quantiles by chart, shape (level, year), and headlines, shape (draw,)."""

    bands: Arrays
    measures: Arrays


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, by theory, beside history on the same luck."""

    question: Question
    run: Mapping[str, Found]
    base: Mapping[str, Found]
    seconds: float
    cached: bool


class Desk:
    """Answer questions about runs; safe to use from one event loop by many sessions."""

    def __init__(self, workers: int = WORKERS) -> None:
        self.pool = ThreadPoolExecutor(
            1, "thermidor-run"
        )  # one piece in line, so that a move waits for no two
        self.quick = ThreadPoolExecutor(workers, "thermidor-move")
        self.early = ThreadPoolExecutor(1, "thermidor-ahead")  # what nobody has asked yet holds up no move
        self.moving = 0  # runs of moves on their way
        self.kept: OrderedDict[tuple, Found] = OrderedDict()
        self.running: dict[tuple, asyncio.Task[tuple[Found, bool]]] = {}
        self.lock = Lock()
        self.warm = False
        self.compiling: asyncio.Event | None = None

    async def warm_up(self) -> None:
        """Compile the model; questions wait for it. An interrupt does not: the thread is left behind."""
        loop, done = asyncio.get_running_loop(), asyncio.Event()

        def compile_all() -> None:
            engine.warm()
            with suppress(RuntimeError):  # the loop is closed: nobody waits any more
                loop.call_soon_threadsafe(done.set)

        self.compiling = done
        Thread(target=compile_all, name="thermidor-warm", daemon=True).start()
        await done.wait()
        self.warm = True

    def close(self) -> None:
        """Start nothing more."""
        for pool in (self.pool, self.quick, self.early):
            pool.shutdown(wait=False, cancel_futures=True)

    async def answer(self, asked: Question, stale: Stale = lambda: False) -> Answer:
        """Run what is not kept; raises Superseded as soon as a newer question has come."""
        began = perf_counter()
        history = replace(asked, scenario=scenario(HISTORY))
        before = [await self._shared(history, theory, stale) for theory in asked.theories]
        after = [await self._found(asked, theory, stale) for theory in asked.theories]
        name = dict(zip(asked.theories, (one for one, _ in after), strict=True))
        base = dict(zip(asked.theories, before, strict=True))
        return Answer(asked, name, base, perf_counter() - began, all(known for _, known in after))

    async def foresee(self, likely: Question, stale: Stale) -> None:
        """Run a move before it is asked, and keep what it gives; raises Superseded while one is under way."""
        for theory in likely.theories:
            await self._found(likely, theory, lambda: stale() or self.moving > 0, ahead=True)

    async def _shared(self, asked: Question, theory: str, stale: Stale) -> Found:
        """Return the run of history, which many pages ask for at the same moment: it is made once."""
        key = (theory, asked.charts, asked.draws, asked.seed, asked.quick)
        if key not in self.running:
            task = asyncio.create_task(self._found(asked, theory, lambda: False))
            task.add_done_callback(lambda _: self.running.pop(key, None))
            self.running[key] = task
        task = self.running[key]
        await _until({task}, stale)
        return task.result()[0]

    async def _found(
        self, asked: Question, theory: str, stale: Stale, ahead: bool = False
    ) -> tuple[Found, bool]:
        key = (engine.key(asked.scenario), theory, asked.draws, asked.seed, asked.quick)
        known = self._known(key, asked.charts)
        if known is not None:
            return known, True
        if self.compiling is not None:
            await self.compiling.wait()
        with self._counted(asked.quick and not ahead):
            found = await self._run(asked, theory, stale, ahead)
        self._keep(key, found)
        return found, False

    @contextmanager
    def _counted(self, move: bool) -> Iterator[None]:
        self.moving += move
        try:
            yield
        finally:
            self.moving -= move

    async def _run(self, asked: Question, theory: str, stale: Stale, ahead: bool) -> Found:
        loop, given = asyncio.get_running_loop(), engine.setting(asked.scenario)
        if asked.quick:  # a move does not queue behind a thousand draws
            pool = self.early if ahead else self.quick
            works = [partial(_moved, theory, given, asked, stale)]
        else:
            pool = self.pool
            works = [partial(_piece, theory, given, asked, *one, stale) for one in engine.pieces(asked.draws)]
        return _joined(await _all([loop.run_in_executor(pool, work) for work in works], stale), asked.charts)

    def _known(self, key: tuple, charts: Sequence[str]) -> Found | None:
        with self.lock:
            known = self.kept.get(key)
            if known is None or not set(charts) <= set(known.bands):
                return None
            self.kept.move_to_end(key)
            return known

    def _keep(self, key: tuple, found: Found) -> None:
        with self.lock:
            before = self.kept.pop(key, None)
            self.kept[key] = (
                found if before is None else Found({**before.bands, **found.bands}, found.measures)
            )
            while len(self.kept) > KEPT:
                self.kept.popitem(last=False)


async def _until(runs: Collection[asyncio.Future], stale: Stale) -> None:
    """Wait until all runs are done; raises Superseded as soon as a newer question has come."""
    waiting = set(runs)
    while waiting:
        if stale():
            raise Superseded
        _, waiting = await asyncio.wait(waiting, timeout=GLANCE)


async def _all(runs: Sequence[asyncio.Future], stale: Stale) -> list[Drawn]:
    """Return what all pieces give. What runs when nobody waits any more is left to end by itself."""
    try:
        await _until(runs, stale)
    finally:
        for one in runs:
            one.cancel()
            one.add_done_callback(lambda done: done.cancelled() or done.exception())  # heard: it is no fault
    return [one.result() for one in runs]


def _moved(theory: str, given: Setting, asked: Question, stale: Stale) -> Drawn:
    read = partial(_drawn, charts=asked.charts, measure=headlines.quickly)
    return engine.moved(theory, given, asked.seed, asked.draws, read, stale)


def _piece(theory: str, given: Setting, asked: Question, first: int, count: int, stale: Stale) -> Drawn:
    if stale():
        raise Superseded
    fields = engine.fields(theory, given, asked.seed, first, count)
    return _drawn(fields, asked.charts, headlines.measured)


def _drawn(fields: Arrays, charts: Sequence[str], measure: Callable[[Run], dict[str, np.ndarray]]) -> Drawn:
    with np.errstate(divide="ignore", invalid="ignore"):  # a draw without a value is missing, and told so
        told = measure(Run(fields))
    return {name: QUANTITIES[name].values(fields) for name in charts}, told


def _joined(pieces: Sequence[Drawn], charts: Sequence[str]) -> Found:
    values = {name: np.concatenate([drawn[name] for drawn, _ in pieces]) for name in charts}
    measures = {name: np.concatenate([told[name] for _, told in pieces]) for name in pieces[0][1]}
    return Found(bands(values), measures)


def bands(values: Arrays) -> Arrays:
    """Return the quantiles of every quantity by year, shape (level, year); NaN where no draw has a value."""
    if not values:
        return {}
    every = np.stack(list(values.values()), axis=1)  # (draw, chart, year): one pass over all charts
    found = levels(every, [one / 100 for one in LEVELS])
    return {name: found[:, i] for i, name in enumerate(values)}
