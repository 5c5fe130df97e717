"""Runs on a Dask cluster: any scheduler; tasks are pure, so that a lost worker loses nothing."""

from collections.abc import Callable

import numpy as np

from ..errors import ThermidorError
from .simulate import Spread, Task, summaries

WAIT = 20  # seconds for the scheduler to answer
LOST = 10  # workers a task may lose before it is given up


def alone(task: Task) -> np.ndarray:
    """Return the summaries of a task on one thread: a worker takes several tasks at once."""
    return summaries(task, workers=1)


def on_cluster(
    address: str, progress: Callable[[int], object] = lambda _: None, work: Callable[..., np.ndarray] = alone
) -> Spread:
    """Return what runs tasks on the workers of a Dask scheduler, each result once, in the tasks' order.

    Raises ThermidorError if Dask is not installed or the scheduler does not answer.
    """
    try:
        from distributed import Client
    except ImportError as lacking:
        remedy = "Install it: `pip install distributed`."
        raise ThermidorError("Dask is not installed", "--cluster", address, remedy) from lacking

    def run(tasks: list[Task]) -> list[np.ndarray]:
        try:
            client = Client(address, timeout=WAIT, set_as_default=False)
        except (OSError, ValueError) as deaf:
            raise ThermidorError("no Dask scheduler answers", "--cluster", address, str(deaf)) from deaf
        with client:
            futures = client.map(work, tasks, pure=False, retries=LOST)
            found = []
            for future, task in zip(futures, tasks, strict=True):
                found.append(future.result())
                progress(len(task.serial))
            return found

    return run
