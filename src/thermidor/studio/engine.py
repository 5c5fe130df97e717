"""The model kept warm: a few draws at once while a lever moves, many when it rests."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from threading import Lock

import jax
import numpy as np

from .. import __version__
from ..lab.belief import quantiles
from ..lab.calibrate import ranks_for
from ..lab.ensemble import BATCH, Batch, Frames, Setting, batch, serials
from ..lab.programme import programme
from ..lab.setting import under
from ..outside import HISTORY, Scenario, levers, scenario
from ..run import rows
from ..theories import THEORIES

SMALL = 64  # draws at once while a lever moves; half as many would take nearly as long
_ONE_AT_A_TIME = Lock()


def key(one: Scenario) -> str:
    """Return a short name for what a scenario changes; its title and expectations change no number."""
    told = json.dumps(one.plain()["levers"], sort_keys=True)
    return sha256(f"{__version__} {told}".encode()).hexdigest()[:16]


def pieces(draws: int, quick: bool = False) -> Iterator[tuple[int, int, int]]:
    """Yield first draw, number of draws and compiled size of each piece.

    ``quick``: few draws run in the small programme, whose last digits are its own; what stays on the page
    is run as ``thermidor.run`` runs it.

    >>> list(pieces(64, quick=True)), list(pieces(250))
    ([(0, 64, 64)], [(0, 200, 200), (200, 50, 200)])
    """
    size = SMALL if quick and draws <= SMALL else BATCH
    for first in range(0, draws, size):
        yield first, min(size, draws - first), size


def fields(theory: str, given: Setting, seed: int, first: int, count: int, size: int) -> Frames:
    """Return the fields of a piece, shape (draw, year, ...): the numbers that ``thermidor.run`` gives."""
    kept = _kept(theory, seed, first, count, size)
    scaled = {name: getattr(kept.start, name) * factor for name, factor in given.start.items()}
    start = replace(kept.start, **scaled) if scaled else kept.start
    arguments = (kept.model, start, given.forcing, given.levers, kept.luck, dict(given.drive))
    done = np.asarray(_ready(size)(*jax.tree.leaves(arguments)))[..., :count].transpose(2, 0, 1)
    return {n: done[..., a:b].reshape(*done.shape[:2], *form) for n, (a, b, form) in _rows().items()}


def setting(one: Scenario) -> Setting:
    """Return what a scenario gives to a run: the numbers of ``lab.setting.under``, sooner."""
    usual, (moved, drive, start) = unchanged(), levers(one)
    over = {name: np.where(np.isnan(row), usual.drive[name], row) for name, row in drive.items()}
    return Setting(usual.forcing, moved, {**usual.drive, **over}, dict(start))


def warm() -> None:
    """Compile both sizes, the small one first."""
    with _ONE_AT_A_TIME:
        for size in (SMALL, BATCH):
            fields(next(iter(THEORIES)), unchanged(), 1, 0, size, size)


@lru_cache(maxsize=1)
def unchanged() -> Setting:
    """Return what history gives to a run."""
    return under(scenario(HISTORY))


@lru_cache(maxsize=1)
def _rows() -> Mapping[str, tuple[int, int, tuple[int, ...]]]:
    return rows()


@lru_cache(maxsize=2)
def _ready(size: int) -> Callable[..., jax.Array]:
    """Return the compiled programme; every theory and scenario gives it arguments of the same forms."""
    first, one = unchanged(), _kept(next(iter(THEORIES)), 1, 0, size, size)
    return programme(one.model, one.start, first.forcing, first.levers, one.luck, dict(first.drive))


@lru_cache(maxsize=64)
def _kept(theory: str, seed: int, first: int, count: int, size: int) -> Batch:
    """Return draws from the packaged ensemble, repeated up to the compiled size."""
    one, serial = THEORIES[theory], serials(count, first)
    ranks = ranks_for(one, serial, quantiles(one, seed, serial))
    made = batch(one, unchanged(), serial, seed, ranks)
    take = np.arange(size) % count
    padded = jax.tree.map(lambda leaf: leaf[take], (made.model, made.start, made.luck))
    return Batch(serial[take], *jax.device_put(padded))
