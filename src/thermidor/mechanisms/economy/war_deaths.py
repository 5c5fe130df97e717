r"""War and epidemic kill: soldiers in proportion to the army, others in proportion to their number.

.. math:: s = \min(0.04 A, 0.4), \qquad D = D_s + D_c

:math:`A` soldiers (million), :math:`s` their share of the deaths. The number is given from outside
(Biraben's deaths less those of peace), as far as that war is in force.

>>> from thermidor.frame.example import amounts, state, year
>>> got = amounts(list(WarDeaths()(state(army=10.0, war=1.0), year(war_deaths=5.0, war_on_own_soil=1.0))))
>>> round(sum(got.values()), 4), round(got["army > killed"], 6)
(5.0, 2.0)
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year

CIVIL = ("peasants", "kulaks", "workers", "idle", "employees", "specialists", "officials", "dependants")


@mechanism
class WarDeaths(Mechanism):
    """Deaths by war and epidemic above normal."""

    canon = ("war-devastation", "war-attrition-of-working-class")
    source = "Biraben 1958; economy trial run, section 4"
    signs = (Sign("war_deaths", "killed", +1, {"war_on_own_soil": 0.5, "war": 0.5}),)

    soldiers: float = fixed(0.04, "share per million soldiers", "economy trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return deaths by war in each stratum."""
        given = year.forcing.war_on_own_soil
        force = jnp.where(given > 0.0, jnp.clip(now.war / jnp.maximum(given, 1e-3), 0.0, 1.5), 1.0)
        total = year.forcing.war_deaths * force
        army = jnp.minimum(total * jnp.clip(self.soldiers * now.army, 0.0, 0.4), 0.5 * now.army)
        people = sum((getattr(now, s) for s in CIVIL), jnp.zeros(()))
        yield Move("army", "killed", army)
        for stratum in CIVIL:
            yield Move(stratum, "killed", (total - army) * getattr(now, stratum) / people)
