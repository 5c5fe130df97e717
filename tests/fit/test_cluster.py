"""Dask workers: a worker killed in the middle loses nothing and doubles nothing."""

import os
import signal
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from thermidor.errors import ThermidorError
from thermidor.fit.cluster import on_cluster
from thermidor.fit.simulate import Task

distributed = pytest.importorskip("distributed", reason="Dask is optional")


def task(number: int) -> Task:
    return Task("any", 1940, 1, np.full((3, 8), float(number)), np.arange(3) + 3 * number)


def deadly(folder: Path) -> Any:
    """Return work that kills its worker once, when it comes to the fifth task."""

    def work(task: Task) -> np.ndarray:
        time.sleep(0.05)
        mark = folder / "killed"
        if task.serial[0] == 15 and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return task.scores * 2 + task.serial[:, None]

    return work


@pytest.mark.filterwarnings("ignore")
def test_a_killed_worker_loses_nothing_and_doubles_nothing(tmp_path: Path):
    tasks = [task(number) for number in range(12)]
    done: list[int] = []
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        found = list(on_cluster(cluster.scheduler_address, done.append, deadly(tmp_path))(tasks))
    assert (tmp_path / "killed").exists()
    assert sum(done) == 36
    assert sorted(at for at, _ in found) == list(range(12))
    assert all((one == tasks[at].scores * 2 + tasks[at].serial[:, None]).all() for at, one in found)


@pytest.mark.filterwarnings("ignore")
def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("thermidor.fit.cluster.WAIT", 1)
    with pytest.raises(ThermidorError, match="no Dask scheduler answers"):
        next(on_cluster("tcp://127.0.0.1:9")([task(1)]))
