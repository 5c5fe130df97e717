r"""Collective farms: by force at the speed of ambition, or by choice where it pays.

.. math:: K_c' = K_c + T v (0.4 + a)(1 - K_c)\,[\text{0.3 in the first year}] + (0.003 + 0.07 g)(1-T)(1-K_c)

:math:`v` speed, :math:`a` ambition over 0.6, :math:`g` subsidies, credit and machines for cooperatives.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Collectives()(state(turn=1.0, turn_years=2.0, ambition=0.6), year())))
{'collectivised_share': 0.36, 'collectivisation_speed': 0.36, 'voluntary': 0.0}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class Collectives(Mechanism):
    """Households are collectivised under force; incentives draw them more slowly."""

    canon = ("forced-collectivisation", "voluntary-collectivisation-incentives")
    source = "joined trial runs, section 2 (speed 0.36); canon: voluntary-collectivisation-incentives"
    signs = (
        Sign("ambition", "collectivised_share", +1, {"turn": 1.0, "turn_years": 2.0}),
        Sign("cooperatives", "collectivised_share", +1, {"soviet_power": 1.0}),
        Sign("turn", "voluntary", -1, {"turn_years": 2.0, "soviet_power": 1.0}),
    )

    speed: float = parameter(
        LogNormal(0.36, 0.25), "1/year", "joined trial runs; sets the size of the famine"
    )
    joining: float = parameter(LogNormal(0.07, 0.4), "1/year", "assumption: cooperatives with machines")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the collectivised share, its growth by force, and the voluntary part."""
        held, over = now.collectivised_share, now.restored
        room, first = 1.0 - held, jnp.where(now.turn_years < 1.5, 0.3, 1.0)
        pace = jnp.clip(0.4 + 0.6 * now.ambition / 0.6, 0.0, 1.6)
        forced = now.turn * within(self.speed * pace) * first * room * (1.0 - over)
        open_ = (1.0 - now.turn) * now.soviet_power
        joined = (0.003 + self.joining * year.lever.cooperatives) * open_ * room
        left = 0.06 * over * held
        chosen = now.voluntary * held + joined
        yield Set("collectivised_share", held + forced + joined - left)
        yield Set("collectivisation_speed", forced)
        yield Set(
            "voluntary",
            jnp.where(held + forced + joined > 1e-6, chosen / (held + forced + joined + 1e-9), 0.0),
        )
