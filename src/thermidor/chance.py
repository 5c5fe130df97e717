"""Chance: common random numbers, keyed by purpose and year, so that runs differ only where causes do."""

from collections.abc import Sequence
from functools import partial
from zlib import crc32

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array

FACES = 0x7FFFFFFF


def luck(seed: int, purposes: Sequence[str], draws: np.ndarray, years: int) -> dict[str, np.ndarray]:
    """Return uniform numbers in (0, 1) by purpose, of shape (draw, year).

    ``draws`` are the serial numbers of the draws: a draw's luck does not depend on its batch, nor
    a purpose's luck on which other purposes there are.
    """
    dice = _thrown(seed, _codes(purposes), jnp.asarray(draws), years)
    return dict(zip(purposes, np.asarray(dice), strict=True))


def belief(seed: int, parameters: Sequence[str], draws: np.ndarray) -> dict[str, np.ndarray]:
    """Return uniform numbers in (0, 1) by parameter, of shape (draw,)."""
    ranks = _thrown(seed, _codes([f"belief {name}" for name in parameters]), jnp.asarray(draws), 1)
    return dict(zip(parameters, np.asarray(ranks)[..., 0], strict=True))


def _codes(purposes: Sequence[str]) -> Array:
    return jnp.asarray([crc32(purpose.encode()) & FACES for purpose in purposes], jnp.uint32)


@partial(jax.jit, static_argnums=3)
def _thrown(seed: int, codes: Array, draws: Array, years: int) -> Array:
    """Return dice of shape (purpose, draw, year)."""
    edge, base = jnp.finfo(float).eps, jax.random.key(seed)

    def one(code: Array, draw: Array) -> Array:
        key = jax.random.fold_in(jax.random.fold_in(base, code), draw)
        return jax.random.uniform(key, (years,), minval=edge)

    return jax.vmap(jax.vmap(one, (None, 0)), (0, None))(codes, draws)
