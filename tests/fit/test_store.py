"""Runs on disk: what is kept is read, what is lacking or damaged is made again, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import xarray as xr

from thermidor.errors import ThermidorError
from thermidor.fit.free import NAMES, WIDTH
from thermidor.fit.simulate import Task, many
from thermidor.fit.store import Store, store

RUNS, CHUNK, SUMMARIES = 500, 200, ("gdp 1913", "gdp 1921", "lasted")
SCORES = np.random.default_rng(4).standard_normal((RUNS, WIDTH))
TASK = Task("any", 1940, 1, SCORES, np.arange(RUNS))


def given(task: Task) -> np.ndarray:
    return task.scores[:, :3] / 3


class Model:
    """Stands for the model: counts the chunks it makes, and hands them out last first."""

    def __init__(self, most: int = 99) -> None:
        self.made: list[int] = []
        self.most = most

    def __call__(self, tasks: list[Task]) -> Iterator[tuple[int, np.ndarray]]:
        for at, task in reversed(list(enumerate(tasks))):
            if len(self.made) == self.most:
                raise KeyboardInterrupt
            self.made.append(int(task.serial[0]))
            yield at, given(task)


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return store(tmp_path / "runs.zarr", RUNS, CHUNK, SUMMARIES, theory="any")


def test_what_is_kept_is_what_was_made_and_is_not_made_again(kept: Store):
    made = many(TASK, Model(), kept.step(3, SCORES))
    assert (made == given(TASK).astype(np.float32)).all()
    again = Model()
    assert (many(TASK, again, kept.step(3, SCORES)) == made).all()
    assert again.made == []
    assert (many(TASK, Model()) == made).all()  # the same numbers with nothing kept


def test_what_was_made_before_a_break_is_not_made_again(kept: Store):
    first, rest = Model(most=1), Model()
    with pytest.raises(KeyboardInterrupt):
        many(TASK, first, kept.step(0, SCORES))
    assert (many(TASK, rest, kept.step(0, SCORES)) == given(TASK).astype(np.float32)).all()
    assert (first.made, rest.made) == ([400], [200, 0])


def test_runs_kept_for_other_scores_are_not_taken(kept: Store):
    many(TASK, Model(), kept.step(0, SCORES))
    other = Task("any", 1940, 1, -SCORES, np.arange(RUNS))
    assert (many(other, Model(), kept.step(0, -SCORES)) == -given(TASK).astype(np.float32)).all()


@pytest.mark.parametrize("left", [b"", b"rubbish", None])
def test_a_damaged_chunk_is_made_again(kept: Store, tmp_path: Path, left: bytes | None):
    made = many(TASK, Model(), kept.step(0, SCORES))
    chunk = tmp_path / "runs.zarr" / "summaries" / "c" / "0" / "1" / "0"
    whole = chunk.read_bytes()
    chunk.write_bytes(whole[: len(whole) // 2] if left is None else left)
    again = Model()
    assert (many(TASK, again, kept.step(0, SCORES)) == made).all()
    assert again.made == [200]
    assert chunk.read_bytes() == whole


@pytest.mark.parametrize("part", [".", "scores", "summaries"])
def test_a_damaged_store_is_made_again(kept: Store, tmp_path: Path, part: str):
    many(TASK, Model(), kept.step(0, SCORES))
    place = tmp_path / "runs.zarr"
    (place / part / "zarr.json").write_text("{")
    again = store(place, RUNS, CHUNK, SUMMARIES)
    assert (many(TASK, Model(), again.step(0, SCORES)) == given(TASK).astype(np.float32)).all()


def test_xarray_opens_it(kept: Store, tmp_path: Path):
    many(TASK, Model(), kept.step(1, SCORES))
    with xr.open_zarr(tmp_path / "runs.zarr", consolidated=False) as runs:
        assert dict(runs.sizes) == {"step": 2, "run": RUNS, "parameter": WIDTH, "summary": 3}
        assert (runs["scores"][1] == SCORES).all()
        assert np.isnan(runs["summaries"][0]).all()
        assert not np.isnan(runs["summaries"][1]).any()
        assert runs.attrs["summaries"] == list(SUMMARIES)
        assert runs.attrs["parameters"] == list(NAMES)
        assert runs.attrs["theory"] == "any"


def test_where_nothing_can_be_written_it_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(ThermidorError):
        store(tmp_path / "file", RUNS, CHUNK, SUMMARIES)
