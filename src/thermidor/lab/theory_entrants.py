"""The five theories as entrants: the fits kept for each freeze, run on beyond it in several settings.

*known*: weather, world and war come as they came, so that the forecast is conditional on them. *frozen*:
nothing from outside is known beyond the freeze (`lab/freeze.py`). *frozen-1988*: forcing as it came up to the
last year that cannot be the end itself; it speaks of the end alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np

from ..outside.tables import FREEZE
from ..rivals import Forecast, History
from ..theories import THEORIES
from .ensemble import Frames, Setting, batch, run_batches
from .entrants import of_runs
from .freeze import frozen
from .frozen import Fitted, load, notes
from .frozen_stamp import stamp
from .setting import closed
from .tournament import LAST_YEAR, Entrant

KNOWN, FROZEN, THE_END = "known", "frozen", f"frozen-{FREEZE}"
VARIANTS: Mapping[str, Callable[[int], Setting]] = {
    KNOWN: lambda year: closed(),
    FROZEN: lambda year: frozen(closed(), year),
    THE_END: lambda year: frozen(closed(), max(year, FREEZE)),
}
STALE = "the fits kept for the tournament were made under other laws or another record"


@dataclass(frozen=True, slots=True)
class Entered:
    """The theories' entrants, or none and a sentence that says why."""

    entrants: tuple[Entrant, ...]
    why_not: str = ""


def name(theory: str, variant: str) -> str:
    """Return the name of an entrant."""
    return f"{theory} {variant}"


def entered(
    freezes: Sequence[int], folder: Path | None = None, seed: int = 1, last: int = LAST_YEAR
) -> Entered:
    """Return the theories as entrants at these freezes, from the packaged fits or those of a folder.

    Fits of other laws do not run: the answer then holds no entrant and says why.
    """
    fits: dict[tuple[str, int], Fitted] = {}
    for until in freezes:
        for theory in THEORIES:
            place = _place(theory, until, folder)
            told = notes(place)
            if not told or told.get("stamp") != stamp():
                why = STALE if told else f"no fit at {until} is kept"
                return Entered((), f"The five theories are left out: {why}; `thermidor freeze` makes them.")
            fits[theory, until] = load(place)
    runs = _runner(fits)
    made = [_entrant(theory, variant, runs, seed, last) for variant in VARIANTS for theory in THEORIES]
    return Entered(tuple(made))


def _place(theory: str, until: int, folder: Path | None) -> Path:
    if folder is not None:
        return folder / f"{theory}-{until}.npz"
    with as_file(files("thermidor") / "data" / "tournament") as packaged:
        return packaged / f"{theory}-{until}.npz"


def _runner(fits: Mapping[tuple[str, int], Fitted]) -> Callable[[str, int], Mapping[str, Frames]]:
    @lru_cache(maxsize=len(VARIANTS))
    def runs(variant: str, until: int) -> Mapping[str, Frames]:
        """Run all theories in one go, fields by theory."""
        given = VARIANTS[variant](until)
        batches = []
        for theory, known in THEORIES.items():
            one = fits[theory, until]
            ranks = {n: one.ranks[:, i] for i, n in enumerate(one.names)}
            batches.append(batch(known, given, one.serial, one.seed, ranks))
        together = run_batches(batches, given)
        ends = np.cumsum([len(one.serial) for one in batches])[:-1]
        pieces = {field: np.split(values, ends) for field, values in together.items()}
        return {theory: {f: piece[i] for f, piece in pieces.items()} for i, theory in enumerate(THEORIES)}

    return runs


def _entrant(
    theory: str, variant: str, runs: Callable[[str, int], Mapping[str, Frames]], seed: int, last: int
) -> Entrant:
    label = f"{THEORIES[theory].name}, forcing {variant}"
    one = of_runs(name(theory, variant), label, lambda until: runs(variant, until)[theory], seed, last)
    if variant != THE_END:
        return one

    def end_alone(history: History) -> Forecast:
        return replace(one.answer(history), draws={})

    return replace(one, answer=end_alone)
