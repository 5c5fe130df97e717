r"""Plant wears out, is bombed, and is retired; where budgets are soft, the old is kept running.

.. math:: R(a) = r\,u\,(1 - \beta\,b)\,/\,(1 + e^{-(a - m)/3}), \quad u = \min(1, i/0.15)

:math:`a` age, :math:`m` service life, :math:`b` softness, :math:`i` investment in income: where nothing new
is built, nothing old is given up. A planner who starves retirement gets more plant now and an ageing stock
one service life after the first wave (Popov 2010, life cycle of the planned economy).

>>> from thermidor.frame.example import amounts, state, year
>>> hard = amounts(list(PlantWear()(state(softness=0.0), year())))["capital > scrapped"]
>>> soft = amounts(list(PlantWear()(state(softness=0.6), year())))["capital > scrapped"]
>>> soft < hard
True
"""

from collections.abc import Iterator

import jax.numpy as jnp
import numpy as np
from jax import Array

from ...frame.axes import VINTAGES
from ...frame.change import Change, Move, Regroup, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogitNormal, LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class PlantWear(Mechanism):
    """Depreciation, destruction by war and retirement by age; every cohort grows a year older."""

    canon = ("war-devastation", "soft-budget-constraint", "restoration-destruction")
    source = "Popov 2010; economy trial run; retirement rates of Soviet and American industry in Popov 2010"
    signs = (
        Sign("softness", "scrapped", -1),
        Sign("investment_share", "scrapped", +1, {"investment_share": 0.05}),
        Sign("capital_destroyed", "destroyed", +1, {"capital_destroyed": 0.1, "war_scale": 1.0}),
        Sign("war_scale", "destroyed", +1, {"capital_destroyed": 0.05}),
        Sign("destruction_drive", "scrapped", +1, {"restored": 1.0}),
    )

    wear: float = parameter(
        LogNormal(0.014, 0.2), "1/year", "economy trial run: depreciation 0.041 less retirement"
    )
    retire: float = parameter(
        LogNormal(0.4, 0.3), "1/year of plant beyond its life", "Popov 2010: 4-5 per cent a year in all"
    )
    life: float = parameter(LogNormal(17.5, 0.1), "year", "Popov 2010: about twenty, equipment sooner")
    replaced: float = fixed(
        0.15, "share of income", "investment at which plant is replaced freely (assumption)"
    )
    starved: float = parameter(
        LogitNormal(0.65, 0.4), "share per unit of softness", "Popov 2010: 2-3 per cent a year"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return plant lost and the ages of what is left."""
        total = now.capital[:, -2:].sum()
        last = (now.capital[:, -2:].sum(0) * now.technique[-2:]).sum() / jnp.maximum(total, 1e-9)
        yield Set("technique", jnp.concatenate([now.technique[:1], now.technique[:-2], last[None]]))
        older = aged(now.capital)
        yield Regroup("capital", older)
        hit = jnp.clip(year.forcing.capital_destroyed * now.war_scale * FARM_HIT, 0.0, 0.5)
        destroyed = older * hit[:, None]
        held = older - destroyed
        worn = held * (self.wear * LIFE_OF)[:, None]
        yield Move("capital", "destroyed", destroyed)
        yield Move("capital", "depreciated", worn)
        yield Move("capital", "scrapped", (held - worn) * self.retired(now))
        yield Set("war_damage", destroyed.sum() / jnp.maximum(older.sum(), 1e-9))

    def retired(self, now: State) -> Array:
        """Return the share of plant retired this year, by sector and age."""
        kept = 1 - self.starved * jnp.clip(now.softness, 0.0, 1.0)
        more = 0.5 * now.destruction_drive * now.restored
        replacing = jnp.clip(now.investment_share / self.replaced, 0.0, 1.0)
        rate = (self.retire * kept * replacing + more) / (1 + jnp.exp(self.life / 3) * YOUTH)
        return jnp.clip(rate * LIFE_OF[:, None], 0.0, 0.5)


def aged(capital: Array) -> Array:
    """Return plant a year older; the oldest cohort holds all beyond it."""
    last = capital[:, -2:].sum(-1, keepdims=True)
    return jnp.concatenate([jnp.zeros((6, 1)), capital[:, :-2], last], 1)


FARM_HIT = jnp.array([1.6, 1.0, 1.0, 1.0, 1.0, 1.0])  # economy trial run (assumption)
LIFE_OF = jnp.array([1.2, 1.0, 1.0, 1.0, 1.0, 0.6])  # buildings of services last longest (trial run)
YOUTH = np.exp(-np.arange(len(VINTAGES)) / 3)
