r"""Rich peasants rise under trade and are broken by force.

.. math:: K^* = 0.2\,\kappa_w\,R, \qquad K' = K + 0.25\,(K^* - K) - d\,\dot\kappa(1 - v)K

:math:`\kappa_w` weight of the upper stratum, :math:`R` villagers. In the drive a share of the stratum
flees to towns and the rest sinks into the mass; deportation is the police's and moved with the camps.

>>> from thermidor.frame.example import amounts, state, year
>>> got = amounts(list(VillageStrata(broken=2.0)(state(kulaks=5.0, collectivisation_speed=0.2), year())))
>>> round(got["kulaks > dependants"], 3)
0.7
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class VillageStrata(Mechanism):
    """Differentiation and dekulakisation."""

    canon = ("forced-collectivisation", "nep-differentiation", "state-primitive-accumulation")
    source = "Viola 2007: about 2 million exiled 1930-31; kulak_households_share of the record"
    signs = (
        Sign("kulak_weight", "kulaks", +1, {"kulak_weight": 0.6}),
        Sign("collectivisation_speed", "kulaks", -1),
    )

    broken: float = parameter(
        LogNormal(1.4, 0.25), "share per share collectivised", "Viola 2007, beside those exiled"
    )
    fled: float = fixed(0.35, "share", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return moves between kulaks, peasants, exile and towns."""
        force = (
            jnp.clip(self.broken * now.collectivisation_speed * (1.0 - now.voluntary), 0.0, 0.9) * now.kulaks
        )
        yield Move("kulaks", "dependants", self.fled * force)
        yield Move("kulaks", "peasants", (1.0 - self.fled) * force)
        step = 0.25 * (0.2 * now.kulak_weight * (now.peasants + now.kulaks) - (now.kulaks - force))
        yield Move("peasants", "kulaks", jnp.maximum(step, 0.0))
        yield Move("kulaks", "peasants", jnp.maximum(-step, 0.0))
