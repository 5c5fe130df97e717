r"""Herds grow on fodder, and are killed when they are to be taken.

.. math:: C' = C(1 - k)\Bigl(1 + g\,\mathrm{clip}\bigl(\tfrac{F/B - .55}{.45}, -1.2, 1\bigr)
   \bigl(1 - (C/C_m)^2\bigr)(1 + p)\Bigr), \qquad S = C\,k_f

:math:`k` killed: what is to be collectivised is eaten first (:math:`S`), less so once plots with a cow are
lawful, war takes its part; :math:`F/B` fodder over need; :math:`p` lawful private plots; :math:`C_m` grows
with the stalls and meadows of farm plant. No growth while the drive lasts. Horses do the same towards the
number farming still wants, which machines lower.

>>> from thermidor.frame.example import amounts, state, year
>>> got = amounts(list(Herds(killing=0.5)(state(collectivisation_speed=0.2, feed_grain=18.2), year())))
>>> round(got["cattle > slaughtered"], 2), round(got["slaughter_feast"], 2)
(6.06, 6.06)
"""

from collections.abc import Iterator

import jax.numpy as jnp
from jax import Array

from ...frame.axes import A
from ...frame.change import Change, Move, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Herds(Mechanism):
    """Cattle and horses are bred, fed, killed and lost."""

    canon = ("forced-collectivisation", "war-devastation", "restoration-destruction")
    source = "economy trial run 2.1; Hunter 1988; livestock_large_cattle of the record"
    signs = (
        Sign("feed_grain", "calved", +1),
        Sign("collectivisation_speed", "slaughtered", +1),
        Sign("collectivisation_speed", "slaughter_feast", +1),
        Sign("herds_lost", "slaughtered", +1, {"war_scale": 1.0}),
    )

    killing: float = parameter(
        LogNormal(0.75, 0.2),
        "share per share collectivised",
        "herds of 1928-33: log of the fall over the share collectivised by then",
    )
    killing_horses: float = parameter(LogNormal(0.69, 0.204), "same, horses", "economy trial run (fitted)")
    growth: float = parameter(
        LogNormal(0.18, 0.3), "1/year", "herds of 1922-28 and 1933-37, 7 and 10 per cent a year"
    )
    ceiling: float = parameter(
        LogNormal(78.0, 0.1), "million head at the plant of 1913", "herds of 1913-16 and 1928-29"
    )
    stalls: float = parameter(LogNormal(0.12, 0.4), "exponent on farm plant", "herds of 1960-80 (assumption)")
    kept: float = fixed(0.7, "share", "assumption: who joins under recognised plots keeps a cow")
    breeding: float = parameter(LogNormal(0.0445, 0.25), "1/year, horses", "economy trial run (fitted)")
    plots: float = parameter(
        LogNormal(0.7, 0.4), "share", "economy trial run (assumption): recovery on household plots"
    )
    crisis: float = parameter(LogNormal(0.10, 0.21), "1/year", "economy trial run (fitted): herds after 1991")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return what is born and what dies beyond custom."""
        need = jnp.maximum(0.30 * now.cattle + 0.33 * now.horses, 0.1)
        fed = jnp.clip((now.feed_grain / need - 0.55) / 0.45, -1.2, 1.0)
        feared = 1.0 - self.kept * now.plots_lawful
        calm = jnp.maximum(0.0, 1.0 - 2.5 * now.drive_disorder * feared)
        fright = now.collectivisation_speed * (1.0 - now.voluntary) * feared
        lost = year.forcing.herds_lost * now.war_scale
        sold = self.crisis * now.disorganisation * now.regulator_market
        feast = jnp.clip(self.killing * fright, 0.0, 0.6)
        dead = jnp.clip(feast + lost + sold, 0.0, 0.6)
        plant = jnp.maximum(now.plant_capital[A] * now.plant_technique[A] / 45.0, 0.3)
        room = jnp.clip(1.0 - (now.cattle / (self.ceiling * plant**self.stalls)) ** 2, -0.5, 1.0)
        own = 1.0 + self.plots * now.plots_lawful * now.collectivised_share
        rate = self.growth * fed * jnp.where(fed > 0.0, room * own * calm, 0.6)
        left = now.cattle * (1.0 - dead)
        yield Set("slaughter_feast", now.cattle * feast)
        yield Move("calved", "cattle", left * jnp.maximum(rate, 0.0))
        yield Move("cattle", "slaughtered", now.cattle * dead + left * jnp.maximum(-rate, 0.0))
        gone = jnp.clip(self.killing_horses * fright + lost, 0.0, 0.6)
        wanted = self._wanted_horses(now)
        left = now.horses * (1.0 - gone)
        bred = (
            self.breeding
            * left
            * calm
            * jnp.clip(fed, -1.0, 1.0)
            * jnp.clip(1.0 - left / wanted, 0.0, 1.0)
            * 5.0
        )
        spare = 0.12 * jnp.maximum(left - wanted, 0.0) * jnp.clip(1.0 - 4.0 * fright, 0.0, 1.0)
        yield Move("calved", "horses", jnp.maximum(bred, 0.0))
        yield Move("horses", "slaughtered", now.horses * gone + spare + jnp.maximum(-bred, 0.0))

    def _wanted_horses(self, now: State) -> Array:
        """Return the horses that farming still wants, million."""
        machines = jnp.log(jnp.maximum(now.plant_capital[A] * now.plant_technique[A] / 45.0, 1.0))
        return (
            38.0 * (1.0 - 0.55 * now.collectivised_share) * jnp.clip(1.0 - (machines - 0.9) / 1.6, 0.04, 1.0)
        )
