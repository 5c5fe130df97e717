"""Smooth yes and no: the two gates through which political decisions pass.

>>> round(float(likely(0.5, 0.4, 10.0)), 3)
0.731
>>> float(above(-1.0)), float(within(1.7))
(0.0, 1.0)
"""

import jax.numpy as jnp
from jax import Array
from jax.nn import sigmoid
from jax.typing import ArrayLike


def likely(pressure: ArrayLike, threshold: ArrayLike, sharpness: float) -> Array:
    """Return the yearly probability (0-1) of a decision: logistic in pressure over threshold."""
    return sigmoid(sharpness * (jnp.asarray(pressure) - threshold))


def above(value: ArrayLike) -> Array:
    """Return the value where positive, else nought."""
    return jnp.maximum(jnp.asarray(value), 0.0)


def within(value: ArrayLike) -> Array:
    """Return the value kept between nought and one."""
    return jnp.clip(jnp.asarray(value), 0.0, 1.0)
