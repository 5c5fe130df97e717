"""The world block alone, with income and polity given as rough paths of the record."""

from dataclasses import fields, replace
from types import SimpleNamespace

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from thermidor.chance import belief, luck
from thermidor.frame.ledger import drive_state, open_year, settle
from thermidor.frame.lever import Levers
from thermidor.frame.mechanism import Mechanism, parameters
from thermidor.frame.state import start_state
from thermidor.frame.world import World
from thermidor.frame.year import Year
from thermidor.mechanisms.world import WORLD
from thermidor.outside import YEARS, forcings
from thermidor.outside.compile import history

DRAWS = 150
YEAR = np.array(YEARS)
NAMES = [field.name for field in fields(World)]
PURPOSES = sorted({purpose for one in WORLD for purpose in one.luck})
TABLES = {
    "gdp": {1913: 100, 1917: 75, 1921: 36, 1928: 105, 1937: 175, 1942: 115, 1950: 231, 1973: 685, 1989: 922},
    "bureaucracy_autonomy": {1913: 0.12, 1921: 0.5, 1928: 0.75, 1935: 0.9},
    "coercion": {1913: 0.15, 1925: 0.25, 1937: 0.75, 1950: 0.7, 1956: 0.3, 1985: 0.15},
    "growth_five_years": {1913: 0.03, 1937: 0.06, 1950: 0.06, 1970: 0.035, 1985: 0.012, 1990: 0.0},
    "growth_shortfall": {1960: 0.0, 1975: 0.3, 1985: 0.7, 1990: 0.9},
    "nationalised_share": {1917: 0.1, 1920: 0.9},
    "reform": {1986: 0.0, 1988: 1.0},
    "opposition_strength": {1924: 0.5, 1928: 0.1},
    "industrial_output": {1913: 100, 1920: 25, 1928: 120, 1940: 550, 1950: 800, 1985: 6000},
    "leader_fell": {1952: 0.0, 1953: 1.0, 1954: 0.0, 1963: 0.0, 1964: 1.0, 1965: 0.0},
}
DRIVE = {n: jnp.asarray(np.interp(YEAR, list(t), list(t.values()))) for n, t in TABLES.items()}


def ahead(closures: tuple[str, ...], **levers: float | dict[int, float]) -> dict[str, np.ndarray]:
    """Return the world's fields, shape (draw, year, ...), with some closures on and levers set."""
    model = tuple(_drawn(one, closures) for one in WORLD)
    start = jax.tree.map(lambda leaf: jnp.broadcast_to(leaf, (DRAWS, *leaf.shape)), start_state())
    dice = {n: jnp.asarray(v) for n, v in luck(1, PURPOSES, np.arange(DRAWS), len(YEAR)).items()}
    out = _run(model, start, jax.tree.map(jnp.asarray, forcings()), _levers(levers), dice)
    return {name: np.asarray(value) for name, value in out.items()}


@jax.jit
def _run(model, start, forcing, levers, dice):
    def one(model, start, dice):
        def step(now, outside):
            forcing, levers, dice, drive = outside
            now = drive_state(open_year(now), drive)
            for mechanism in model:
                now = settle(now, mechanism(now, Year(forcing, levers, dice)), drive)
            return now, {name: getattr(now, name) for name in NAMES}

        return jax.lax.scan(step, start, (forcing, levers, dice, DRIVE))[1]

    return jax.vmap(one)(model, start, dice)


def _drawn(one: Mechanism, closures: tuple[str, ...]) -> Mechanism:
    kind, values = type(one).__name__, {}
    for name, what in parameters(one).items():
        key = f"{kind}.{name}"
        if name == "strength":
            values[name] = np.full(DRAWS, float(kind in closures))
        elif what.prior is None:
            values[name] = np.full(DRAWS, float(what.value))
        else:
            values[name] = what.prior.quantile(belief(1, (key,), np.arange(DRAWS))[key])
    return replace(one, **{n: jnp.asarray(v) for n, v in values.items()})


def _levers(given: dict):
    """Return levers by year: a number for all years, or values from given years on."""
    # Plain arrays throughout: leaves of another kind would make the programme compile anew.
    paths = {name: np.asarray(path) for name, path in history().items()}
    for name, value in given.items():
        steps = value if isinstance(value, dict) else {YEAR[0]: value}
        path = paths[name].copy()
        for first, level in steps.items():
            path[first <= YEAR] = level
        paths[name] = path
    return Levers(**{name: jnp.asarray(path) for name, path in paths.items()})


def span(values: np.ndarray, first: int, last: int) -> np.ndarray:
    """Return the values of the years from first to last."""
    return values[:, (first <= YEAR) & (last >= YEAR)]


def at(values: np.ndarray, one: int) -> np.ndarray:
    """Return the values of one year, per draw."""
    return values[:, one - YEAR[0]]


@pytest.fixture(scope="session")
def world() -> SimpleNamespace:
    """Return the block's runner and its readers: ahead, span, at, years."""
    return SimpleNamespace(ahead=ahead, span=span, at=at, years=YEAR)
