"""Runs on a Dask cluster: any scheduler; tasks are pure, so that a lost worker loses nothing."""

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from ..errors import ThermidorError
from .simulate import Spread, Task, summaries
from .stamp import stamp

WAIT = 20  # seconds for the scheduler to answer
Work = Callable[[Task], np.ndarray]


def alike(made_by: str, work: Work, task: Task) -> np.ndarray:
    """Return what a worker makes of a task. Raises ThermidorError if its stamp is not ``made_by``."""
    if stamp() != made_by:
        remedy = "Install the same version of Thermidor on every worker."
        raise ThermidorError("a worker has other laws or another record", "--cluster", stamp(), remedy)
    return work(task)


def on_cluster(
    address: str,
    progress: Callable[[int], object] = lambda _: None,
    work: Work = summaries,
) -> Spread:
    """Return what runs tasks on the workers of a Dask scheduler and yields each result once.

    Tasks of a lost worker go to another. Raises ThermidorError if Dask is not installed, the scheduler does
    not answer, or a task has lost more workers than the scheduler allows.
    """
    try:
        from distributed import Client, KilledWorker, as_completed
    except ImportError as lacking:
        remedy = "Install it: `pip install distributed`."
        raise ThermidorError("Dask is not installed", "--cluster", address, remedy) from lacking

    def run(tasks: list[Task]) -> Iterator[tuple[int, np.ndarray]]:
        try:
            client = Client(address, timeout=WAIT, set_as_default=False)
        except (OSError, ValueError) as deaf:
            raise ThermidorError("no Dask scheduler answers", "--cluster", address, str(deaf)) from deaf
        with client:
            futures = client.map(partial(alike, stamp(), work), tasks, pure=False)
            places = {one.key: at for at, one in enumerate(futures)}
            try:
                for one, found in as_completed(futures, loop=client.loop, with_results=True):
                    progress(len(found))
                    yield places[one.key], found
            except KilledWorker as lost:
                remedy = "Give workers more memory, then begin again: what was done is kept."
                raise ThermidorError("a task lost its workers", "--cluster", address, remedy) from lost

    return run
