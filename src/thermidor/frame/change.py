"""The four ways in which a mechanism may change the state."""

from dataclasses import dataclass
from typing import TypeAlias

from jax import Array
from jax.typing import ArrayLike


@dataclass(frozen=True, slots=True)
class Set:
    """Give a signal or a level its new value."""

    name: str
    value: ArrayLike


@dataclass(frozen=True, slots=True)
class Add:
    """Add to a driver, or move a level by so much."""

    name: str
    value: ArrayLike


@dataclass(frozen=True, slots=True)
class Move:
    """Move an amount from one account to another: double entry, never overdrawn."""

    source: str
    target: str
    amount: ArrayLike


@dataclass(frozen=True, slots=True)
class Regroup:
    """Distribute a stock anew along its axes without changing its total."""

    name: str
    value: Array


Change: TypeAlias = Set | Add | Move | Regroup
