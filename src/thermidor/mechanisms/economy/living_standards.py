r"""Consumption by town and village: food as it is eaten, goods by place in the queue.

.. math:: c_N = f_N + g\,\omega / (N \omega + R), \qquad \omega = 1 + \omega_0\,r^{3/2}(1 + s\,v)

Town and village share food by grain eaten a head, goods by a town weight :math:`\omega` that falls as the
village shrinks (:math:`r` its share over the first year's) and rises with its collectivisation :math:`v`.
Habit follows slowly.

>>> from thermidor.frame.example import amounts, state, year
>>> change = amounts(list(LivingStandards()(state(), year())))
>>> round(change["town_consumption"] / change["village_consumption"], 2)
1.75
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.axes import A, C
from ...frame.change import Add, Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .balance import at_start


@mechanism
class LivingStandards(Mechanism):
    """Mass consumption per head, in town and village, against habit and against the first years."""

    canon = ("priority-system",)
    source = "Allen 2003 for the gap of 1.6 in the first year; economy trial run"
    signs = (
        Sign("consumption", "mass_consumption", +1),
        Sign("collectivised_share", "village_consumption", -1),
        Sign("consumption", "consumption_habit", +1, {"consumption_habit": 0.3}),
    )

    town: float = fixed(
        1.5, "extra goods per town head", "so that town lives 1.6 times as well at first; Allen 2003"
    )
    squeeze: float = parameter(LogNormal(0.7, 0.4), "share", "Allen 2003: gap 2.3 in the late thirties")
    habit: float = fixed(0.12, "1/year", "economy trial run")
    regained: float = fixed(
        0.0045, "units per head per index point", "first year's level regained before the drive (assumption)"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return consumption per head and goods offered."""
        town, village = jnp.maximum(now.town_people, 1.0), jnp.maximum(now.village_people, 1.0)
        head = now.consumption / (town + village)
        food = jnp.clip(now.final_demand[A], 0.05 * now.consumption, 0.6 * now.consumption)
        goods = now.consumption - food
        grain = jnp.maximum(jnp.stack([now.town_grain, now.village_food]), 0.5)
        eaten = jnp.clip((grain[0] / town) / (grain[1] / village), 0.4, 2.0) ** 0.5
        rural = (now.peasant_share / at_start("peasant_share")) ** 1.5
        rank = 1 + self.town * rural * (1 + self.squeeze * now.collectivised_share)
        in_town = food * eaten / (town * eaten + village) + goods * rank / (town * rank + village)
        yield Set("town_consumption", in_town)
        yield Set("village_consumption", (now.consumption - in_town * town) / village)
        yield Set("consumption_per_head", head)
        yield Set("mass_consumption", head / self.regained)
        yield Add("consumption_habit", self.habit * (head - now.consumption_habit))
        offered = (now.final_demand[C] + 0.5 * now.consumer_imports) / (town + village)
        first = (at_start("final_demand")[C] + 0.5 * at_start("consumer_imports")) / at_start("population")
        yield Set("goods_per_head", offered / first)
