r"""The state takes grain by market, by quota on the harvest it expects, or by requisition.

.. math:: F = \kappa\,(q + \tfrac{x + r}{\bar H})\,\bar H + \rho\,(\varrho\,\bar H), \qquad
   q = \mathrm{clip}(\pi N/\bar H, 0.15, 0.42)\,\lambda

Quotas are fixed on the **expected** harvest, so a bad crop falls on those who grew it (Meng, Qian and Yared
2015). After the turn single farms are given tasks too: a share :math:`l` of the quota, within
:math:`\kappa`. Forced takes stop at a floor per villager, lower under pressure. :math:`x + r` is the export
and reserve aim of the drive. Under requisition a black market of 0.3 of the free offer remains.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(collectivised_share=1.0, town_people=50.0, army=0.0, expected_harvest=60.0, grain_output=70.0,
...             export_plan=0.0)
>>> round(amounts(list(Procurement(reserve=0.0)(now, year())))["grain_procured"], 3)
15.0
"""

from collections.abc import Iterator

import jax.numpy as jnp
from jax import Array

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogitNormal, LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Procurement(Mechanism):
    """Grain leaves the village by sale, quota or force."""

    canon = (
        "collectivisation-famine",
        "forced-collectivisation",
        "grain-strike",
        "state-primitive-accumulation",
    )
    source = "Meng, Qian and Yared 2015; economy trial run 2.1"
    signs = (
        Sign("quota_pressure", "grain_procured", +1, {"collectivised_share": 1.0, "town_people": 60.0}),
        Sign("procurement_scale", "grain_procured", +1, {"collectivised_share": 1.0}),
        Sign("expected_harvest", "grain_procured", +1, {"requisition": 1.0, "requisition_rate": 0.1}),
        Sign(
            "scissors_ratio", "grain_procured", -1, {"kulak_share_marketed": 0.5, "private_sector_share": 0.4}
        ),
    )

    ration: float = fixed(0.30, "t per town head", "economy trial run (assumption)")
    reserve: float = parameter(
        LogNormal(3.0, 0.3), "Mt at full drive", "procurement of 1930-31 above town need"
    )
    floor: float = fixed(0.138, "t per villager", "0.8 of subsistence 0.173, economy trial run")
    tough: float = parameter(LogNormal(0.384, 0.49), "1", "economy trial run (fitted)")
    first: float = parameter(
        LogitNormal(0.5, 0.4),
        "private share of grain over that of all trade",
        "state and cooperatives bought grain first",
    )
    levied: float = parameter(
        LogitNormal(0.4, 0.4),
        "share of the quota",
        "tasks set to single farms after the turn; Davies and Wheatcroft 2004",
    )
    black: float = fixed(0.3, "share of free offer", "economy trial run (assumption); town grain 1918-20")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return grain taken or bought by the state, private sales, and the forced share."""
        single = 1.0 - now.collectivised_share
        coll = 1.0 - single * (1.0 - self.levied * now.turn)
        req = now.requisition * (1.0 - coll)
        free = (1.0 - coll - req) * now.market_offer
        black = self.black * req * now.market_offer
        net = jnp.maximum(now.grain_output - now.seed_grain, 0.1)
        villagers = now.peasants + now.kulaks
        floor = self.floor * (1.0 - 0.35 * self.tough) * villagers
        room = jnp.maximum(net - free - black - floor, 0.05 * net)
        forced = jnp.minimum(coll * self._quota(now, year) + req * self._requisitioned(now), room)
        forced = jnp.minimum(forced, 0.95 * net - free - black)
        forced = jnp.maximum(forced, 0.0)
        wedge = jnp.clip(now.scissors_ratio - 1.0, 0.0, 1.0)
        traders = self.first * now.private_sector_share
        private = jnp.clip(traders * (1.0 + now.kulak_share_marketed * wedge), 0.0, 0.95)
        taken = forced + free * (1.0 - private)
        yield Set("grain_procured", taken)
        yield Set("grain_taken", taken)
        yield Set("grain_private", free * private + black)
        yield Set("forced_share", forced / net)

    def _quota(self, now: State, year: Year) -> Array:
        """Return the plan for collectives, Mt."""
        need = self.ration * (now.town_people + now.army)
        crop = jnp.maximum(now.expected_harvest, 1.0)
        share = jnp.clip(need * now.quota_pressure / crop, 0.15, 0.42)
        aims = now.export_plan + self.reserve * now.turn * jnp.clip(2.0 * now.drive_disorder, 0.0, 1.0)
        return jnp.minimum(share + aims / crop, 0.48) * crop * year.lever.procurement_scale

    def _requisitioned(self, now: State) -> Array:
        """Return what requisition asks, Mt."""
        return now.requisition_rate * now.expected_harvest
