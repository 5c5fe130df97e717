"""The year on one page, and the run over years."""

import math
from collections.abc import Mapping

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array

from .frame.axes import shape
from .frame.forcing import Forcing
from .frame.identities import residuals
from .frame.ledger import drive_state, open_year, settle
from .frame.lever import Levers
from .frame.mechanism import Mechanism
from .frame.state import METAS, State
from .frame.year import Year
from .mechanisms import economy, polity, world

Model = dict[str, tuple[Mechanism, ...]]

MODEL: Model = {
    "world": world.WORLD,  # wave abroad, rivals, threat
    "society": polity.SOCIETY,  # workers, emergency, democracy, apparatus, party, leader
    "harvest": economy.HARVEST,  # area, weather, harvest, market offer, grain gap
    "village": polity.VILLAGE,  # requisition, NEP, turn, collectives
    "aims": polity.AIMS,  # ambition, targets, regulators, satellites
    "food": economy.FOOD,  # procurement, rations, hunger, herds
    "production": economy.PRODUCTION,  # effort, capacity, limits, output
    "uses": economy.USES,  # trade, investment, consumption, money, shortage
    "people": economy.PEOPLE,  # births, deaths, migration, work
    "force": polity.FORCE,  # coercion, terror, camps
    "consent": polity.CONSENT,  # legitimacy, reform, restoration, revolt, end
    "accounts": economy.ACCOUNTS,  # what next year's readers see
}
POLITICAL = ("society", "village", "aims", "force", "consent")


def advance(model: Model, now: State, year: Year, drive: Mapping[str, Array]) -> State:
    """Return society a year later: every phase in order, every mechanism settled before the next."""
    now = drive_state(open_year(now), drive)
    moving = year.forcing.soviet_power > 0
    for phase in MODEL:  # not in the order of ``model``: a tree of JAX sorts the keys of a dict
        before = now
        for mechanism in model[phase]:
            now = settle(now, mechanism(now, year), drive)
        if phase in POLITICAL:
            now = _hold(before, now, moving)
    return now


def _hold(before: State, after: State, moving: Array) -> State:
    """Keep the political order at its starting values until the new state exists."""
    changed = lambda old, new: old if old is new else jnp.where(moving, new, old)  # noqa: E731
    return jax.tree.map(changed, before, after)


def seen(before: State, now: State) -> Array:
    """Return what a run reports of a year, as rows over draws: fields (vintages summed), then residuals.

    ``before`` and ``now``: leaves (draw, ...). The draws stand last, so that every row lies in one piece.
    """
    fields = [getattr(now, n).sum(-1) if "vintage" in m.axis else getattr(now, n) for n, m in METAS.items()]
    reported = (*fields, *jax.vmap(residuals)(before, now).values())
    return jnp.concatenate([value.reshape(len(value), -1).T for value in reported])


def rows() -> dict[str, tuple[int, int, tuple[int, ...]]]:
    """Return where each reported field stands: first row, end, and shape."""
    one = State(**{n: jax.ShapeDtypeStruct(shape(m.axis), float) for n, m in METAS.items()})  # pyright: ignore[reportArgumentType]
    shapes = {n: shape(tuple(a for a in m.axis if a != "vintage")) for n, m in METAS.items()}
    shapes |= dict.fromkeys(jax.eval_shape(residuals, one, one), ())
    ends = np.cumsum([math.prod(s) for s in shapes.values()])
    return {
        n: (int(end) - math.prod(s), int(end), s) for (n, s), end in zip(shapes.items(), ends, strict=True)
    }


@jax.jit
def simulate(
    model: Model,
    start: State,
    forcing: Forcing,
    levers: Levers,
    luck: dict[str, Array],
    drive: dict[str, Array],
) -> Array:
    """Run every draw over the years.

    ``model`` and ``start``: leaves (draw, ...); ``forcing`` and ``levers``: leaves (year,); ``luck``:
    (draw, year); ``drive``: recorded values (year,), NaN where the model decides. Returns an array of
    shape (year, row, draw), the order in which it is computed; see :func:`rows`.
    """
    every = jax.vmap(advance, (0, 0, Year(None, None, 0), None))  # pyright: ignore[reportArgumentType]

    def step(now: State, outside: tuple) -> tuple[State, Array]:
        forcing, levers, luck, drive = outside
        after = every(model, now, Year(forcing, levers, luck), drive)
        return after, seen(now, after)

    by_year = jax.tree.map(jnp.transpose, luck)
    return jax.lax.scan(step, start, (forcing, levers, by_year, drive))[1]
