r"""Grain panic: the state measures what the village sells against what it has become used to buying.

.. math:: s = \frac{O}{N}, \quad u' = n\,\max(u, s), \quad f = n\,\mathrm{clip}\,a\Big(1 - \frac{s}{u^*}\Big),
          \quad u^* = \min(u', 1) + m\,(u' - 1)^{+}

:math:`O` grain offered, :math:`N` grain the state needs, :math:`n` a market in grain of more than two
harvests, :math:`m` how far a supply beyond need becomes a claim (stocks, exports), :math:`a` how
strongly a shortfall is felt. A village that has always sold little is poverty, with which towns and plans
have learnt to live; a supply that falls behind a need it once covered is read as a strike. Each draw is
measured against its own past.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(market_offer=15.0, grain_need=20.0, grain_usual=1.0, nep=1.0, nep_years=6.0)
>>> amounts(list(GrainPanic()(now, year())))
{'grain_usual': 1.0, 'grain_shortfall': 0.25}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogitNormal, LogNormal
from ...frame.state import State
from ...frame.year import Year
from .gates import above, within


@mechanism
class GrainPanic(Mechanism):
    """Grain that falls behind a need it used to cover alarms those who have to feed the towns."""

    canon = ("grain-strike",)
    source = "canon: grain-strike; Lewin 1968 on the procurement crisis; joined trial runs, section 4"
    signs = (
        Sign("market_offer", "grain_shortfall", -1, {"nep": 1.0, "nep_years": 6.0, "grain_usual": 1.5}),
        Sign("grain_need", "grain_shortfall", +1, {"nep": 1.0, "nep_years": 6.0, "grain_usual": 1.5}),
        Sign("grain_usual", "grain_shortfall", +1, {"nep": 1.0, "nep_years": 6.0, "grain_usual": 1.5}),
    )

    claim: float = parameter(
        LogitNormal(0.5, 0.5), "share", "assumption: half of a supply beyond need is soon counted on"
    )
    alarm: float = parameter(
        LogNormal(1.0, 0.4),
        "1",
        "scale of the alarm: set by hand on the joined loop, so known within two fifths",
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the best supply so far and the shortfall behind it."""
        free = now.nep * within(now.nep_years - 2.0)
        supply = now.market_offer / jnp.maximum(now.grain_need, 0.1)
        usual = jnp.where(free > 0.0, jnp.maximum(now.grain_usual, supply), 0.0)
        yield Set("grain_usual", usual)
        counted_on = jnp.minimum(usual, 1.0) + self.claim * above(usual - 1.0)
        yield Set(
            "grain_shortfall", free * within(self.alarm * (1.0 - supply / jnp.maximum(counted_on, 0.01)))
        )
