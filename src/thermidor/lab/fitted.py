"""Posteriors of the eight free parameters on the whole record, kept as packaged data.

`thermidor fit --all --keep FOLDER` writes them; `thermidor run --fitted` draws from them. They hold for the
laws they were made by. What they are is told by ``fits.json``, from which docs/fit.md is made.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import Kind, ThermidorError
from ..files import write, write_text
from .kept import digest

FOLDER = Path(__file__).parents[1] / "data" / "fits"
TOLD = "fits.json"
REMEDY = "Make them anew: `thermidor fit --all --keep FOLDER`; or run without --fitted."


@dataclass(frozen=True, slots=True)
class Posterior:
    """Equally likely prior ranks (particle, parameter) of a theory's free parameters, by name."""

    names: tuple[str, ...]
    ranks: np.ndarray

    def take(self, serial: np.ndarray) -> dict[str, np.ndarray]:
        """Return ranks by parameter for the given serial numbers; beyond the particles they repeat."""
        rows = self.ranks[serial % len(self.ranks)]
        return {name: rows[:, i].astype(float) for i, name in enumerate(self.names)}


def keep(folder: Path, posteriors: Mapping[str, Posterior], told: Mapping[str, Any], seed: int) -> Path:
    """Write posteriors by theory, in an order of chance, and what is told of them; each file wholly or not.

    The order matters as runs take as many of the first as they have draws. If the folder holds the fits of
    another seed by the same laws, those stay, and the evidence found now is noted beside them.
    """
    known = _told(folder)
    if known is not None and known["laws"] == digest() and known["seed"] != seed:
        now = {"seed": seed, "command": told["command"], "fits": told["fits"]}
        others = [one for one in known["again"] if one["seed"] != seed]
        return _write(folder, known | {"again": [*others, now]})
    for theory, one in posteriors.items():
        ranks = np.random.default_rng([seed, 7]).permutation(one.ranks).astype(np.float32)
        arrays = {"names": np.asarray(one.names), "ranks": ranks}
        write(folder / f"{theory}.npz", lambda place, arrays=arrays: _save(place, arrays))
    return _write(folder, {"laws": digest(), "seed": seed, **told, "again": []})


def _write(folder: Path, told: Mapping[str, Any]) -> Path:
    return write_text(folder / TOLD, json.dumps(told, indent=1) + "\n")


def _told(folder: Path) -> dict[str, Any] | None:
    try:
        return json.loads((folder / TOLD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _save(place: Path, arrays: Mapping[str, np.ndarray]) -> None:
    with place.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def about() -> dict[str, Any]:
    """Return what is told of the packaged fits. Raises ThermidorError if there are none."""
    told = _told(FOLDER)
    if told is None:
        raise ThermidorError("no fits are packaged", "fits", None, REMEDY, Kind.MISSING)
    return told


@cache
def fitted(theory_id: str) -> Posterior:
    """Return the packaged posterior of a theory.

    Raises ThermidorError if there is none, or if it was made by other laws than these.
    """
    made = about()["laws"]
    if made != digest():
        raise ThermidorError("the packaged fits are of other laws", "fits", made, REMEDY, Kind.MISSING)
    place = FOLDER / f"{theory_id}.npz"
    if not place.is_file():
        raise ThermidorError("no fit is packaged for this theory", "fits", theory_id, REMEDY, Kind.MISSING)
    with np.load(place, allow_pickle=False) as stored:
        return Posterior(tuple(map(str, stored["names"])), stored["ranks"])
