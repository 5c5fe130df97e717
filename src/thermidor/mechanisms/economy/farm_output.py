r"""Farm output is grain, animals and other crops; industry's raw material comes from it.

.. math:: Y_A = 100\,(0.37\,G/G_0 + 0.31\,B (F/F_0)^{a} + 0.32\,O),
   \qquad O = g_m\,(L/L_0)^{l}(K/K_0)^{\kappa}\,e\,a^{.5}

:math:`G` grain net of seed and four fifths of fodder, :math:`B` herd, :math:`O` other crops, which
smallholders grow only against goods (:math:`g_m = g^{0.3}` under market rules).

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(grain_output=77.0, seed_grain=13.0, feed_grain=20.0)
>>> round(amounts(list(FarmOutput()(now, year())))["agricultural_output"], 1)
100.0
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
class FarmOutput(Mechanism):
    """Output of farming in the prices of 1913."""

    canon = ("nep-incentive-recovery", "forced-collectivisation")
    source = "economy trial run 2.1; USDA output index for 1961 on"
    signs = (
        Sign("grain_output", "agricultural_output", +1),
        Sign("cattle", "agricultural_output", +1, {"feed_grain": 20.0}),
        Sign("goods_per_head", "agricultural_output", +1, {"goods_per_head": 0.6}),
    )

    animals: float = parameter(LogNormal(0.46, 0.26), "1", "economy trial run (fitted)")
    hands: float = parameter(LogNormal(0.312, 0.396), "1", "economy trial run (fitted)")
    plant: float = parameter(
        LogNormal(0.20, 0.25), "1", "economy trial run: trend of other crops, here by plant"
    )
    goods: float = fixed(0.30, "1", "economy trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return other crops and the index of farm output."""
        plant = jnp.maximum(now.plant_capital[A] * now.plant_technique[A] / 45.0, 0.05)
        hands = jnp.maximum((now.peasants + now.kulaks) / 130.4, 0.02) ** self.hands
        market = (1.0 - now.collectivised_share) * self.goods
        goods = jnp.clip(now.goods_per_head, 0.03, 1.2) ** market
        other = hands * plant**self.plant * goods * now.farm_effort * now.sown_area**0.5
        grain = (now.grain_output - now.seed_grain - 0.8 * now.feed_grain) / 48.0
        herd = 0.8 * now.cattle / 60.6 + 0.2 * now.horses / 35.8
        fed = jnp.clip(
            now.feed_grain / jnp.maximum(0.30 * now.cattle + 0.33 * now.horses, 0.1) / 0.667, 0.2, 4.0
        )
        yield Set("other_crops", other)
        output = 37.0 * jnp.maximum(grain, 0.05) + 31.0 * herd * fed**self.animals + 32.0 * other
        yield Set("agricultural_output", output)
