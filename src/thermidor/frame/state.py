"""Society at one date: one immutable value, named arrays."""

from dataclasses import dataclass
from functools import cache

import jax
import jax.numpy as jnp

from .axes import shape
from .coercion import Coercion
from .farm import Farm
from .field import Meta, metas
from .industry import Industry
from .people import People
from .plan import Plan
from .polity import Polity
from .uses import Uses
from .world import World


@dataclass(frozen=True, kw_only=True)
class State(People, Farm, Industry, Uses, Plan, Polity, Coercion, World):
    """Every account of the frame. Draws are on the leading axis outside the engine, mapped inside it."""


METAS: dict[str, Meta] = metas(State)
jax.tree_util.register_dataclass(State, list(METAS), [])


@cache
def start_state() -> State:
    """Return the state of 1913 for one draw at the declared starting values."""
    return State(**{
        name: jnp.broadcast_to(jnp.asarray(meta.start, float), shape(meta.axis))
        for name, meta in METAS.items()
    })  # fmt: skip
