"""Some years of a run, begun where society stands: one programme for every first year and number of years.

What a run is given is laid out in few arrays, draws last: a call costs a fifth of a millisecond, where a
thousand arguments take several. A year is :func:`thermidor.run.advance`, told by :func:`thermidor.run.seen`.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array

from ..frame.state import State
from ..frame.year import Year
from ..lab.ensemble import Batch, Setting
from ..run import Model, advance, rows, seen
from .traced import traced

LONGEST = 12  # years; some 4 ms, and what nobody waits for any more ends as soon
FIRST, LAST = 0, -1  # where the draws stand
Stretch = Callable[[Array, Array, Array, np.ndarray, np.int32, np.int32], tuple[Array, Array]]


@dataclass(frozen=True, slots=True)
class Laid:
    """Draws laid out: model (parameter, draw), start (row of the state, draw), luck (year, purpose, draw)."""

    model: Array
    start: Array
    luck: Array


@dataclass(frozen=True, slots=True)
class Form:
    """How the arrays of a run are read: trees of their leaves, and shapes of the state's leaves."""

    model: Any
    luck: Any
    outside: Any
    state: Any
    shapes: tuple[tuple[int, ...], ...]


@cache
def placed() -> Mapping[str, tuple[int, int, tuple[int, ...]]]:
    """Return where each field stands in the rows of a run: first row, end, and shape."""
    return rows()


def form(one: Batch, given: Setting) -> Form:
    """Return how what is laid out of such draws and settings is read; every theory's is the same."""
    leaves, tree = jax.tree.flatten(one.start)
    model, luck = jax.tree.structure(one.model), jax.tree.structure(one.luck)
    shapes = tuple((*leaf.shape[1:], leaf.shape[0]) for leaf in leaves)
    return Form(model, luck, jax.tree.structure(_from_outside(given)), tree, shapes)


def laid(one: Batch) -> Laid:
    """Return draws laid out."""
    model = np.stack([np.asarray(leaf) for leaf in jax.tree.leaves(one.model)])
    luck = np.stack([np.asarray(leaf).T for leaf in jax.tree.leaves(one.luck)], axis=1)
    start = [np.moveaxis(np.asarray(leaf), FIRST, LAST) for leaf in jax.tree.leaves(one.start)]
    return Laid(*jax.device_put((model, np.concatenate([_flat(leaf) for leaf in start]), luck)))


def outside(given: Setting) -> np.ndarray:
    """Return what a run is given from outside, shape (year, signal): forcings, levers, recorded values."""
    return np.stack([np.asarray(leaf, float) for leaf in jax.tree.leaves(_from_outside(given))], axis=1)


def stretch(form: Form, one: Laid, given: np.ndarray) -> Stretch:
    """Return the compiled programme: from model, state, luck, outside, first year and number of years.

    It gives rows over years, shape (LONGEST, row, draw), of which the first ``number`` hold values, and the
    state after these years.
    """
    examples = (one.model, one.start, one.luck, given, np.int32(0), np.int32(0))
    forms = tuple((np.shape(leaf), str(leaf.dtype)) for leaf in examples)
    return traced(Path(__file__), lambda *arrays: _years(form, *arrays), forms, str(form))


def _years(
    form: Form, model: Array, state: Array, luck: Array, given: Array, first: Array, number: Array
) -> tuple[Array, Array]:
    moulded: Model = jax.tree.unflatten(form.model, _rows(model))
    every = jax.vmap(advance, (LAST, LAST, Year(None, None, LAST), None), LAST)  # pyright: ignore[reportArgumentType]
    height = max(end for _, end, _ in placed().values())

    def year(carry: tuple[Array, State, Array]) -> tuple[Array, State, Array]:
        n, now, told = carry
        forcing, levers, drive = jax.tree.unflatten(form.outside, _rows(given[first + n]))
        dice = jax.tree.unflatten(form.luck, _rows(luck[first + n]))
        after = every(moulded, now, Year(forcing, levers, dice), drive)
        return n + 1, after, told.at[n].set(seen(_draws_first(now), _draws_first(after)))

    begun = (jnp.int32(0), _apart(form, state), jnp.zeros((LONGEST, height, state.shape[LAST])))
    _, now, told = jax.lax.while_loop(lambda carry: carry[0] < number, year, begun)
    return told, jnp.concatenate([_flat(leaf) for leaf in jax.tree.leaves(now)])


def _rows(leaf: Array) -> list[Array]:
    return [leaf[i] for i in range(len(leaf))]  # an array that is read as a list is cut twice


def _apart(form: Form, state: Array) -> State:
    ends = np.cumsum([math.prod(shape[:-1]) for shape in form.shapes])
    parts = zip(np.split(np.arange(ends[-1]), ends[:-1]), form.shapes, strict=True)
    leaves = [state[places[0] : places[-1] + 1].reshape(shape) for places, shape in parts]
    return jax.tree.unflatten(form.state, leaves)


def _draws_first(one: State) -> State:
    return jax.tree.map(lambda leaf: jnp.moveaxis(leaf, LAST, FIRST), one)


def _flat(leaf: Any) -> Any:
    return leaf.reshape(-1, leaf.shape[LAST])


def _from_outside(given: Setting) -> tuple:
    return given.forcing, given.levers, dict(given.drive)
