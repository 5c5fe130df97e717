"""Runs streamed to disk as they come: a Zarr group, to be opened by xarray, with one chunk for every task.

``scores`` (step, run, parameter) are what was asked, ``summaries`` (step, run, summary) what runs gave. A
chunk is written wholly or not at all. What is not made yet is NaN, which no summary is: so a search begun
again reads what is there, makes what is lacking, and makes nothing twice.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import zarr

from ..errors import ThermidorError
from ..files import check_writable, told
from .free import NAMES


@dataclass(frozen=True, slots=True)
class Step:
    """The runs of one step of a search: where they are kept, and under which number."""

    group: zarr.Group
    number: int

    def held(self, rows: slice) -> np.ndarray | None:
        """Return the summaries of runs, shape (run, summary), or None if any is lacking or damaged."""
        try:
            found = np.asarray(_array(self.group, "summaries")[self.number, rows])
        except (OSError, ValueError, RuntimeError):
            return None
        return None if np.isnan(found).any() else found

    def keep(self, rows: slice, summaries: np.ndarray) -> None:
        """Keep the summaries of one chunk's runs. Raises ThermidorError if the disk is full."""
        with told(_place(self.group)):
            _array(self.group, "summaries")[self.number, rows] = summaries


@dataclass(frozen=True, slots=True)
class Store:
    """A Zarr group of as many runs a step as ``scores`` has places."""

    group: zarr.Group

    def step(self, number: int, scores: np.ndarray) -> Step:
        """Return a step made for scores (run, parameter); runs kept there for other scores are dropped."""
        with told(_place(self.group)):
            asked, seen = _array(self.group, "scores"), _array(self.group, "summaries")
            if asked.shape[0] <= number:
                for one in (asked, seen):
                    one.resize((number + 1, *one.shape[1:]))
            if not np.array_equal(np.asarray(asked[number]), scores):
                seen[number] = np.nan  # before the scores: killed in between, it is done again
                asked[number] = scores
        return Step(self.group, number)


def store(place: Path, runs: int, chunk: int, names: Sequence[str], **about: str | int) -> Store:
    """Return the store at a place, made if need be: so many runs a step, ``chunk`` of them a task.

    Raises ThermidorError if the place cannot be written.
    """
    check_writable(place)
    with told(place):
        return Store(_opened(place, runs, chunk, names, about))


def _opened(
    place: Path, runs: int, chunk: int, names: Sequence[str], about: dict[str, str | int]
) -> zarr.Group:
    try:
        group = zarr.open_group(place, mode="a")
        whole = {"scores", "summaries"} <= set(group.array_keys())
    except (ValueError, KeyError):  # damaged: what cannot be read is made again
        shutil.rmtree(place)
        return _opened(place, runs, chunk, names, about)
    if not whole:
        group.attrs.update(parameters=list(NAMES), summaries=list(names), **about)
        _made(group, "scores", (runs, len(NAMES)), runs, "parameter", "f8")
        _made(group, "summaries", (runs, len(names)), chunk, "summary", "f4")
    return group


def _made(group: zarr.Group, name: str, shape: tuple[int, int], chunk: int, along: str, kind: str) -> None:
    group.create_array(
        name, shape=(0, *shape), chunks=(1, min(chunk, shape[0]), shape[1]), dtype=kind,
        fill_value=np.nan, dimension_names=("step", "run", along), overwrite=True,
    )  # fmt: skip


def _array(group: zarr.Group, name: str) -> zarr.Array:
    found = group[name]
    if not isinstance(found, zarr.Array):
        raise ThermidorError("no array in the store of runs", str(_place(group)), name, "Remove the folder.")
    return found


def _place(group: zarr.Group) -> Path:
    return Path(str(group.store_path.store).removeprefix("file://"))
