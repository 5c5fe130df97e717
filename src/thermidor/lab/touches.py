"""Which mechanism reads and changes which field: found by letting each go through an empty year and watching.

A search in the text would miss what is written in a loop over names, or read in a function beside the class.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import jax
import numpy as np

from ..frame.axes import shape
from ..frame.change import Change, Move
from ..frame.derived import DERIVED
from ..frame.example import state, year
from ..frame.mechanism import Mechanism
from ..frame.state import METAS, State
from ..frame.year import Year
from .belief import mechanism_id, mechanisms


def changers(name: str) -> tuple[str, ...]:
    """Return the ids of the mechanisms that change a field, in the order of the year."""
    return tuple(one for one, (_, written) in touched().items() if name in written)


def readers(name: str) -> tuple[str, ...]:
    """Return the ids of the mechanisms that read a field, in the order of the year."""
    return tuple(one for one, (read, _) in touched().items() if name in read)


def sources(derived: str) -> tuple[str, ...]:
    """Return the fields from which a derived quantity is computed."""
    seen: set[str] = set()
    DERIVED[derived].compute(_WatchedFields(seen))
    return tuple(name for name in METAS if name in seen)


@cache
def touched() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """Return what each mechanism reads, and what it changes, by its id."""
    quiet = year()
    return {mechanism_id(one): _watched(one, quiet) for one in mechanisms()}


def _watched(one: Mechanism, quiet: Year) -> tuple[frozenset[str], frozenset[str]]:
    read: set[str] = set()
    written: set[str] = set()

    def go(now: State) -> float:
        for change in one(_WatchedState(now, read), quiet):  # pyright: ignore[reportArgumentType]
            written.update(_accounts(change))
        return 0.0

    jax.eval_shape(go, state())  # forms alone, no number: a mechanism has no branch that a number decides
    return frozenset(read), frozenset(written)


def _accounts(change: Change) -> Iterator[str]:
    yield from (change.source, change.target) if isinstance(change, Move) else (change.name,)


class _WatchedState:
    """A state that notes which of its fields are read."""

    def __init__(self, now: State, seen: set[str]) -> None:
        self._now, self._seen = now, seen

    def __getattr__(self, name: str) -> Any:
        """Return a field, and note its name."""
        self._seen.add(name)
        return getattr(self._now, name)


class _WatchedFields(dict[str, np.ndarray]):
    """Fields of a run of one draw and one year that note which of them are read."""

    def __init__(self, seen: set[str]) -> None:
        self._seen = seen

    def __missing__(self, name: str) -> np.ndarray:
        """Return ones of a field's form, and note its name."""
        self._seen.add(name)
        form = shape(tuple(axis for axis in METAS[name].axis if axis != "vintage"))
        return np.ones((1, 1, *form))
