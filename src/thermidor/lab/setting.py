"""What a run is given: the closed loop under a scenario, or one block driven by the record of the others."""

from collections.abc import Mapping

import jax
import jax.numpy as jnp
import numpy as np

from ..frame.lever import Levers
from ..outside import YEARS, economy_record, forcings, levers, policy
from ..outside.compile import history
from ..outside.scenario import Scenario
from .ensemble import Setting

NAMES = tuple(sorted(set(policy("record")) | set(economy_record())))


def closed(
    changed: Levers | None = None, drive: Mapping[str, np.ndarray] | None = None, **start: float
) -> Setting:
    """Return the setting of the closed loop: only the old regime's policy is recorded.

    ``changed`` levers, leaves (year,), historical if none; ``drive`` values of a scenario, NaN where free;
    ``start`` factors on starting values.
    """
    return _setting(policy("before"), drive or {}, changed, start)


def economy_alone() -> Setting:
    """Return the setting in which the economy runs on recorded policy."""
    return _setting(policy("record"), {}, None, {})


def polity_alone(frozen: bool = True) -> Setting:
    """Return the setting in which polity and world run on the recorded economy."""
    return _setting(policy("before"), economy_record(frozen), None, {})


def _setting(
    base: Mapping[str, np.ndarray],
    over: Mapping[str, np.ndarray],
    changed: Levers | None,
    start: Mapping[str, float],
) -> Setting:
    unknown = sorted(set(over) - set(NAMES))
    if unknown:
        raise ValueError(f"signals that no record drives cannot be driven: {unknown}")
    free = np.full(len(YEARS), np.nan)
    drive = {name: _over(base.get(name, free), over.get(name, free)) for name in NAMES}
    outside = jax.tree.map(jnp.asarray, forcings())
    usual = Levers(**history())  # pyright: ignore[reportArgumentType]
    given = changed or jax.tree.map(jnp.asarray, usual)
    return Setting(outside, given, drive, dict(start))


def _over(base: np.ndarray, over: np.ndarray) -> np.ndarray:
    return np.where(np.isnan(over), base, over)


def under(scenario: Scenario) -> Setting:
    """Return the setting of the closed loop under a scenario."""
    set_levers, drive, start = levers(scenario)
    return closed(jax.tree.map(jnp.asarray, set_levers), drive, **start)
