"""Chance: common random numbers, keyed by purpose and year, so that runs differ only where causes do.

The generator is Threefry-2x32 (Salmon et al. 2011, Parallel random numbers: as easy as 1, 2, 3): a number is
a function of its key and its place, so any one can be computed alone. Keys and numbers are those of
``jax.random``, computed in NumPy, which needs no programme compiled.
"""

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np

FACES = 0x7FFFFFFF
ROTATIONS = ((13, 15, 26, 6), (17, 29, 16, 24))
PARITY = np.uint32(0x1BD11BDA)
EDGE = np.finfo(float).eps  # the least number thrown
Words = tuple[np.ndarray, np.ndarray]


def luck(seed: int, purposes: Sequence[str], draws: np.ndarray, years: int) -> dict[str, np.ndarray]:
    """Return uniform numbers in (0, 1) by purpose, of shape (draw, year), not to be written to.

    ``draws`` are the serial numbers of the draws: a draw's luck does not depend on its batch, nor
    a purpose's luck on which other purposes there are.
    """
    return dict(zip(purposes, _thrown(seed, tuple(purposes), tuple(draws.tolist()), years), strict=True))


def belief(seed: int, parameters: Sequence[str], draws: np.ndarray) -> dict[str, np.ndarray]:
    """Return uniform numbers in (0, 1) by parameter, of shape (draw,), not to be written to."""
    ranks = _thrown(seed, tuple(f"belief {name}" for name in parameters), tuple(draws.tolist()), 1)
    return dict(zip(parameters, ranks[..., 0], strict=True))


@lru_cache(maxsize=2)  # one theory after another asks for the same luck and the same ranks
def _thrown(seed: int, purposes: tuple[str, ...], draws: tuple[int, ...], years: int) -> np.ndarray:
    """Return dice of shape (purpose, draw, year)."""
    codes = np.array([crc32(purpose.encode()) & FACES for purpose in purposes], np.uint32)
    base = (np.uint32(seed >> 32 & 0xFFFFFFFF), np.uint32(seed & 0xFFFFFFFF))
    key = _folded(_folded(base, codes[:, None]), np.asarray(draws, np.uint32))
    places = (np.uint32(0), np.arange(years, dtype=np.uint32))
    high, low = _threefry((key[0][..., None], key[1][..., None]), places)
    dice = _uniform(high.astype(np.uint64) << np.uint64(32) | low)
    dice.flags.writeable = False
    return dice


def _folded(key: tuple, number: np.ndarray) -> Words:
    """Return the key of a thing within what ``key`` stands for."""
    return _threefry(key, (np.uint32(0), number))


def _uniform(bits: np.ndarray) -> np.ndarray:
    """Return numbers in (0, 1): the highest 52 bits, as the fraction of a number between one and two."""
    fraction = (bits >> np.uint64(12) | np.uint64(0x3FF0000000000000)).view(float) - 1.0
    return np.maximum(fraction * (1.0 - EDGE) + EDGE, EDGE)


def _threefry(key: tuple, counter: tuple) -> Words:
    """Return two scrambled words for each counter; keys and counters are broadcast."""
    keys = (*key, key[0] ^ key[1] ^ PARITY)
    with np.errstate(over="ignore"):  # sums of words are meant to run over
        one, two = np.broadcast_arrays(counter[0] + keys[0], counter[1] + keys[1])
        for part in range(5):
            for turn in ROTATIONS[part % 2]:
                one = one + two
                two = (two << np.uint32(turn) | two >> np.uint32(32 - turn)) ^ one
            one = one + keys[(part + 1) % 3]
            two = two + keys[(part + 2) % 3] + np.uint32(part + 1)
    return one, two
