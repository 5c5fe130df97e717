"""What comes from outside as one could have expected it in a year: no later war, weather or death is known.

A forecast that is given weather, world and war as they came is conditional on them; a random walk is not. The
frozen setting puts both on one footing.
"""

from dataclasses import replace

import jax.numpy as jnp
import numpy as np

from ..frame.forcing import FORCINGS, Forcing
from ..outside import YEARS
from .ensemble import Setting

NOUGHT = (
    "weather", "war_on_own_soil", "war_deaths", "capital_destroyed", "area_occupied", "herds_lost",
    "army_mobilised", "arms_surge", "intervention", "invasion", "first_war_shadow", "second_war_shadow",
)  # fmt: skip
SWINGS = ("rivalry", "slump", "rival_growth")  # go on at their mean of the last years
SWING = 10  # years of that mean
TRENDS = ("frontier", "rival_income")  # go on at the rival's mean growth since the first year
RIVAL = "rival_income"


def frozen(setting: Setting, year: int) -> Setting:
    """Return a setting in which nothing from outside is known beyond a year.

    After it weather and war are nought; what swings goes on at its mean of the last ten years, the frontier
    and the rival's income at the growth of that income so far; all else stays at its last value. Recorded
    deaths do not come. Other levers, drives and starting values stay as they are.
    """
    at = year - YEARS[0]
    known = {name: np.asarray(getattr(setting.forcing, name), float) for name in FORCINGS}
    pace = np.log(known[RIVAL][at] / known[RIVAL][0]) / at
    expected = {name: _expected(name, path, at, pace) for name, path in known.items()}
    deaths = jnp.asarray(_beyond(np.asarray(setting.levers.leader_dies, float), at, 0.0))
    return replace(
        setting,
        forcing=Forcing(**{name: jnp.asarray(path) for name, path in expected.items()}),
        levers=replace(setting.levers, leader_dies=deaths),
    )


def _expected(name: str, path: np.ndarray, at: int, pace: float) -> np.ndarray:
    if name in NOUGHT:
        return _beyond(path, at, 0.0)
    if name in SWINGS:
        return _beyond(path, at, path[max(at - SWING + 1, 0) : at + 1].mean())
    if name in TRENDS:
        return _beyond(path, at, path[at] * np.exp(pace * np.arange(1, len(path) - at)))
    return _beyond(path, at, path[at])


def _beyond(path: np.ndarray, at: int, value: float | np.ndarray) -> np.ndarray:
    later = path.copy()
    later[at + 1 :] = value
    return later
