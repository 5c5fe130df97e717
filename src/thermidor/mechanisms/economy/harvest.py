r"""The harvest: land, hands, draught power, farm plant, effort and weather.

.. math:: H = H_0\, a^{0.7}\, (L/L_0)^{\lambda}\, q^{\pi}\, (K/K_0)^{\eta}\, e\, \exp(\omega), \quad
   q = \tfrac{B}{B_0} + \tfrac{\tau}{4}(K/K_0 - 1)

:math:`B` horses, :math:`K` farm plant with its technique. A Cobb-Douglas form in levels carries 1913-1990
in the trial run without a trend of its own. Seed is :math:`13 a^{0.8}` million tonnes, at most half the
crop.

>>> from thermidor.frame.example import amounts, state, year
>>> got = amounts(list(Harvest(level=76.4)(state(), year(weather=0.0))))
>>> round(got["grain_output"], 3), round(got["seed_grain"], 3)
(76.4, 13.0)
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.axes import A
from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Harvest(Mechanism):
    """Grain is grown by land, people, horses, machines and effort, under the weather."""

    canon = ("forced-collectivisation", "war-devastation")
    source = "economy trial run 2.1; USDA international agricultural productivity for the trend"
    signs = (
        Sign("weather", "grain_output", +1),
        Sign("horses", "grain_output", +1),
        Sign("farm_effort", "grain_output", +1),
        Sign("sown_area", "grain_output", +1),
    )

    level: float = parameter(LogNormal(76.4, 0.033), "Mt", "economy trial run (fitted)")
    land: float = fixed(0.70, "1", "economy trial run (assumption)")
    hands: float = parameter(LogNormal(0.118, 0.39), "1", "economy trial run (fitted)")
    power: float = parameter(LogNormal(0.0922, 0.28), "1", "economy trial run (fitted)")
    plant: float = parameter(LogNormal(0.0913, 0.27), "1", "economy trial run (fitted)")
    tractors: float = parameter(LogNormal(0.642, 0.48), "1", "economy trial run (fitted)")
    seed: float = fixed(13.0, "Mt at the area of 1913", "economy trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return draught power, gross harvest and seed."""
        plant = jnp.maximum(now.plant_capital[A] * now.plant_technique[A] / 45.0, 0.05)
        draught = jnp.maximum(now.horses / 35.8 + 0.25 * self.tractors * (plant - 1.0), 0.05)
        hands = jnp.maximum((now.peasants + now.kulaks) / 130.4, 0.02)
        land = now.sown_area**self.land * hands**self.hands
        sky = year.forcing.weather
        crop = self.level * land * draught**self.power * plant**self.plant * now.farm_effort * jnp.exp(sky)
        yield Set("weather", sky)
        yield Set("draught", draught)
        yield Set("grain_output", crop)
        yield Set("seed_grain", jnp.minimum(self.seed * now.sown_area**0.8, crop / 2.0))
