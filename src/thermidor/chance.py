"""Chance: common random numbers, keyed by purpose and year, so that runs differ only where causes do."""

from collections.abc import Iterable
from zlib import crc32

import jax
import jax.numpy as jnp
from jax import Array


def stream(seed: int, purpose: str) -> Array:
    """Return the key of one purpose."""
    return jax.random.fold_in(jax.random.key(seed), crc32(purpose.encode()) & 0x7FFFFFFF)


def luck(seed: int, purposes: Iterable[str], draws: Array, years: int) -> dict[str, Array]:
    """Return uniform numbers in (0, 1) by purpose, of shape (draw, year).

    ``draws`` are the serial numbers of the draws: a draw's luck does not depend on its batch.
    """
    return {purpose: _table(stream(seed, purpose), draws, years) for purpose in purposes}


def belief(seed: int, parameter: str, draws: Array) -> Array:
    """Return uniform numbers in (0, 1) for one parameter, of shape (draw,)."""
    return _table(stream(seed, "belief " + parameter), draws, 1)[:, 0]


def _table(key: Array, draws: Array, years: int) -> Array:
    edge = jnp.finfo(float).eps
    one = lambda draw: jax.random.uniform(jax.random.fold_in(key, draw), (years,), minval=edge)  # noqa: E731
    return jax.vmap(one)(draws)
