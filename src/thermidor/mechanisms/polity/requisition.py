r"""Requisition: its weight follows decree, war and the absence of a market.

.. math:: q = (1-n)(1-\tau)\,\mathrm{clip}\frac{E - 0.2}{0.5}, \quad 0.35 \text{ in the first NEP year}, \quad
          \ge 0.8 w (1 - K_c)

:math:`E` emergency rule, :math:`\tau` the turn to force, :math:`w` war, :math:`K_c` collectivised share.
After the turn grain is taken by quotas (`procurement`), which need no detachments. The rate is 0.02 + 0.09 E
of the expected harvest.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Requisition()(state(emergency_rule=0.9), year())))
{'requisition': 1.0, 'requisition_rate': 0.101}
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
class Requisition(Mechanism):
    """Armed procurement comes with rule by decree and goes with the market."""

    canon = ("emergency-rule-ratchet", "nep-incentive-recovery")
    source = "joined trial runs, section 2; Malle 1985 on procurement in the civil war"
    signs = (
        Sign("emergency_rule", "requisition", +1, {"emergency_rule": 0.4}),
        Sign("nep", "requisition", -1, {"emergency_rule": 0.6, "nep_years": 3.0}),
        Sign("keep_requisition", "requisition", +1, {"nep": 1.0, "nep_years": 3.0}),
    )

    base: float = parameter(LogNormal(0.02, 0.3), "share", "joined trial runs")
    slope: float = parameter(LogNormal(0.09, 0.2), "share", "joined trial runs")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the weight of requisition (0-1) and its rate in the expected harvest."""
        decree = (1.0 - now.nep) * (1.0 - now.turn) * within((now.emergency_rule - 0.2) / 0.5)
        first = 0.35 * now.nep * (now.nep_years < 1.5)
        war = 0.8 * now.war * (1.0 - now.collectivised_share)
        kept = 0.8 * year.lever.keep_requisition * (1.0 - now.turn)
        yield Set("requisition", jnp.maximum(jnp.maximum(decree, first), jnp.maximum(war, kept)))
        yield Set("requisition_rate", self.base + self.slope * jnp.maximum(now.emergency_rule, now.war))
