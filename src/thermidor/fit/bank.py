"""A bank of runs at free parameters from the prior, kept on disk as it is made.

Emulators, directions and twins are made of it. The same parameters and luck serve every theory.
"""

from dataclasses import dataclass

import numpy as np

from ..lab.cache import folder
from .free import WIDTH
from .simulate import CHUNK, Spread, Task, many
from .stamp import stamp
from .store import store
from .summary import layout

FIRST_SERIAL = 3_000_000_000  # far from those of any search: no run of a bank shares its luck with a fit


@dataclass(frozen=True, slots=True)
class Bank:
    """Runs of one theory: scores (run, parameter) and summaries (run, summary)."""

    theory: str
    until: int
    scores: np.ndarray
    summaries: np.ndarray

    def cut(self, rows: slice) -> "Bank":
        """Return a part of the bank."""
        return Bank(self.theory, self.until, self.scores[rows], self.summaries[rows])


def bank(theory: str, until: int, size: int, seed: int, spread: Spread) -> Bank:
    """Return the bank of a theory; what the same laws made of it before is read from disk."""
    place = folder().parent / "fit" / stamp() / f"{theory}-{until}-{size}-{seed}.zarr"
    scores = np.random.default_rng([seed, 2]).standard_normal((size, WIDTH))
    task = Task(theory, until, seed, scores, FIRST_SERIAL + np.arange(size))
    kept = store(place, size, CHUNK, layout(until).names, theory=theory, until=until, seed=seed)
    return Bank(theory, until, scores, many(task, spread, kept.step(0, scores)))
