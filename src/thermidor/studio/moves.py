"""Runs of a moving lever: few draws, begun at the first year that differs from a run still known.

What a year gives depends on the state before it and on what is given to it. Up to the first year that is
given anything else, two runs of the same draws are the same run, and the years in common are run once. A run
that is given up leaves the years it has run: who asks for it again goes on from there.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from threading import Lock

import jax
import numpy as np

from .stretch import LONGEST, Laid, Stretch, placed

MOST = 4  # runs that are kept: each some 20 MB, less the years it shares with another
Stale = Callable[[], bool]
Known = tuple[str, int, int, tuple[tuple[str, float], ...]]  # theory, seed, draws, factors on the start


class Superseded(Exception):
    """A newer question has come; nobody waits for this answer."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some years of a run up to ``end``: rows (year, row, draw), and the state after them."""

    end: int
    told: np.ndarray
    state: jax.Array


@dataclass(frozen=True, slots=True)
class Way:
    """What a run was given by year, and its parts so far."""

    given: np.ndarray
    parts: tuple[Part, ...] = ()

    @property
    def end(self) -> int:
        """Return the number of years that are run."""
        return self.parts[-1].end if self.parts else 0

    def common(self, given: np.ndarray) -> int:
        """Return the number of first years that are given the very same numbers."""
        other = (self.given.view(np.uint64) != given.view(np.uint64)).any(axis=1)  # bits: NaN is NaN
        return int(other.argmax()) if other.any() else len(given)

    def until(self, year: int) -> "Way":
        """Return the parts that end no later than a year."""
        return Way(self.given, tuple(part for part in self.parts if part.end <= year))


@dataclass(slots=True)
class Moves:
    """Run moves, and keep a few runs for the next; safe to use from several threads."""

    ways: OrderedDict[tuple[Known, bytes], Way] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def run(self, ready: Stretch, known: Known, one: Laid, given: np.ndarray, stale: Stale) -> "Told":
        """Return what a run tells; raises Superseded, between two parts, once ``stale`` says so."""
        parts, turn = self._begun(known, given)
        while (end := parts[-1].end if parts else 0) < len(given):
            if stale():
                raise Superseded
            until = min(turn if turn > end else len(given), end + LONGEST)
            parts = (*parts, _part(ready, one, given, parts, until))
            self._keep(known, Way(given, parts))
        return Told(parts, known[2])

    def _begun(self, known: Known, given: np.ndarray) -> tuple[tuple[Part, ...], int]:
        """Return the most years in common with a run, and the year at which the two part."""
        with self.lock:
            ways = {name: way for name, way in self.ways.items() if name[0] == known}
            if not ways:
                return (), 0
            turns = {name: way.common(given) for name, way in ways.items()}
            best = max(ways, key=lambda name: (ways[name].until(turns[name]).end, turns[name]))
            self.ways.move_to_end(best)
            return ways[best].until(turns[best]).parts, turns[best]

    def _keep(self, known: Known, way: Way) -> None:
        with self.lock:
            name = (known, way.given.tobytes())
            if (before := self.ways.pop(name, None)) is not None and before.end > way.end:
                way = before
            self.ways[name] = way
            while len(self.ways) > MOST:
                self.ways.popitem(last=False)


class Told(Mapping[str, np.ndarray]):
    """The fields of a run, shape (draw, year, ...), each put together when it is first read."""

    def __init__(self, parts: tuple[Part, ...], draws: int) -> None:
        self._parts, self._draws, self._read = parts, draws, dict[str, np.ndarray]()

    def __getitem__(self, name: str) -> np.ndarray:
        if name not in self._read:
            first, end, shape = placed()[name]
            years = np.concatenate([part.told[:, first:end, : self._draws] for part in self._parts])
            self._read[name] = years.transpose(2, 0, 1).reshape(self._draws, len(years), *shape)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(placed())

    def __len__(self) -> int:
        return len(placed())


def _part(ready: Stretch, one: Laid, given: np.ndarray, parts: tuple[Part, ...], until: int) -> Part:
    first, state = (parts[-1].end, parts[-1].state) if parts else (0, one.start)
    told, after = ready(one.model, state, one.luck, given, np.int32(first), np.int32(until - first))
    return Part(until, np.asarray(told)[: until - first], after)
