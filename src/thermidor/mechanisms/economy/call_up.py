r"""Soldiers are called from village and town and go back there.

.. math:: \Delta A = \min(A^* - A, 0.12\,N_{adults}), \qquad A^* = A_{peace} + A_{war}

55 per cent from the village, 45 from towns, as in the trial run. Men go home as workers without work: the
workshop must take them again.

>>> from thermidor.frame.example import amounts, state, year
>>> got = amounts(list(CallUp()(state(army=1.0, army_target=2.0), year())))
>>> round(got["peasants > army"], 3), round(got["army > idle"], 3)
(0.55, 0.0)
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class CallUp(Mechanism):
    """The army is filled to its target."""

    canon = ("war-attrition-of-working-class",)
    source = "economy trial run 2.4"
    signs = (
        Sign("army_target", "army", +1, {"army_target": 3.0}),
        Sign("army_mobilised", "army", +1, {"army_mobilised": 1.0}),
    )

    village: float = fixed(0.55, "share", "economy trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return those called up and those sent home."""
        given = year.forcing.war_on_own_soil
        force = jnp.where(given > 0.0, jnp.clip(now.war / jnp.maximum(given, 1e-3), 0.0, 1.5), 1.0)
        target = now.army_target + year.forcing.army_mobilised * force
        called = jnp.clip(target - now.army, 0.0, 0.12 * now.ages[1])
        home = jnp.maximum(now.army - target, 0.0)
        yield Move("peasants", "army", self.village * called)
        yield Move("workers", "army", 0.5 * (1.0 - self.village) * called)
        yield Move("dependants", "army", 0.5 * (1.0 - self.village) * called)
        yield Move("army", "peasants", self.village * home)
        yield Move("army", "idle", (1.0 - self.village) * home)
