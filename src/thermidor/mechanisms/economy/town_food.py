r"""What leaves the village feeds soldiers, foreign trade, towns and the store; what is left goes back.

.. math:: Q + P + I = T + A + X + \Delta R

Soldiers get their ration first, exports next up to a bound, towns the rest up to a full ration; the store
gives when towns fall short and fills when there is plenty; the excess returns to the village as fodder, net
of which procurement is counted.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(town_people=40.0, army=1.0, grain_procured=10.0, grain_private=2.3, export_plan=1.0,
...             state_grain=1.0, grain_output=70.0)
>>> got = amounts(list(TownFood()(now, year())))
>>> got["town_grain"], got["army_grain"], got["grain_export"], got["town_ration"]
(11.0, 0.3, 1.0, 0.275)
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class TownFood(Mechanism):
    """Marketed grain is shared among army, export, towns and reserve."""

    canon = ("state-primitive-accumulation", "external-debt-and-grain-import")
    source = "economy trial run 2.1; identity 3 of the frame"
    signs = (
        Sign(
            "grain_procured",
            "town_ration",
            +1,
            {"grain_procured": 6.0, "grain_private": 1.0, "export_plan": 0.0},
        ),
        Sign(
            "export_plan",
            "town_ration",
            -1,
            {"grain_procured": 6.0, "grain_private": 1.0, "export_plan": 1.0},
        ),
        Sign(
            "grain_import",
            "town_ration",
            +1,
            {"grain_procured": 6.0, "grain_private": 1.0, "export_plan": 0.0},
        ),
    )

    full: float = fixed(0.30, "t per head", "economy trial run (assumption)")
    alarm: float = fixed(0.24, "t per head", "assumption: ration at which the store is opened")
    soldier: float = fixed(0.30, "t per head", "economy trial run (assumption)")
    bound: float = fixed(0.45, "share", "assumption: most that is sent abroad, 1913 52 per cent")
    store: float = fixed(0.10, "share of town need", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the shares, the ration, and the movement of grain."""
        marketed = now.grain_procured + now.grain_private
        supply = marketed + now.grain_import
        army = jnp.minimum(self.soldier * now.army, 0.3 * supply)
        export = jnp.minimum(now.export_plan, self.bound * supply)
        left = supply - army - export
        full = self.full * now.town_people
        opened = jnp.minimum(0.6 * now.state_grain, jnp.maximum(self.alarm * now.town_people - left, 0.0))
        excess = jnp.maximum(left - full, 0.0)
        filled = jnp.minimum(0.3 * jnp.maximum(self.store * full - now.state_grain, 0.0), excess)
        back = jnp.minimum(excess - filled, 0.95 * marketed)
        town = jnp.minimum(left + opened, full)
        sold = 1.0 - back / jnp.maximum(marketed, 1e-9)
        yield Move("harvested", "village_grain", now.grain_output)
        yield Move("village_grain", "state_grain", marketed - back)
        yield Move("imported_grain", "state_grain", now.grain_import)
        yield Move("state_grain", "consumed", town + army + export)
        yield Set("grain_procured", now.grain_procured * sold)
        yield Set("grain_private", now.grain_private * sold)
        yield Set("grain_delivered", supply)
        yield Set("grain_marketed", marketed - back)
        yield Set("army_grain", army)
        yield Set("grain_export", export)
        yield Set("town_grain", town)
        yield Set("town_ration", town / jnp.maximum(now.town_people, 1e-3))
        yield Set("reserve_change", filled + excess - filled - back - opened)
