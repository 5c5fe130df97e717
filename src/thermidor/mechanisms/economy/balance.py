r"""The input-output core that plan, limits and output share.

Entry (i, j) is the product of sector i used up in one unit of gross output of sector j. The energy row
grows with the energy each unit asks for; the farm row shrinks as chemistry and technique replace farm
materials; farms buy inputs only as far as industry makes them. Core values of the economy trial run
(assumption): no table of inputs and outputs of the country's early years is in the record.

>>> import jax.numpy as jnp
>>> from thermidor.frame.example import state
>>> now = state()
>>> made = now.gross_output
>>> [round(float(x), 2) for x in made - coefficients(now) @ made]
[38.05, 26.61, 9.53, 2.88, 0.79, 22.13]
"""

import jax.numpy as jnp
import numpy as np
from jax import Array

from ...frame.axes import A, C, E, M, P, S
from ...frame.state import METAS, State

COEFFICIENTS = np.zeros((6, 6))
COEFFICIENTS[[C, P, E], A] = (0.02, 0.03, 0.005)
COEFFICIENTS[[A, C, P, E, S], C] = (0.40, 0.10, 0.03, 0.02, 0.04)
COEFFICIENTS[[A, P, E, S], P] = (0.05, 0.25, 0.06, 0.05)
COEFFICIENTS[[A, C, P, E, S], M] = (0.05, 0.05, 0.30, 0.03, 0.05)
COEFFICIENTS[[P, E, S], E] = (0.12, 0.08, 0.05)
COEFFICIENTS[[C, P, E], S] = (0.03, 0.05, 0.03)

FARM, ENERGY = np.eye(6)[A], np.eye(6)[E]
NONFARM = 1 - FARM
INPUTS = np.isin(np.arange(6), (C, P, E))
INDUSTRY = np.array([0.0, 1.0, 1.0, 1.0, 1.0, 0.0])
STEPS = 3  # of the search for the price: a few thousandths from the end even where half is missing
MATERIALS_SAVED = 0.6  # farm materials per unit fall with technique to this power (assumption)


def at_start(name: str) -> np.ndarray:
    """Return the value of a field at the start of every run: what indices are relative to."""
    return np.asarray(METAS[name].start)


def coefficients(now: State) -> Array:
    """Return inputs per unit of gross output, shape (input, user), as technique stands."""
    saved = now.plant_technique[C] ** -MATERIALS_SAVED
    scale = FARM * saved + ENERGY * now.energy_intensity + (1 - FARM - ENERGY)
    industry = jnp.where(INPUTS, now.capacity / at_start("capacity"), jnp.inf).min()
    served = jnp.clip(industry / jnp.maximum(now.agricultural_output / 100, 0.1), 0.02, 1.0)
    return scale[:, None] * COEFFICIENTS * (FARM * served + NONFARM)


def by_rank(available: Array, use: Array, first: np.ndarray) -> Array:
    """Return the share of each user's need that is met where some are served before the rest.

    ``use``: what each sector asks for; ``first``: 1 for users who are served before the rest.
    """
    asked_first, asked = (use * first).sum(), use.sum()
    served = met(available, asked_first)
    return jnp.where(first > 0, served, met(available - asked_first * served, asked - asked_first))


def met(available: Array, asked: Array) -> Array:
    """Return the share of what is asked for that is there; a little gets through to everybody."""
    return jnp.clip(available / jnp.maximum(asked, 1e-9), 0.02, 1.0)


def by_price(available: Array, use: Array, part: Array) -> Array:
    """Return the share of each user's need that is met where a price clears the market.

    A short product grows dearer by the sum that clears it; a user's product grows dearer by what it holds of
    it (``part``, a unit of product), and buyers who spend fixed sums take less of it in that proportion. Each
    step supposes that all users hold as much of it as the mean one does, which is exact where they do.
    """
    goal, dearer = jnp.minimum(available, use.sum()), 0.0
    for _ in range(STEPS):
        left = use / (1 + dearer * part)
        slope = (left * part / (1 + dearer * part)).sum()
        dearer = dearer + left.sum() * (left.sum() / jnp.maximum(goal, 1e-9) - 1) / jnp.maximum(slope, 1e-9)
    return jnp.clip(1 / (1 + dearer * part), 0.02, 1.0)
