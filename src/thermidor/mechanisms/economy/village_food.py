r"""What stays in the village is seed, fodder, food and reserve, in that order of claims.

.. math:: H = S + F + V + Q + \Delta R_v, \qquad
   F = \min(3B, \; \max(0, Z - 0.245 L) + \phi\min(Z, 0.245 L))

:math:`Z` grain left after seed and sales, :math:`B` the herd's need (0.30 t a head of cattle, 0.33 t a
horse), :math:`L` villagers. A share :math:`\phi` is fed to draught and milch animals before people eat, and
the surplus over need as well. The reserve gives up to four fifths when food is short in the mean, or where
grain is taken by force, for there some villages are short first; it fills from fodder when there is plenty.
With fodder first nobody would feel a quota, with fodder last the herds would vanish: both were tried.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(grain_output=70.0, seed_grain=10.0, grain_marketed=15.0, village_grain=61.5)
>>> got = amounts(list(VillageFood(feed_first=0.2)(now, year())))
>>> round(got["village_food"], 3)
25.558
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year

FORCE_BORNE = 0.12  # share of the net crop that force takes without hunger (economy trial run)


@mechanism
class VillageFood(Mechanism):
    """The village shares what it keeps between animals, people and reserve."""

    canon = ("collectivisation-famine",)
    source = "economy trial run 2.1"
    signs = (
        Sign("grain_marketed", "village_food", -1, {"grain_output": 50.0, "village_grain": 30.0}),
        Sign(
            "forced_share",
            "village_food",
            +1,
            {"forced_share": 0.2, "grain_output": 60.0, "village_grain": 60.0},
        ),
        Sign("seed_grain", "feed_grain", -1, {"grain_output": 70.0, "village_grain": 60.0}),
    )

    feed_first: float = parameter(LogNormal(0.235, 0.17), "share", "economy trial run (fitted)")
    enough: float = fixed(0.245, "t per head", "economy trial run (assumption)")
    borne: float = fixed(FORCE_BORNE, "share of the net crop", "economy trial run: borne without hunger")
    reserve: float = parameter(LogNormal(0.05, 0.4), "t per head", "economy trial run")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return fodder, food and the village reserve."""
        people = jnp.maximum(now.peasants + now.kulaks, 1e-3)
        supply = jnp.maximum(now.grain_output - now.seed_grain - now.grain_marketed, 0.0)
        held = now.village_grain - (now.grain_output - now.grain_marketed)
        need = self.enough * people
        herd = 3.0 * (0.30 * now.cattle + 0.33 * now.horses)
        feed = jnp.minimum(
            jnp.maximum(supply - need, 0.0) + self.feed_first * jnp.minimum(supply, need), herd
        )
        left = supply - feed
        pressed = jnp.clip((now.forced_share - self.borne) / 0.15, 0.0, 1.0 - now.plots_lawful)
        open_to = 0.8 * jnp.maximum(held, 0.0)
        short = jnp.maximum((1.0 - self.feed_first) * need - left, 0.0)
        given = jnp.maximum(jnp.minimum(open_to, short), pressed * open_to)
        keep = self.reserve * (1.0 - 0.5 * now.collectivised_share) * (1.0 - 0.9 * now.requisition)
        spare = 0.3 * (1.0 - pressed) * jnp.maximum(supply - need, 0.0)
        stored = jnp.minimum(jnp.maximum(keep * people - held, 0.0), spare)
        eaten = jnp.minimum(left + given, 1.1 * need)
        change = stored - given
        feed = supply - eaten - change
        yield Move("village_grain", "consumed", now.seed_grain + feed + eaten)
        yield Set("feed_grain", feed)
        yield Set("village_food", eaten)
        yield Set("reserve_change", now.reserve_change + change)
