r"""Hunger is unequal food: places differ, and force, disorder and drought make them differ more.

.. math:: h = \mathrm{E}[\max(0, 1 - x/s)] = \Phi(d) - \tfrac{\bar x}{s}\Phi(d - v), \quad
   d = \frac{\ln(s/\bar x) + v^2/2}{v}

Food per head :math:`x` is lognormal across places with mean :math:`\bar x` and log deviation :math:`v`;
:math:`v^2 = v_0^2 + (\chi_q u\,\max(0, f - .12)/.15)^2 + (\chi_w \max(0, -\omega))^2 + (\chi_d \delta)^2`,
:math:`f` forced share, :math:`u` falls from 1 to 0.35 once fixed delivery norms are recognised. Household
plots add to food, less while cows and plots go into collectives and are not given back; herds killed before
they would be collectivised are eaten, so that hunger comes after the slaughter and not with it. Deaths
follow the harvest year: most come in the year after the crop. At the national mean nobody would have starved
in 1932.

>>> from thermidor.frame.example import amounts, state, year
>>> got = amounts(list(Hunger()(state(village_food=32.0), year())))
>>> got["village_hunger"] < 0.001, got["starving_village"]
(True, 0.0)
>>> got = amounts(list(Hunger()(state(village_food=16.0, forced_share=0.3, drive_disorder=0.4), year())))
>>> got["village_hunger"] > 0.05
True
"""

from collections.abc import Iterator

import jax.numpy as jnp
from jax import Array
from jax.scipy.special import ndtr

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .village_food import FORCE_BORNE


def shortfall(mean: Array, line: float | Array, spread: Array) -> Array:
    """Return the mean shortfall below a line of lognormal food with this mean and log deviation."""
    mean = jnp.maximum(mean, 1e-3)
    d = (jnp.log(line / mean) + spread**2 / 2.0) / spread
    return jnp.clip(ndtr(d) - mean / line * ndtr(d - spread), 0.0, 1.0)


@mechanism
class Hunger(Mechanism):
    """Food below need, by places, and the deaths it brings."""

    canon = ("collectivisation-famine", "intervention-destruction")
    source = "economy trial run 2.1; Meng, Qian and Yared 2015; Davies and Wheatcroft 2004; Naumenko 2021"
    signs = (
        Sign("village_food", "village_hunger", -1, {"village_food": 18.0, "forced_share": 0.25}),
        Sign("forced_share", "village_hunger", +1, {"village_food": 18.0, "forced_share": 0.25}),
        Sign("drive_disorder", "village_hunger", +1, {"village_food": 18.0, "drive_disorder": 0.3}),
        Sign("slaughter_feast", "village_hunger", -1, {"village_food": 18.0, "forced_share": 0.25}),
        Sign("collectivised_share", "village_hunger", +1, {"village_food": 18.0, "forced_share": 0.25}),
        Sign("town_ration", "town_hunger", -1, {"town_ration": 0.15}),
    )

    line: float = parameter(LogNormal(0.173, 0.053), "t grain per head", "economy trial run (fitted)")
    plot: float = parameter(LogNormal(0.151, 0.204), "t per villager", "economy trial run (fitted)")
    lawful: float = fixed(0.6, "share", "economy trial run (assumption): plots under recognised norms")
    given_up: float = fixed(0.6, "share", "assumption: cows and plots taken over by collectives in 1930-32")
    meat: float = parameter(
        LogNormal(0.11, 0.4),
        "t grain per head of cattle killed",
        "assumption: carcass 0.11 t, as much again of pigs and sheep, 0.5 to 0.6 of grain by calories",
    )
    places: float = parameter(LogNormal(0.22, 0.18), "log", "economy trial run (fitted)")
    taking: float = parameter(LogNormal(0.32, 0.26), "log", "economy trial run (fitted)")
    drought: float = parameter(LogNormal(0.684, 0.35), "log", "economy trial run (fitted)")
    drive: float = parameter(LogNormal(0.50, 0.27), "log", "economy trial run (fitted 0.594)")
    lethality: float = parameter(LogNormal(0.573, 0.425), "1", "economy trial run (fitted)")
    late: float = fixed(0.90, "share", "harvest year: most deaths come after the turn of the year")
    usual: float = fixed(0.002, "share", "economy trial run (assumption): hunger without excess deaths")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return hunger in village, town and country, and the famine deaths due."""
        villagers = jnp.maximum(now.peasants + now.kulaks, 1e-3)
        eaten = now.village_food + self.meat * now.slaughter_feast
        food = eaten / villagers + self._own(now, villagers)
        village = shortfall(food, self.line, self._spread(now))
        town = shortfall(now.town_ration, self.line, 0.8 * self.places * jnp.ones(()))
        towns = jnp.maximum(now.town_people, 1e-3)
        yield Set("starving_village", self._deaths(village, now.village_hunger) * villagers)
        yield Set("starving_town", self._deaths(town, now.town_hunger) * towns)
        felt = self._felt(village, now.village_hunger) * villagers + self._felt(town, now.town_hunger) * towns
        yield Set("hunger_felt", felt / (villagers + towns))
        yield Set("village_hunger", village)
        yield Set("town_hunger", town)
        yield Set("hunger", (village * villagers + town * towns) / (villagers + towns))

    def _own(self, now: State, villagers: Array) -> Array:
        """Return potatoes and milk of the household, t grain per head."""
        beasts = jnp.clip(now.cattle / 60.6 * 130.4 / villagers, 0.05, 2.0) ** 0.6
        collective = now.collectivised_share * (1.0 - now.voluntary)
        own = 1.0 - self.given_up * collective * (1.0 - now.plots_lawful)
        return self.plot * beasts * own * (1.0 + self.lawful * now.plots_lawful * now.collectivised_share)

    def _spread(self, now: State) -> Array:
        """Return the log deviation of food between villages."""
        norms = 1.0 - 0.65 * now.plots_lawful
        taken = self.taking * norms * jnp.maximum(now.forced_share - FORCE_BORNE, 0.0) / 0.15
        dry = self.drought * jnp.maximum(-now.weather - 0.05, 0.0) * norms
        broken = self.drive * now.drive_disorder
        return jnp.sqrt(self.places**2 + taken**2 + dry**2 + broken**2)

    def _deaths(self, hunger: Array, before: Array) -> Array:
        """Return the share of people dying of hunger this year."""
        return jnp.clip(self.lethality * (self._felt(hunger, before) - self.usual), 0.0, 0.08)

    def _felt(self, hunger: Array, before: Array) -> Array:
        """Return hunger of the calendar year from that of this harvest year and the one before."""
        return self.late * before + (1.0 - self.late) * hunger
