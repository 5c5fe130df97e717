"""Nothing abroad answers to the new state before it exists.

>>> from thermidor.frame.example import year
>>> float(once_begun(year(soviet_power=0.0), 0.3, 0.9)), float(once_begun(year(), 0.3, 0.9))
(0.3, 0.9)
"""

import jax.numpy as jnp
from jax import Array
from jax.typing import ArrayLike

from ...frame.year import Year


def once_begun(year: Year, old: ArrayLike, new: ArrayLike) -> Array:
    """Return the new value once the new state exists, else the old one."""
    return jnp.where(year.forcing.soviet_power > 0, jnp.asarray(new, float), jnp.asarray(old, float))
