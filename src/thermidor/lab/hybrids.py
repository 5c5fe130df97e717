"""Theories between two theories, and what any theory is worth, pattern by pattern and series by series.

All run on the same luck, on the same draws of the shared body (as fitted) and of the closures' numbers (from
their priors), so that two runs differ only by what fills the slots.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import jax
import numpy as np

from ..claims.series import FIRST_YEAR
from ..claims.view import Run
from ..theory import SLOTS, Closing, Theory
from .belief import quantiles
from .block import packaged
from .ensemble import BATCH, Batch, Frames, Setting, batch, run_batches, serials
from .implausible import CAP
from .outcomes import NEVER
from .patterns import PATTERNS
from .score import EVENTS, SCORED
from .setting import closed

NUMBERS = "own numbers"  # priors of its own, which a theory may have beside its slots
PARTS = (*SLOTS, NUMBERS)
PATTERNS_MET, MISFIT = "patterns met", "mean distance of series"
GROUP = 2 * BATCH  # draws held in memory at a time


@dataclass(frozen=True, slots=True)
class Item:
    """What is scored: a pattern (1 in a draw that meets it), a series (distance over allowed error), a sum.

    Beside them stand events, by the year in which they come. ``better``: +1 if more is better, -1 if less is,
    0 where neither; ``least``: a move below it is not spoken of.
    """

    id: str
    kind: str
    meaning: str
    better: int
    least: float = 0.05


ITEMS: tuple[Item, ...] = (
    *(Item(one.id, "pattern", one.meaning, +1) for one in PATTERNS),
    *(Item(one.series, "series", one.label, -1) for one in SCORED),
    *(Item(one, "event", f"year of it, {NEVER} if it never comes", 0, least=1.0) for one in EVENTS),
    Item(PATTERNS_MET, "sum", "number of patterns met in a draw", +1),
    Item(MISFIT, "sum", "mean distance from the series, in allowed errors", -1),
)


def hybrid(one: Theory, other: Theory, taken: frozenset[str]) -> Theory:
    """Return the first theory with some of its parts (slots, own numbers) taken from the other."""
    slots = {s: (other if s in taken else one).slots.get(s, Closing((), "")) for s in SLOTS}
    numbers = (other if NUMBERS in taken else one).priors
    return replace(one, id=f"{one.id}+{'+'.join(sorted(taken))}", slots=slots, priors=numbers)


def acts(theory: Theory, part: str) -> Hashable:
    """Return what a part of a theory does: closures with their weights, or its own priors."""
    if part == NUMBERS:
        return tuple(sorted((name, repr(prior)) for name, prior in theory.priors.items()))
    closing = theory.slots.get(part, Closing((), ""))
    return frozenset((c.__name__, closing.weights.get(c, 1.0)) for c in closing.closures)


def whole(theory: Theory) -> Hashable:
    """Return all a theory does; theories alike in this give the same runs."""
    strengths = frozenset((c.__name__, value) for c, value in theory.strengths().items())
    return strengths, acts(theory, NUMBERS)


def parts_apart(one: Theory, other: Theory) -> tuple[str, ...]:
    """Return the parts in which two theories do something different."""
    return tuple(part for part in PARTS if acts(one, part) != acts(other, part))


def shared_ranks(theory: Theory, draws: int, seed: int) -> dict[str, np.ndarray]:
    """Return ranks of all parameters, the same for every theory: the body as fitted, the rest uniform."""
    plain, body = quantiles(theory, seed, serials(draws)), packaged()
    return plain if body is None else body.ranks(plain)


class Worth:
    """What theories are worth, of shape (item, draw); theories that act alike are run once.

    ``told`` hears of every theory that has been run.
    """

    def __init__(self, draws: int, seed: int, told: Callable[[int], object] = lambda _: None) -> None:
        self.draws, self.seed, self.told = draws, seed, told
        self.setting = closed()
        self._known: dict[Hashable, np.ndarray] = {}

    def __call__(self, theories: Sequence[Theory]) -> list[np.ndarray]:
        """Return the worth of each theory."""
        lacking = {whole(one): one for one in theories if whole(one) not in self._known}
        for group in _groups(list(lacking.values()), max(1, GROUP // self.draws)):
            found = values(Run(self._run(group)))
            for i, one in enumerate(group):
                self._known[whole(one)] = found[:, i * self.draws : (i + 1) * self.draws]
            self.told(len(group))
        return [self._known[whole(one)] for one in theories]

    def _run(self, group: Sequence[Theory]) -> Frames:
        ready = [self._batch(one, self.setting) for one in group]
        return run_batches([joined(ready)], self.setting)

    def _batch(self, theory: Theory, setting: Setting) -> Batch:
        ranks = shared_ranks(theory, self.draws, self.seed)
        return batch(theory, setting, serials(self.draws), self.seed, ranks)


def joined(batches: Sequence[Batch]) -> Batch:
    """Return batches as one, so that small ones fill the compiled size."""
    trees = [(one.serial, one.model, one.start, one.luck) for one in batches]
    return Batch(*jax.tree.map(lambda *leaves: np.concatenate(leaves), *trees))


def values(run: Run) -> np.ndarray:
    """Return what every draw of a run is worth, by ITEMS: shape (item, draw)."""
    met = np.array([one.met(run).astype(float) for one in PATTERNS])
    near = np.array(list(_distances(run)))
    come = np.array([when(run) for when in EVENTS.values()])
    years = np.where(np.isfinite(come), come, NEVER)
    return np.concatenate([met, near, years, met.sum(axis=0)[None], near.mean(axis=0)[None]])


def _distances(run: Run) -> Iterator[np.ndarray]:
    for one in SCORED:
        far = one.implausibility(run, FIRST_YEAR)
        capped = np.minimum(np.where(np.isfinite(far), far, CAP), CAP)
        yield np.sqrt(np.mean(capped**2, axis=1))


def _groups(theories: Sequence[Theory], size: int) -> Iterator[Sequence[Theory]]:
    return (theories[i : i + size] for i in range(0, len(theories), size))


def coalition_worth(
    one: Theory, other: Theory, worth: Worth
) -> Callable[[Iterable[frozenset[str]]], Mapping[frozenset[str], np.ndarray]]:
    """Return what gives, for sets of parts, the worth of the first theory with these taken from the other."""

    def of(sets: Iterable[frozenset[str]]) -> Mapping[frozenset[str], np.ndarray]:
        asked = sorted(sets, key=lambda s: (len(s), sorted(s)))
        return dict(zip(asked, worth([hybrid(one, other, taken) for taken in asked]), strict=True))

    return of
