"""What a mechanism may know of the year besides the state: never its number."""

from collections.abc import Mapping
from dataclasses import dataclass

import jax
from jax import Array

from .forcing import Forcing
from .lever import Levers


@jax.tree_util.register_dataclass
@dataclass(frozen=True)
class Year:
    """One year's outside world: forcings, levers, and the dice already thrown."""

    forcing: Forcing
    lever: Levers
    luck: Mapping[str, Array]
