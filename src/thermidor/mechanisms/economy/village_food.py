r"""What stays in the village is seed, fodder, food and reserve, in that order of claims.

.. math:: H = S + F + V + Q + \Delta R_v, \qquad
   F = \phi\,Z + \min(3B - \phi Z, \max(0, Z(1-\phi) - 0.245 L))

:math:`Z` grain left after seed and sales, :math:`B` the herd's need (0.30 t a head of cattle, 0.33 t a horse), :math:`L` villagers.
A share :math:`\phi` is fed to draught and milch animals before people eat; the reserve gives up to four
fifths when food is short and fills when there is plenty. With fodder first nobody would feel a quota, with fodder last
the herds would vanish: both were tried.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(grain_output=70.0, seed_grain=10.0, grain_marketed=15.0, village_grain=61.5)
>>> got = amounts(list(VillageFood(feed_first=0.2)(now, year())))
>>> round(got["village_food"], 3)
31.948
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class VillageFood(Mechanism):
    """The village shares what it keeps between animals, people and reserve."""

    canon = ("collectivisation-famine",)
    source = "economy trial run 2.1"
    signs = (
        Sign("grain_marketed", "village_food", -1, {"grain_output": 50.0, "village_grain": 42.0}),
        Sign("cattle", "feed_grain", +1, {"grain_output": 110.0, "cattle": 30.0, "village_grain": 100.0}),
    )

    feed_first: float = parameter(LogNormal(0.235, 0.17), "share", "economy trial run (fitted)")
    enough: float = fixed(0.245, "t per head", "economy trial run (assumption)")
    reserve: float = parameter(LogNormal(0.05, 0.4), "t per head", "economy trial run")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return fodder, food and the village reserve."""
        people = jnp.maximum(now.peasants + now.kulaks, 1e-3)
        supply = jnp.maximum(now.grain_output - now.seed_grain - now.grain_marketed, 0.0)
        held = now.village_grain - (now.grain_output - now.grain_marketed)
        need = self.enough * people
        herd = 3.0 * (0.30 * now.cattle + 0.33 * now.horses)
        first = jnp.minimum(self.feed_first * supply, herd)
        left = supply - first
        spare = jnp.maximum(left - need, 0.0)
        given = jnp.minimum(0.8 * jnp.maximum(held, 0.0), jnp.maximum(need - left, 0.0))
        keep = self.reserve * (1.0 - 0.5 * now.collectivised_share) * (1.0 - 0.9 * now.requisition)
        stored = jnp.minimum(jnp.maximum(keep * people - held, 0.0), 0.3 * spare)
        fed = jnp.minimum(spare - stored, herd - first)
        eaten = jnp.minimum(left - stored - fed + given, 1.25 * need)
        change = stored - given
        feed = supply - eaten - change
        yield Move("village_grain", "consumed", now.seed_grain + feed + eaten)
        yield Set("feed_grain", feed)
        yield Set("village_food", eaten)
        yield Set("reserve_change", now.reserve_change + change)
