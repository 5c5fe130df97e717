r"""Hungry townspeople go back to the village, unless passes hold them.

.. math:: f = \phi\,\max(0, 1 - r/.27)^{1.5}\,(1 - p)\,N, \qquad p = \min(1.2\,x\,\kappa, 0.75)

:math:`r` town ration, :math:`x` coercion, :math:`\kappa` collectivised share: internal passes are an arm of
police rule over a village that people leave.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Flight()(state(town_ration=0.27), year())))["dependants > peasants"]
0.0
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Flight(Mechanism):
    """Towns empty when they starve."""

    canon = ("war-attrition-of-working-class",)
    source = "economy trial run 2.4; Koenker 1985 on the towns of 1918-20"
    signs = (
        Sign("town_ration", "peasants", -1, {"town_ration": 0.15}),
        Sign("coercion", "peasants", -1, {"town_ration": 0.15, "collectivised_share": 0.8}),
    )

    readiness: float = parameter(LogNormal(0.40, 0.33), "1/year", "economy trial run (fitted)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return those who go back to the village."""
        want = jnp.clip(1.0 - now.town_ration / 0.27, 0.0, 1.0) ** 1.5
        passes = jnp.clip(1.2 * now.coercion * now.collectivised_share, 0.0, 0.75)
        share = jnp.clip(self.readiness * want * (1.0 - passes), 0.0, 0.25)
        yield Move("dependants", "peasants", share * now.dependants)
        yield Move("idle", "peasants", share * now.idle)
        yield Move("workers", "peasants", share * now.workers)
        yield Move("employees", "peasants", share * now.employees)
        yield Set(
            "migration", now.migration - share * (now.dependants + now.idle + now.workers + now.employees)
        )
