"""What every mechanism must satisfy, whatever it says."""

import doctest
import importlib
import pkgutil
from dataclasses import replace
from functools import cache

import jax
import jax.numpy as jnp
import numpy as np
import pytest

import thermidor.mechanisms
from thermidor.frame.change import Add, Move, Regroup
from thermidor.frame.example import state, year
from thermidor.frame.field import Meta
from thermidor.frame.forcing import FORCINGS
from thermidor.frame.ledger import open_year, settle
from thermidor.frame.lever import LEVERS
from thermidor.frame.mechanism import Mechanism, Sign, parameters
from thermidor.frame.state import METAS, State
from thermidor.lab.belief import mechanism_id, mechanisms

EVERY = list(mechanisms())
IDS = [mechanism_id(one) for one in EVERY]
SIGNS = [(one, sign) for one in EVERY for sign in one.signs]
CLOSURES = [one for one in EVERY if "strength" in parameters(one)]
MODULES = [
    m.name
    for m in pkgutil.walk_packages(thermidor.mechanisms.__path__, "thermidor.mechanisms.")
    if not m.ispkg
]


def _on(one: Mechanism) -> Mechanism:
    return _at(one, 1.0) if "strength" in parameters(one) else one


def _at(one: Mechanism, strength: float) -> Mechanism:
    return replace(one, strength=strength)  # pyright: ignore[reportCallIssue]


def _outcome(one: Mechanism, given: dict[str, float], result: str) -> float:
    fields = {n: v for n, v in given.items() if n in METAS}
    outside = {n: v for n, v in given.items() if n in FORCINGS or n in LEVERS}
    given_state = state(**fields)
    now = replace(open_year(given_state), **{n: getattr(given_state, n) for n in fields})
    after = settle(now, one(now, year(given.get("chance", 0.5), **outside)))
    return float(jnp.sum(getattr(after, result)))


def _base(sign: Sign) -> float:
    if sign.cause in sign.given:
        return float(sign.given[sign.cause])
    if sign.cause in METAS:
        start = METAS[sign.cause].start
        return float(np.mean(start))
    return float(LEVERS[sign.cause].start) if sign.cause in LEVERS else 0.5


def _more(meta: Meta | None, base: float) -> float:
    step = max(0.1 * abs(base), 0.05)
    bounded = meta is not None and meta.high is not None and base + step > meta.high
    return base - step if bounded else base + step


@pytest.mark.parametrize(
    ("one", "sign"), SIGNS, ids=[f"{mechanism_id(o)}-{s.cause}-{s.result}" for o, s in SIGNS]
)
def test_effect_has_the_sign_its_source_claims(one: Mechanism, sign: Sign) -> None:
    """More of the cause gives more (or less) of the result."""
    base = _base(sign)
    more = _more(METAS.get(sign.cause), base)
    low, high = (_outcome(_on(one), dict(sign.given) | {sign.cause: v}, sign.result) for v in (base, more))
    assert np.sign(high - low) * np.sign(more - base) == sign.sign, (low, high)


@pytest.mark.parametrize("one", EVERY, ids=IDS)
def test_mechanism_names_source_signs_and_units(one: Mechanism) -> None:
    """Every mechanism says where it comes from, what it claims, and in what units."""
    assert one.source.strip()
    assert one.signs, "at least one direction of effect"
    assert one.canon
    for name, what in parameters(one).items():
        assert what.unit.strip() and what.source.strip(), name


@pytest.mark.parametrize("one", CLOSURES, ids=[mechanism_id(o) for o in CLOSURES])
def test_closure_of_no_strength_changes_nothing(one: Mechanism) -> None:
    """A closure that is off contributes exactly nothing, to drivers only or to what it multiplies."""
    for now in random_states():
        after = settle(now, _at(one, 0.0)(now, year(0.01)))
        jax.tree.map(np.testing.assert_array_equal, now, after)


@pytest.mark.parametrize("one", EVERY, ids=IDS)
def test_stocks_change_by_double_entry_and_stay_finite(one: Mechanism) -> None:
    """No stock falls below nought, nothing becomes NaN, a Regroup keeps its total."""
    for now in random_states():
        changes = list(_on(one)(now, year(0.3)))
        after = settle(now, changes)
        for name, meta in METAS.items():
            value = np.asarray(getattr(after, name))
            assert np.isfinite(value).all(), name
            assert meta.kind != "stock" or (value >= 0).all(), name
        for change in changes:
            if isinstance(change, Regroup):
                total = jnp.sum(getattr(now, change.name))
                np.testing.assert_allclose(jnp.sum(change.value), total, rtol=1e-12)
            if isinstance(change, Move | Add):
                assert not isinstance(change, Move) or change.source != change.target


@pytest.mark.parametrize("module", MODULES)
def test_worked_example_holds(module: str) -> None:
    """The example in the docstring is run."""
    found = doctest.testmod(importlib.import_module(module))
    assert found.failed == 0
    assert found.attempted > 0, "a worked example is missing"


def test_mechanism_ids_are_unique() -> None:
    """Ids name one mechanism each."""
    assert len(set(IDS)) == len(IDS)


@cache
def random_states(count: int = 5) -> tuple[State, ...]:
    """Return states with every field moved at random inside its bounds, the same for every mechanism."""
    dice = np.random.default_rng(7)
    return tuple(
        open_year(replace(state(), **{n: _random(dice, m, n) for n, m in METAS.items()}))
        for _ in range(count)
    )


def _random(dice: np.random.Generator, meta: Meta, name: str) -> jax.Array:
    start = np.asarray(getattr(state(), name))
    if meta.low is not None and meta.high is not None:
        return jnp.asarray(dice.uniform(meta.low, meta.high, start.shape))
    floor = -np.inf if meta.low is None else meta.low
    return jnp.asarray(np.maximum(start * np.exp(dice.normal(0, 0.5, start.shape)), floor))
