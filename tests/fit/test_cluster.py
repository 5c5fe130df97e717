"""Dask workers: a worker killed in the middle loses nothing and doubles nothing."""

import os
import pickle
import signal
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from thermidor.errors import ThermidorError
from thermidor.fit.cluster import alike, on_cluster
from thermidor.fit.free import WIDTH
from thermidor.fit.simulate import Task, many, threads
from thermidor.fit.stamp import stamp
from thermidor.fit.store import store
from thermidor.fit.summary import layout

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
def test_a_sweep_of_the_full_model_survives_a_killed_worker(tmp_path: Path):
    scores = np.random.default_rng(8).standard_normal((800, WIDTH))
    task = Task("state-capitalism", 1940, 1, scores, np.arange(len(scores)))
    kept = store(tmp_path / "runs.zarr", len(scores), 200, layout(1940).names).step(0, scores)
    done: list[int] = []
    here = many(task, threads(2))  # before the cluster: what is compiled here, workers read from disk
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:

        def heard(runs: int) -> None:
            done.append(runs)
            if len(done) == 1:
                os.kill(cluster.workers[0].pid, signal.SIGKILL)

        found = many(task, on_cluster(cluster.scheduler_address, heard), kept)
    assert sum(done) == len(scores)
    np.testing.assert_allclose(found, here, rtol=0, atol=1e-12)  # processes may differ in the last digit
    np.testing.assert_array_equal(kept.held(slice(0, len(scores))), found)


def test_a_worker_of_other_laws_is_told():
    work = lambda task: task.scores  # noqa: E731
    assert (alike(stamp(), work, task(1)) == 1).all()
    with pytest.raises(ThermidorError, match="other laws") as told:
        alike("other", work, task(1))
    assert str(pickle.loads(pickle.dumps(told.value))) == str(told.value)  # as it comes from the worker


@pytest.mark.filterwarnings("ignore")
def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("thermidor.fit.cluster.WAIT", 1)
    with pytest.raises(ThermidorError, match="no Dask scheduler answers"):
        next(on_cluster("tcp://127.0.0.1:9")([task(1)]))
