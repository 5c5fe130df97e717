"""The model kept warm: a few draws at once while a lever moves, many when it rests."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from threading import Lock
from typing import Any

import jax
import numpy as np

from .. import __version__
from ..lab.belief import quantiles
from ..lab.calibrate import ranks_for
from ..lab.ensemble import BATCH, Batch, Frames, Setting, batch, serials
from ..lab.programme import programme
from ..lab.setting import under
from ..outside import HISTORY, Scenario, levers, scenario
from ..straight.repeated import Repeated
from ..theories import THEORIES
from . import moves
from .moves import Laid, Read, Stale, placed

SMALL = 64  # draws at once while a lever moves
_ONE_AT_A_TIME = Lock()


def key(one: Scenario) -> str:
    """Return a short name for what a scenario changes; its title and expectations change no number."""
    told = json.dumps(one.plain()["levers"], sort_keys=True)
    return sha256(f"{__version__} {told}".encode()).hexdigest()[:16]


def pieces(draws: int) -> Iterator[tuple[int, int]]:
    """Yield first draw and number of draws of each piece.

    >>> list(pieces(250))
    [(0, 200), (200, 50)]
    """
    for first in range(0, draws, BATCH):
        yield first, min(BATCH, draws - first)


def fields(theory: str, given: Setting, seed: int, first: int, count: int) -> Frames:
    """Return the fields of a piece, shape (draw, year, ...): the numbers that ``thermidor.run`` gives."""
    kept = _kept(theory, seed, first, count)
    arguments = (kept.model, _scaled(kept, given.start).start, given.forcing, given.levers, kept.luck)
    leaves = jax.tree.leaves((*arguments, dict(given.drive)))
    done = np.asarray(_ready()(*leaves))[..., :count].transpose(2, 0, 1)
    return {n: done[..., a:b].reshape(*done.shape[:2], *shape) for n, (a, b, shape) in placed().items()}


def moved(
    theory: str, given: Setting, seed: int, draws: int, read: Read = dict, stale: Stale = lambda: False
) -> Any:
    """Return what ``read`` makes of few draws while a lever moves: fields, shape (draw, year, ...).

    They are run by a programme of their own, whose last digits are its own; what stays on the page is run
    as ``thermidor.run`` runs it. Raises Superseded once ``stale`` says so.
    """
    one = _laid(theory, seed, draws, tuple(sorted(given.start.items())))
    return moves.run(_short(), one, draws, moves.outside(given), read, stale)


def setting(one: Scenario) -> Setting:
    """Return what a scenario gives to a run: the numbers of ``lab.setting.under``, sooner."""
    usual, (moved, drive, start) = unchanged(), levers(one)
    over = {name: np.where(np.isnan(row), usual.drive[name], row) for name, row in drive.items()}
    return Setting(usual.forcing, moved, {**usual.drive, **over}, dict(start))


def warm() -> None:
    """Compile both programmes, that of moves first."""
    first = next(iter(THEORIES))
    with _ONE_AT_A_TIME:
        moved(first, unchanged(), 1, SMALL, len)
        fields(first, unchanged(), 1, 0, BATCH)


@lru_cache(maxsize=1)
def unchanged() -> Setting:
    """Return what history gives to a run."""
    return under(scenario(HISTORY))


@lru_cache(maxsize=1)
def _ready() -> Callable[..., jax.Array]:
    """Return the compiled programme; every theory and scenario gives it arguments of the same forms."""
    first, one = unchanged(), _kept(next(iter(THEORIES)), 1, 0, BATCH)
    return programme(one.model, one.start, first.forcing, first.levers, one.luck, dict(first.drive))


@lru_cache(maxsize=1)
def _short() -> Repeated:
    """Return the compiled year of moves."""
    return moves.programme(_drawn(next(iter(THEORIES)), 1, 0, 1, 1), unchanged())


@lru_cache(maxsize=64)
def _kept(theory: str, seed: int, first: int, count: int) -> Batch:
    """Return draws at the size of the large programme."""
    one = _drawn(theory, seed, first, count, BATCH)
    return Batch(one.serial, *jax.device_put((one.model, one.start, one.luck)))


@lru_cache(maxsize=64)
def _laid(theory: str, seed: int, count: int, factors: tuple[tuple[str, float], ...]) -> Laid:
    """Return few draws as the programme of moves takes them."""
    return moves.laid(_scaled(_drawn(theory, seed, 0, count, count), dict(factors)))


def _drawn(theory: str, seed: int, first: int, count: int, size: int) -> Batch:
    """Return draws from the packaged ensemble, repeated up to a compiled size."""
    one, serial = THEORIES[theory], serials(count, first)
    ranks = ranks_for(one, serial, quantiles(one, seed, serial))
    made = batch(one, unchanged(), serial, seed, ranks)
    take = np.arange(size) % count
    return Batch(serial[take], *jax.tree.map(lambda leaf: leaf[take], (made.model, made.start, made.luck)))


def _scaled(one: Batch, factors: Mapping[str, float]) -> Batch:
    """Return draws whose start is multiplied."""
    if not factors:
        return one
    scaled = {name: getattr(one.start, name) * factor for name, factor in factors.items()}
    return replace(one, start=replace(one.start, **scaled))
