"""Runs for a fit: free parameters as given, the shared body as shipped, luck of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from ..claims.view import Run
from ..lab.belief import quantiles
from ..lab.block import packaged
from ..lab.ensemble import Setting, batch, run_batches
from ..lab.setting import closed
from ..theories import THEORIES
from .free import ranks
from .summary import Layout, layout

CHUNK = 800  # runs held at a time


@dataclass(frozen=True, slots=True)
class Task:
    """Runs to make: theory, what is seen, seed, and per run its scores (parameter,) and serial number."""

    theory: str
    until: int
    seed: int
    scores: np.ndarray
    serial: np.ndarray


def summaries(task: Task, workers: int = 2) -> np.ndarray:
    """Return the summaries of runs, shape (run, summary). Depends on the task alone.

    Every run takes a draw of the packaged body and luck by its serial number; the free parameters stand at
    the given scores of their priors and do not follow the body.
    """
    theory, given, body = THEORIES[task.theory], _given(), packaged()
    base = quantiles(theory, task.seed, task.serial)
    believed = base if body is None else body.ranks(dict(base))
    one = batch(theory, given, task.serial, task.seed, believed | ranks(task.scores))
    return _seen(task.until).summaries(Run(run_batches([one], given, workers=workers)))


@cache
def _given() -> Setting:
    """Return the closed loop, compiled from its tables once."""
    return closed()


@cache
def _seen(until: int) -> Layout:
    """Return what is seen, read from the record once."""
    return layout(until)


Spread = Callable[[list[Task]], list[np.ndarray]]


def threads(workers: int, progress: Callable[[int], object] = lambda _: None) -> Spread:
    """Return what runs tasks one after another on a pool of threads; ``progress`` hears of runs done."""

    def run(tasks: list[Task]) -> list[np.ndarray]:
        found = []
        for task in tasks:
            found.append(summaries(task, workers))
            progress(len(task.serial))
        return found

    return run


def many(task: Task, spread: Spread, chunk: int = CHUNK) -> np.ndarray:
    """Return the summaries of a great task, cut into chunks that may run anywhere."""
    cuts = [slice(i, i + chunk) for i in range(0, len(task.serial), chunk)]
    pieces = [Task(task.theory, task.until, task.seed, task.scores[c], task.serial[c]) for c in cuts]
    return np.concatenate(spread(pieces))
