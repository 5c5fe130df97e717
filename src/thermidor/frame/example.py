"""States and years for worked examples and tests: declared starting values, with some replaced."""

from collections import defaultdict
from dataclasses import replace

import jax.numpy as jnp
from jax import Array

from .change import Add, Change, Move, Set
from .forcing import FORCINGS, Forcing
from .lever import LEVERS, Levers
from .state import State, start_state
from .year import Year


def state(**values: float | tuple[float, ...]) -> State:
    """Return the starting state with some fields replaced (vectors as tuples)."""
    now = start_state()
    shaped = {n: jnp.broadcast_to(jnp.asarray(v, float), getattr(now, n).shape) for n, v in values.items()}
    return replace(now, **shaped)


def year(chance: float = 0.5, **values: float) -> Year:
    """Return a quiet year; forcings and levers by name, every die showing ``chance``."""
    unknown = set(values) - set(FORCINGS) - set(LEVERS)
    if unknown:
        raise KeyError(f"neither forcing nor lever: {sorted(unknown)}")
    levers = {n: jnp.asarray(float(values.get(n, m.start))) for n, m in LEVERS.items()}  # pyright: ignore[reportArgumentType]
    forcings = {n: jnp.asarray(float(values.get(n, QUIET.get(n, 0.0)))) for n in FORCINGS}
    dice: defaultdict[str, Array] = defaultdict(lambda: jnp.asarray(chance))
    return Year(Forcing(**forcings), Levers(**levers), dice)


QUIET = {
    "soviet_power": 1.0, "rival_arms": 20.0, "rival_income": 8000.0, "rival_growth": 2.0, "oil_price": 20.0,
    "oil_reserves": 0.5, "frontier": 1.0, "schooling": 0.35, "medicine": 0.1, "grain_price": 1.0,
}  # fmt: skip


def amounts(changes: list[Change]) -> dict[str, float]:
    """Return what changes amount to, by field (a Move as 'source > target'), rounded for reading."""
    named: dict[str, float] = {}
    for change in changes:
        if isinstance(change, Move):
            named[f"{change.source} > {change.target}"] = round(float(jnp.sum(jnp.asarray(change.amount))), 6)
        elif isinstance(change, Set | Add):
            named[change.name] = round(float(jnp.sum(jnp.asarray(change.value))), 6)
    return named
