"""Runs kept on disk: what claims need of an ensemble under a scenario is run once a version.

A file holds the fields that were asked for, as 32-bit numbers, under a name made from all that the runs
depend on: the package's own files, theories, draws, seed, parameters. A file that cannot be read is made
again.
"""

import hashlib
import zipfile
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from .. import __version__
from ..claims.claim import Change
from ..files import write
from ..outside import scenario
from ..outside.check import read_plain
from ..outside.scenario import Scenario
from ..theory import Theory
from .cache import folder
from .ensemble import Frames
from .runs import frames
from .setting import under

PACKAGE = Path(__file__).parents[1]
LAWS = (
    "frame", "mechanisms", "theories", "outside", "data/forcing", "data/scenarios", "data/ensembles",
    "run.py", "theory.py", "chance.py", "lab/belief.py", "lab/calibrate.py", "lab/ensemble.py",
    "lab/setting.py",
)  # fmt: skip


@cache
def digest() -> str:
    """Return a short name for all that runs depend on: laws, forcings, scenarios, ensembles."""
    told = hashlib.sha256(__version__.encode())
    for part in LAWS:
        place = PACKAGE / part
        for file in [place] if place.is_file() else sorted(place.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                told.update(file.read_bytes())
    return told.hexdigest()[:16]


def ensembles(
    theories: Sequence[Theory], draws: int, seed: int, names: Mapping[str | Change, set[str]],
    prior: bool = False, told: Callable[[str], object] = lambda _: None,
) -> Callable[[str | Change], Mapping[str, Frames]]:  # fmt: skip
    """Return what hands out runs by scenario: from disk if they were run before, else run and kept.

    ``names``: the fields wanted of each scenario; ``told`` hears of every scenario that has to be run.
    """
    held: dict[str | Change, dict[str, Frames]] = {}

    def hand(by: str | Change) -> Mapping[str, Frames]:
        if by not in held:
            places = {t.id: _place(t, by, draws, seed, prior) for t in theories}
            found = {name: _load(place, names[by]) for name, place in places.items()}
            lacking = [t for t in theories if found[t.id] is None]
            made = _run(lacking, by, names[by]) if lacking else {}
            for name, kept in made.items():
                _save(places[name], (_load(places[name], None) or {}) | kept)
            held[by] = {name: made[name] if run is None else run for name, run in found.items()}
        return held[by]

    def _run(lacking: Sequence[Theory], by: str | Change, wanted: set[str]) -> dict[str, Frames]:
        told(_title(by))
        done = frames(lacking, under(chosen(by)), draws, seed, prior)
        return {t: {n: run[n].astype(np.float32) for n in sorted(wanted)} for t, run in done.items()}

    return hand


def chosen(by: str | Change) -> Scenario:
    """Return the scenario of an id or of a change made for one claim."""
    if isinstance(by, str):
        return scenario(by)
    return read_plain({"schema": 1, "id": by.id, "title": by.id, "levers": dict(by.levers)}, f"claim {by.id}")


def _title(by: str | Change) -> str:
    return by if isinstance(by, str) else by.id


def _place(theory: Theory, by: str | Change, draws: int, seed: int, prior: bool) -> Path:
    told = f"{_title(by)}-{theory.id}-{draws}-{seed}" + ("-prior" if prior else "")
    return folder().parent / "runs" / digest() / f"{told}.npz"


def _load(place: Path, names: set[str] | None) -> Frames | None:
    """Return the named fields of a file (all, if None), or nothing if it lacks one or cannot be read."""
    try:
        with place.open("rb") as file, np.load(file) as kept:
            wanted = set(kept.files) if names is None else names
            return {name: kept[name] for name in wanted} if wanted <= set(kept.files) else None
    except (OSError, ValueError, zipfile.BadZipFile):
        return None


def _save(place: Path, kept: Frames) -> None:
    def make(temporary: Path) -> None:
        with temporary.open("wb") as file:
            np.savez(file, allow_pickle=False, **kept)

    write(place, make)
