"""The ledger: the only place where the state changes."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import jax.numpy as jnp
from jax import Array
from jax.typing import ArrayLike

from .change import Add, Change, Move, Regroup, Set
from .field import Meta
from .state import METAS, State

CHANGEABLE = {Set: ("signal", "level"), Add: ("driver", "level"), Regroup: ("stock",)}


class LedgerError(TypeError):
    """A change that the books do not allow: which, where, and what is allowed."""


def settle(now: State, changes: Iterable[Change], drive: Mapping[str, Array] | None = None) -> State:
    """Return the state after the changes.

    ``drive`` holds recorded values by field name; where one is a number (not NaN) it takes the
    place of what a mechanism would set. Raises LedgerError for a change of the wrong kind.
    """
    new: dict[str, ArrayLike] = {}
    for change in changes:
        for name, value in _post(now, new, change).items():
            new[name] = _driven(name, value, drive or {})
    return replace(now, **new)


def open_year(now: State) -> State:
    """Return the state with drivers and boundary flows at nought."""
    reset = {n: jnp.zeros_like(getattr(now, n)) for n, m in METAS.items() if m.kind in ("driver", "flow")}
    return replace(now, **reset)


def _post(now: State, new: Mapping[str, ArrayLike], change: Change) -> dict[str, ArrayLike]:
    if isinstance(change, Move):
        return _move(now, new, change)
    meta = _meta(change.name)
    if meta.kind not in CHANGEABLE[type(change)]:
        raise LedgerError(f"{change.name} is a {meta.kind}: {type(change).__name__} cannot change it")
    held = new.get(change.name, getattr(now, change.name))
    value = held + change.value if isinstance(change, Add) else change.value
    return {change.name: _bounded(jnp.broadcast_to(jnp.asarray(value, float), jnp.shape(held)), meta)}


def _move(now: State, new: Mapping[str, ArrayLike], move: Move) -> dict[str, ArrayLike]:
    source, target = _meta(move.source), _meta(move.target)
    for name, meta in ((move.source, source), (move.target, target)):
        if meta.kind not in ("stock", "flow"):
            raise LedgerError(f"{name} is a {meta.kind}: only stocks and flows take part in a Move")
    if move.source == move.target:
        raise LedgerError(f"{move.source}: source and target of a Move are the same account")
    held = new.get(move.source, getattr(now, move.source))
    reached = new.get(move.target, getattr(now, move.target))
    amount = jnp.maximum(jnp.asarray(move.amount, float), 0.0)
    if source.kind == "stock":
        amount = _covered(amount, held)
    taken = _gathered(amount, held)
    left = held - taken if source.kind == "stock" else held + taken
    return {move.source: left, move.target: reached + _gathered(amount, reached)}


def _covered(amount: Array, held: ArrayLike) -> Array:
    """Return no more than there is: entry by entry, or in proportion where one account feeds many."""
    if jnp.ndim(held) >= amount.ndim:
        return jnp.minimum(amount, held)
    asked = amount.sum()
    return amount * jnp.minimum(1.0, held / jnp.maximum(asked, 1e-12))


def _gathered(amount: Array, account: ArrayLike) -> Array:
    """Return an amount summed over the axes that an account does not have."""
    missing = range(jnp.ndim(account), amount.ndim)
    return amount.sum(tuple(missing)) if missing else amount


def _meta(name: str) -> Meta:
    if name not in METAS:
        raise LedgerError(f"{name} is not a field of the state")
    return METAS[name]


def _bounded(value: Array, meta: Meta) -> Array:
    if meta.low is None and meta.high is None:
        return value
    return jnp.clip(value, meta.low, meta.high)


def _driven(name: str, value: ArrayLike, drive: Mapping[str, Array]) -> ArrayLike:
    if name not in drive:
        return value
    return jnp.where(jnp.isnan(drive[name]), value, drive[name])


def drive_state(now: State, drive: Mapping[str, Array]) -> State:
    """Return the state with recorded values in place from the start of the year."""
    return replace(now, **{name: _driven(name, getattr(now, name), drive) for name in drive})
