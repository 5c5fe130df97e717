"""Run ensembles: many draws of one theory or several, in batches of one compiled size."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import jax
import jax.numpy as jnp
import numpy as np

from ..chance import luck
from ..frame.forcing import Forcing
from ..frame.lever import Levers
from ..frame.state import State
from ..run import Model, rows
from ..theory import Theory
from . import cache
from .belief import luck_purposes, place, place_start, quantiles
from .programme import programme

BATCH = 200
cache.keep_compiled()
Progress = Callable[[int], None]
Frames = dict[str, np.ndarray]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a run is given from outside: forcings, levers, recorded signals, factors on the start.

    ``drive``: values by year (NaN where the model decides) for State signals; every setting must
    drive the same names, or the programme is compiled anew.
    """

    forcing: Forcing
    levers: Levers
    drive: Mapping[str, np.ndarray]
    start: Mapping[str, float]

    @property
    def years(self) -> int:
        """Return the number of years."""
        return len(self.forcing.weather)


@dataclass(frozen=True, slots=True)
class Batch:
    """Draws ready to run: serial numbers, model, start and luck, each with leading axis draw."""

    serial: np.ndarray
    model: Model
    start: State
    luck: dict[str, np.ndarray]


def serials(count: int, first: int = 0) -> np.ndarray:
    """Return the serial numbers of draws."""
    return np.arange(first, first + count)


def prior_batch(theory: Theory, setting: Setting, draws: np.ndarray, seed: int) -> Batch:
    """Return draws from the prior; ranks and luck are shared between theories."""
    return batch(theory, setting, draws, seed, quantiles(theory, seed, draws))


def batch(
    theory: Theory, setting: Setting, draws: np.ndarray, seed: int, ranks: Mapping[str, np.ndarray]
) -> Batch:
    """Return draws whose parameters stand at the given prior quantiles."""
    start = place_start(theory, ranks)
    scaled = {n: getattr(start, n) * factor for n, factor in setting.start.items()}
    dice = luck(seed, luck_purposes(), draws, setting.years)
    return Batch(draws, place(theory, ranks), replace(start, **scaled), dice)


def run_batches(
    batches: Sequence[Batch], setting: Setting, progress: Progress | None = None, workers: int = 2
) -> Frames:
    """Run batches on a pool and return fields of shape (draw, year, ...), draws in the given order."""
    pieces = [piece for one in batches for piece in _pieces(one)]
    outside = (setting.forcing, setting.levers, {n: jnp.asarray(v) for n, v in setting.drive.items()})
    ready = programme(*_given(pieces[0], outside))
    ends = np.cumsum([len(piece.serial) for piece in pieces])
    width = max(end for _, end, _ in rows().values())
    together = np.empty((setting.years, width, ends[-1]))  # filled where it stands: it is large

    def fill(piece: Batch, end: int) -> None:
        size = len(piece.serial)
        done = np.asarray(ready(*jax.tree.leaves(_given(piece, outside))))
        together[..., end - size : end] = done[..., :size]
        if progress is not None:
            progress(size)

    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(fill, pieces, ends))
    return _fields(together.transpose(2, 0, 1))


def _fields(together: np.ndarray) -> Frames:
    """Return fields by name from values of shape (draw, year, row)."""
    shape = together.shape[:2]
    return {name: together[..., a:b].reshape(*shape, *form) for name, (a, b, form) in rows().items()}


def _given(piece: Batch, outside: tuple) -> tuple:
    """Return the arguments of the run, at the size for which the programme is compiled."""
    full = piece if len(piece.serial) == BATCH else _padded(piece)
    forcing, levers, drive = outside
    return full.model, full.start, forcing, levers, full.luck, drive


def _pieces(one: Batch) -> list[Batch]:
    return [_taken(one, slice(i, i + BATCH)) for i in range(0, len(one.serial), BATCH)]


def _taken(one: Batch, rows: slice | np.ndarray) -> Batch:
    model, start, dice = jax.tree.map(lambda leaf: leaf[rows], (one.model, one.start, one.luck))
    return Batch(one.serial[rows], model, start, dice)


def _padded(piece: Batch) -> Batch:
    return _taken(piece, np.arange(BATCH) % len(piece.serial))
