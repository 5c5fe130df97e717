r"""The retreat to the market: hunger and revolt in the village, once the war lets go.

.. math:: p = \sigma(12 (0.9 h + 0.5 (-y)^+ - 0.8 I + 0.1 (1-M) - \theta)), \quad \text{only before
          NEP and turn}

:math:`h` dearth, :math:`y` peasant support, :math:`I` intervention, :math:`M` morale.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(dearth=0.6, peasant_support=-0.3, emergency_rule=0.9)
>>> amounts(list(NepDecision()(now, year())))["nep"]
1.0
>>> amounts(list(NepDecision()(now, year(keep_requisition=1.0))))["nep"]
0.0
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year
from .gates import above, likely


@mechanism
class NepDecision(Mechanism):
    """Government gives the village a tax and a market when requisition costs it food and peasants."""

    canon = ("nep-incentive-recovery",)
    source = "trial run of the polity block; Nove 1992 on the motives"
    signs = (
        Sign("dearth", "nep", +1, {"chance": 0.5, "dearth": 0.33, "peasant_support": -0.1}),
        Sign("intervention", "nep", -1, {"chance": 0.5, "dearth": 0.45, "intervention": 0.0}),
        Sign("nep_years", "nep_years", +1, {"nep": 1.0, "dearth": 0.6}),
    )
    luck = ("nep-decision",)

    threshold: float = parameter(Uniform(0.28, 0.5), "index", "polity trial run")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return whether peasants may sell freely, and harvests since."""
        need = 0.9 * now.dearth + 0.5 * above(-now.peasant_support) - 0.8 * now.intervention
        pressed = likely(need + 0.1 * (1.0 - now.worker_morale), self.threshold, 12.0)
        decided = (year.luck["nep-decision"] < pressed * (1.0 - year.lever.keep_requisition)) & (
            now.turn < 0.5
        )
        nep = jnp.where(now.turn > 0.5, 0.0, jnp.maximum(now.nep, jnp.asarray(decided, float)))
        yield Set("nep", nep)
        yield Set("nep_years", jnp.where(nep > 0, now.nep_years + 1.0, 0.0))
