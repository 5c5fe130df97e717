"""Stages of a search kept on disk, each written wholly or not at all, so that a killed search goes on."""

import zipfile
from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path

import numpy as np

from ..files import write
from .smc import Inside, Likelihood, Plan, Stage, everywhere, sample


def resumed(
    folder: Path,
    likelihood: Likelihood,
    width: int,
    plan: Plan,
    inside: Inside = everywhere,
    tell: Callable[[Stage], object] = lambda _: None,
) -> list[Stage]:
    """Return all stages of a search, going on from the last that ``folder`` holds.

    The folder must belong to this search alone: its name says of what. ``tell`` hears of every stage, those
    read from disk too.
    """
    known = _known(folder)
    for one in known:
        tell(one)

    def keep(stage: Stage) -> None:
        _save(folder, stage)
        known.append(stage)
        tell(stage)

    sample(likelihood, width, plan, inside, known[-1] if known else None, keep)
    return known


def _known(folder: Path) -> list[Stage]:
    """Return the stages without a gap from the first; a file that cannot be read ends them."""
    found: list[Stage] = []
    while (one := _load(_place(folder, len(found)))) is not None:
        found.append(one)
    return found


def _place(folder: Path, number: int) -> Path:
    return folder / f"stage-{number:03d}.npz"


def _save(folder: Path, stage: Stage) -> None:
    def make(temporary: Path) -> None:
        with temporary.open("wb") as file:
            np.savez(file, allow_pickle=False, **{n: np.asarray(v) for n, v in asdict(stage).items()})

    write(_place(folder, stage.number), make)


def _load(place: Path) -> Stage | None:
    try:
        with place.open("rb") as file, np.load(file) as kept:
            held = {one.name: kept[one.name] for one in fields(Stage)}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    return Stage(**{name: value if value.ndim else value.item() for name, value in held.items()})
