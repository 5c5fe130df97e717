"""Runs for a fit: free parameters as given, the shared body as shipped, luck of their own."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from threading import Lock

import numpy as np

from ..claims.view import Run
from ..lab.belief import quantiles
from ..lab.block import packaged
from ..lab.ensemble import BATCH, Setting, batch, run_batches
from ..lab.setting import closed
from ..theories import THEORIES
from .free import WIDTH, ranks
from .store import Step
from .summary import LAST, Layout, layout

CHUNK = BATCH  # runs of a task: one compiled batch, so that many workers share the runs of one step


@dataclass(frozen=True, slots=True)
class Task:
    """Runs to make: theory, what is seen, seed, and per run its scores (parameter,) and serial number."""

    theory: str
    until: int
    seed: int
    scores: np.ndarray
    serial: np.ndarray

    def cut(self, rows: slice) -> "Task":
        """Return some of the runs."""
        return Task(self.theory, self.until, self.seed, self.scores[rows], self.serial[rows])


def summaries(task: Task) -> np.ndarray:
    """Return the summaries of runs, shape (run, summary), made on one thread. Depends on the task alone.

    Every run takes a draw of the packaged body and luck by its serial number; the free parameters stand at
    the given scores of their priors and do not follow the body.
    """
    with _FIRST:
        _compiled()
    return _summaries(task)


_FIRST = Lock()  # threads that begin together would each compile the programme


@cache
def _compiled() -> None:
    _summaries(Task(next(iter(THEORIES)), LAST, 1, np.zeros((1, WIDTH)), np.zeros(1, int)))


def _summaries(task: Task) -> np.ndarray:
    theory, given, body = THEORIES[task.theory], _given(), packaged()
    base = quantiles(theory, task.seed, task.serial)
    believed = base if body is None else body.ranks(dict(base))
    one = batch(theory, given, task.serial, task.seed, believed | ranks(task.scores))
    return _seen(task.until).summaries(Run(run_batches([one], given, workers=1)))


@cache
def _given() -> Setting:
    """Return the closed loop, compiled from its tables once."""
    return closed()


@cache
def _seen(until: int) -> Layout:
    """Return what is seen, read from the record once."""
    return layout(until)


# What runs tasks and yields, as each is done, its place among them and its summaries (run, summary).
Spread = Callable[[list[Task]], Iterator[tuple[int, np.ndarray]]]


def threads(workers: int, progress: Callable[[int], object] = lambda _: None) -> Spread:
    """Return what runs tasks on a pool of threads; ``progress`` hears of runs done."""

    def run(tasks: list[Task]) -> Iterator[tuple[int, np.ndarray]]:
        pool = ThreadPoolExecutor(workers)
        try:
            places = {pool.submit(summaries, task): at for at, task in enumerate(tasks)}
            for one in as_completed(places):
                progress(len(tasks[places[one]].serial))
                yield places[one], one.result()
        finally:
            pool.shutdown(cancel_futures=True)  # whoever stops listening does not wait for the rest

    return run


def many(task: Task, spread: Spread, kept: Step | None = None) -> np.ndarray:
    """Return the summaries of a great task, made in chunks that may run anywhere, rounded as they are kept.

    Each chunk is ``kept`` as it comes; those kept before are not made again.
    """
    cuts = [slice(i, i + CHUNK) for i in range(0, len(task.serial), CHUNK)]
    found = [None if kept is None else kept.held(rows) for rows in cuts]
    lacking = [at for at, one in enumerate(found) if one is None]
    for place, made in spread([task.cut(cuts[at]) for at in lacking]):
        found[lacking[place]] = rounded = made.astype(np.float32)
        if kept is not None:
            kept.keep(cuts[lacking[place]], rounded)
    return np.concatenate([one for one in found if one is not None]).astype(float)
