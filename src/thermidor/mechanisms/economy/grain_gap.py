r"""Need and offer of grain meet: what towns, soldiers and planned exports ask against what is sold.

.. math:: N = n\,T + n\,M + X, \qquad X = x\,(1 + c\,\alpha), \qquad \Gamma = \max(0, (N - O)/N)

:math:`T` town people, :math:`M` soldiers, :math:`n` the ration planned, :math:`X` planned export, which
grows with the ambition :math:`\alpha` because machines are paid in grain. A gap is counted only once two
harvests have been sold freely: before that, want is dearth and not a strike.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(town_people=40.0, army=0.0, market_offer=9.6, nep=1.0, nep_years=3.0, ambition=0.0)
>>> amounts(list(GrainGap(ration=0.3, export=0.0)(now, year())))
{'grain_need': 12.0, 'grain_gap': 0.2}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class GrainGap(Mechanism):
    """The state needs more grain than the village offers."""

    canon = ("grain-strike", "peasant-marketing-disincentive")
    source = "joined run of the blocks, 4 and 7; Lewin 1968 on the procurement crisis"
    signs = (
        Sign("market_offer", "grain_gap", -1, {"nep": 1.0, "nep_years": 4.0, "market_offer": 9.0}),
        Sign("ambition", "grain_gap", +1, {"nep": 1.0, "nep_years": 4.0, "market_offer": 9.0}),
        Sign("town_people", "grain_need", +1),
    )

    ration: float = parameter(LogNormal(0.31, 0.05), "t per head", "joined run (adjusted)")
    export: float = parameter(LogNormal(1.6, 0.3), "Mt", "exports of grain under NEP: 2-2.5 Mt (assumption)")
    ambition: float = parameter(LogNormal(3.0, 0.6), "1", "assumption: grain for machines")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return what towns, army and export plan ask, and the share not offered."""
        export = self.export * (1.0 + self.ambition * now.ambition)
        need = self.ration * (now.town_people + now.army) + export
        gap = jnp.clip(1.0 - now.market_offer / jnp.maximum(need, 0.1), 0.0, 1.0)
        sold_freely = now.nep * jnp.clip(now.nep_years - 2.0, 0.0, 1.0) * (1.0 - now.collectivised_share)
        yield Set("grain_need", need)
        yield Set("grain_gap", gap * sold_freely)
