"""Runs of a moving lever: few draws, by a programme of their own that needs a few milliseconds.

A year is :func:`thermidor.run.advance`, told by :func:`thermidor.run.seen`, as in every run; only how it is
compiled differs (:mod:`thermidor.straight`), and with it the last digits.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import local
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array

from ..frame.year import Year
from ..lab.cache import folder
from ..lab.ensemble import Batch, Setting
from ..lab.programme import kept, key
from ..run import advance, rows, seen
from ..straight.machine import machine
from ..straight.repeated import Repeated, aligned, code, in_vectors, loaded, room
from ..straight.written import source

Stale = Callable[[], bool]
Read = Callable[["Told"], Any]
Step = Callable[[Array, Array, Array, Array], tuple[Array, Array]]

_OWN = local()


class Superseded(Exception):
    """A newer question has come; nobody waits for this answer."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Draws laid out in vectors: model and start (vector, row, width), luck (vector, year, row, width)."""

    model: np.ndarray
    start: np.ndarray
    luck: np.ndarray


@cache
def placed() -> Mapping[str, tuple[int, int, tuple[int, ...]]]:
    """Return where each field stands in the rows of a run: first row, end, and shape."""
    return rows()


def laid(one: Batch) -> Laid:
    """Return draws laid out."""
    model = np.stack([np.asarray(leaf) for leaf in jax.tree.leaves(one.model)])
    start = [np.moveaxis(np.asarray(leaf), 0, -1) for leaf in jax.tree.leaves(one.start)]
    luck = np.stack([np.asarray(leaf).T for leaf in jax.tree.leaves(one.luck)], axis=1)
    state = np.concatenate([leaf.reshape(-1, leaf.shape[-1]) for leaf in start])
    return Laid(*(in_vectors(each, machine().width) for each in (model, state, luck)))


def outside(given: Setting) -> np.ndarray:
    """Return what a run is given from outside, shape (year, signal): forcings, levers, recorded values."""
    return aligned(np.stack([np.asarray(x, float) for x in jax.tree.leaves(_from_outside(given))], axis=1))


def programme(one: Batch, given: Setting) -> Repeated:
    """Return the compiled year; every theory and scenario gives it numbers of the same rows."""
    drawn, signals = laid(one), outside(given)
    forms = (drawn.model.shape[1], drawn.start.shape[1], drawn.luck.shape[2], signals.shape[1])
    about = f"{source()} {machine()} {Path(__file__).read_text(encoding='utf-8')}"
    place = folder() / f"moves-{key(sha256(about.encode()).hexdigest(), forms)}.object"
    made = kept(place, lambda: code(_year(one, given), forms, machine()))
    return loaded(made, forms, _height(), machine())


def run(ready: Repeated, one: Laid, draws: int, given: np.ndarray, read: Read, stale: Stale) -> Any:
    """Return what ``read`` makes of a run; it must keep nothing of what it reads from.

    Raises Superseded, between two vectors of draws, once ``stale`` says so.
    """
    told = _paper((len(one.start), len(given), ready.told, one.start.shape[-1]))
    for model, start, luck, page in zip(one.model, one.start, one.luck, told, strict=True):
        if stale():
            raise Superseded
        ready(model, aligned(start.copy()), luck, given, page)
    return read(Told(told, draws))


def _paper(shape: tuple[int, ...]) -> np.ndarray:
    """Return room that a thread uses again and again: fresh memory takes longer to get than a run."""
    if getattr(_OWN, "paper", np.empty(0)).shape != shape:
        _OWN.paper = room(shape)
    return _OWN.paper


class Told(Mapping[str, np.ndarray]):
    """The fields of a run, shape (draw, year, ...), each copied when it is read."""

    def __init__(self, vectors: np.ndarray, draws: int) -> None:
        self._vectors, self._draws = vectors, draws  # (vector, year, row, width)

    def __getitem__(self, name: str) -> np.ndarray:
        first, end, shape = placed()[name]
        draws = np.moveaxis(self._vectors[:, :, first:end], -1, 1).copy()
        return draws.reshape(-1, draws.shape[2], *shape)[: self._draws]

    def __iter__(self) -> Iterator[str]:
        return iter(placed())

    def __len__(self) -> int:
        return len(placed())


def _height() -> int:
    return max(end for _, end, _ in placed().values())


def _year(one: Batch, given: Setting) -> Step:
    """Return a year of one draw, from rows to rows."""
    trees = [jax.tree.structure(each) for each in (one.model, one.start, one.luck, _from_outside(given))]
    shapes = [leaf.shape[1:] for leaf in jax.tree.leaves(one.start)]
    ends = np.cumsum([math.prod(shape) for shape in shapes])
    places = list(zip(ends - [math.prod(shape) for shape in shapes], ends, shapes, strict=True))

    def year(model: Array, state: Array, luck: Array, signals: Array) -> tuple[Array, Array]:
        leaves = [state[first:end].reshape(shape) for first, end, shape in places]
        parts = (list(model), leaves, list(luck), list(signals))
        laws, now, dice, (forcing, levers, drive) = map(jax.tree.unflatten, trees, parts)
        after = advance(laws, now, Year(forcing, levers, dice), drive)
        told = seen(*jax.tree.map(lambda leaf: leaf[None], (now, after)))
        return told[:, 0], jnp.concatenate([leaf.reshape(-1) for leaf in jax.tree.leaves(after)])

    return year


def _from_outside(given: Setting) -> tuple[Any, Any, dict]:
    return given.forcing, given.levers, dict(given.drive)
