"""Body and theories fitted at a freeze: nothing dated later is seen, nor what came from outside later.

The shared body is fitted to the record up to the freeze (`lab/loop.py`), then each theory by nested cuts on
what is known by then (`lab/match.py`), in runs whose forcing is frozen there. Kept are ranks and the serial
number of each draw's luck: up to the freeze a draw has the luck that brought it near the record; after it
luck is free, as nothing later has been seen.
"""

import json
import zipfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np

from ..claims.view import Run
from ..files import write
from ..theories import THEORIES
from ..theory import Theory
from . import block
from .belief import priors
from .block import Belief
from .ensemble import batch, run_batches
from .freeze import frozen
from .frozen_stamp import stamp
from .implausible import misfit
from .loop import fit_body
from .match import Plan, Wave, match
from .setting import closed
from .smoother import Smoothing

LEVELS = 256  # steps in which ranks are kept
Notes = dict[str, object]


@dataclass(frozen=True, slots=True)
class Search:
    """How hard to search at every freeze, the same for all theories; ``keep`` draws of each are kept."""

    body: Smoothing = field(default_factory=lambda: Smoothing(members=400, steps=7, inflation=7.0, keep=0.15))
    theory: Plan = field(default_factory=lambda: Plan(size=400, waves=4, steps=5))
    keep: int = 200


@dataclass(frozen=True, slots=True)
class Fitted:
    """A theory fitted at a freeze: parameter names, ranks (draw, parameter), luck of each draw, waves."""

    until: int
    names: tuple[str, ...]
    ranks: np.ndarray
    serial: np.ndarray
    seed: int
    waves: tuple[Wave, ...]


def fit_theory(
    theory: Theory, until: int, body: Belief, search: Search, tell: Callable[[Wave], None]
) -> Fitted:
    """Match a theory's open parameters to what is known by a year, starting from the body fitted there."""
    plan, names = search.theory, tuple(priors(theory))
    given = frozen(closed(), until)

    def placed(ranks: np.ndarray) -> dict[str, np.ndarray]:
        return body.ranks({name: ranks[:, i] for i, name in enumerate(names)})

    def far(ranks: np.ndarray, serial: np.ndarray) -> np.ndarray:
        one = batch(theory, given, serial, plan.seed, placed(ranks))
        return misfit(Run(run_batches([one], given)), until)

    particles, waves = match(names, far, plan, tell)
    found = placed(particles.ranks[: search.keep])
    ranks = np.stack([found[name] for name in names], axis=1)
    return Fitted(until, names, ranks, particles.serial[: search.keep], plan.seed, tuple(waves))


def fit(
    years: tuple[int, ...],
    theories: tuple[str, ...],
    search: Search,
    folder: Path,
    tell: Callable[[str], None],
) -> list[Path]:
    """Fit body and theories at each freeze into a folder; what it holds already is not done again.

    A file that was made under other laws, another record or by another search is made anew, and so is what
    rests on it. Returns the files of the theories. Raises ThermidorError for a folder that cannot be written.
    """
    made = []
    for until in years:
        body = _body(until, search, folder, tell)
        for name in theories:
            place = folder / f"{name}-{until}.npz"
            if not holds(place, search):
                fitted = fit_theory(
                    THEORIES[name], until, body, search,
                    lambda wave, name=name, until=until: tell(_wave(name, until, wave)),
                )  # fmt: skip
                save(fitted, place, search)
            made.append(place)
    return made


def _body(until: int, search: Search, folder: Path, tell: Callable[[str], None]) -> Belief:
    """Return the body fitted at a freeze, as kept: a fit that goes on after a kill gives the same numbers."""
    place = folder / f"body-{until}.npz"
    if not holds(place, search):
        found = fit_body(
            search.body, lambda step, far: tell(f"body {until}: step {step}, distance {far:.3f}"), until
        )
        arrays = {
            "names": np.asarray(found.names), "mean": found.gaussian.mean.astype(np.float32),
            "root": found.gaussian.root.astype(np.float32),
        }  # fmt: skip
        _write(place, arrays, _notes(search))
    return block.load(place)


def save(fitted: Fitted, place: Path, search: Search) -> Path:
    """Write a fitted theory (ranks in steps of 1/256), atomically, with laws and search it rests on."""
    told = _notes(search) | {
        "until": fitted.until, "names": fitted.names, "seed": fitted.seed,
        "waves": [asdict(wave) for wave in fitted.waves],
    }  # fmt: skip
    steps = np.clip(np.floor(fitted.ranks * LEVELS), 0, LEVELS - 1).astype(np.uint8)
    return _write(place, {"ranks": steps, "serial": fitted.serial.astype(np.uint32)}, told)


def load(place: Path) -> Fitted:
    """Read a fitted theory back."""
    with np.load(place, allow_pickle=False) as stored:
        told = json.loads(str(stored["notes"]))
        ranks = (stored["ranks"].astype(float) + 0.5) / LEVELS
        serial = stored["serial"].astype(int)
    waves = tuple(Wave(**wave) for wave in told["waves"])
    return Fitted(told["until"], tuple(told["names"]), ranks, serial, told["seed"], waves)


def notes(place: Path) -> Notes:
    """Return what a kept file says of itself; nothing, if it is not there or damaged."""
    try:
        with np.load(place, allow_pickle=False) as stored:
            return json.loads(str(stored["notes"]))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return {}


def holds(place: Path, search: Search) -> bool:
    """Return whether a file was made by this search under these laws and this record."""
    told = notes(place)
    return {key: told.get(key) for key in ("stamp", "search")} == json.loads(json.dumps(_notes(search)))


def _notes(search: Search) -> Notes:
    return {"stamp": stamp(), "search": asdict(search)}


def _write(place: Path, arrays: dict[str, np.ndarray], told: Notes) -> Path:
    def make(temporary: Path) -> None:
        with temporary.open("wb") as file:
            np.savez_compressed(file, notes=np.asarray(json.dumps(told)), **arrays)  # pyright: ignore[reportArgumentType]

    return write(place, make)


def _wave(name: str, until: int, wave: Wave) -> str:
    return f"{name} {until}: wave {wave.number}, cut {wave.cut:.2f}, surviving volume {wave.volume:.2g}"
