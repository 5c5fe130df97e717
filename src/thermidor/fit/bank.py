"""A bank of runs at free parameters from the prior, kept on disk.

Emulators, directions and twins are made of it. The same parameters and luck serve every theory.
"""

import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..files import write
from ..lab.cache import folder
from .free import WIDTH
from .simulate import Spread, Task, many
from .stamp import stamp

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
    """Return the bank of a theory, from disk if it was made before by the same laws."""
    place = folder().parent / "fit" / stamp() / f"{theory}-{until}-{size}-{seed}.npz"
    scores = np.random.default_rng([seed, 2]).standard_normal((size, WIDTH))
    found = _load(place, size)
    if found is None:
        serial = FIRST_SERIAL + np.arange(size)
        found = many(Task(theory, until, seed, scores, serial), spread).astype(np.float32)
        _save(place, found)
    return Bank(theory, until, scores, found.astype(float))


def _load(place: Path, size: int) -> np.ndarray | None:
    try:
        with place.open("rb") as file, np.load(file) as kept:
            found = kept["summaries"]
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return None
    return found if len(found) == size else None


def _save(place: Path, summaries: np.ndarray) -> None:
    def make(temporary: Path) -> None:
        with temporary.open("wb") as file:
            np.savez(file, summaries=summaries)

    write(place, make)
