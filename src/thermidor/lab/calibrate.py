"""First calibration: the shared body and each theory's closures, matched to the record of 1913-1940.

The ensemble is kept as packaged data: ranks of the open parameters in their priors, per theory.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np

from ..claims.view import Run
from ..errors import Kind, ThermidorError
from ..files import write
from ..theory import Theory
from .belief import priors
from .block import Belief
from .ensemble import Setting, batch, run_batches
from .implausible import misfit
from .match import Plan, Wave, match
from .setting import closed

LAST_YEAR = 1940


@dataclass(frozen=True, slots=True)
class Ensemble:
    """A theory's kept draws: parameter names, ranks (draw, parameter), and how they were found."""

    names: tuple[str, ...]
    ranks: np.ndarray
    waves: tuple[Wave, ...]

    def take(self, serial: np.ndarray) -> dict[str, np.ndarray]:
        """Return ranks by parameter for the given serial numbers; beyond the ensemble they repeat."""
        rows = self.ranks[serial % len(self.ranks)]
        return {name: rows[:, i].astype(float) for i, name in enumerate(self.names)}


def calibrate(
    theory: Theory,
    plan: Plan,
    tell: Callable[[Wave], None],
    body: Belief | None,
    setting: Setting | None = None,
) -> Ensemble:
    """Match a theory's open parameters to the record up to 1940, starting from a belief about the body."""
    names, given = tuple(priors(theory)), setting or closed()

    def far(ranks: np.ndarray, serial: np.ndarray) -> np.ndarray:
        one = batch(theory, given, serial, plan.seed, _informed(names, ranks, body))
        return misfit(Run(run_batches([one], given)), LAST_YEAR)

    particles, waves = match(names, far, plan, tell)
    found = _informed(names, particles.ranks, body)
    return Ensemble(names, np.stack([found[n] for n in names], axis=1).astype(np.float32), tuple(waves))


def _informed(names: tuple[str, ...], ranks: np.ndarray, body: Belief | None) -> dict[str, np.ndarray]:
    """Return prior ranks by parameter for uniform numbers read through the belief about the body."""
    plain = {name: ranks[:, i] for i, name in enumerate(names)}
    return plain if body is None else body.ranks(plain)


def save(ensemble: Ensemble, folder: Path, theory: Theory) -> Path:
    """Write an ensemble (one compressed file with its waves), atomically."""
    notes = json.dumps({"names": ensemble.names, "waves": [asdict(wave) for wave in ensemble.waves]})
    arrays = {"ranks": np.round(ensemble.ranks, 4).astype(np.float16), "notes": np.asarray(notes)}

    def make(place: Path) -> None:
        with place.open("wb") as file:
            np.savez_compressed(file, **arrays)

    return write(folder / f"{theory.id}.npz", make)


def load(path: Path) -> Ensemble:
    """Read an ensemble back."""
    with np.load(path, allow_pickle=False) as stored:
        notes = json.loads(str(stored["notes"]))
        ranks = np.clip(stored["ranks"].astype(np.float32), 1e-3, 1 - 1e-3)
    return Ensemble(tuple(notes["names"]), ranks, tuple(Wave(**wave) for wave in notes["waves"]))


@cache
def packaged(theory_id: str) -> Ensemble:
    """Return the ensemble shipped with the software; raises ThermidorError if there is none."""
    place = files("thermidor") / "data" / "ensembles" / f"{theory_id}.npz"
    if not place.is_file():
        remedy = "Make it with `thermidor calibrate`, or run with --prior."
        raise ThermidorError(
            "no ensemble is packaged for this theory", "ensembles", theory_id, remedy, Kind.MISSING
        )
    with as_file(place) as path:
        return load(path)


def ranks_for(theory: Theory, serial: np.ndarray, spare: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return packaged ranks for the draws; a parameter the ensemble does not know takes its prior rank."""
    known = packaged(theory.id).take(serial)
    return {name: known.get(name, rank) for name, rank in spare.items()}
