r"""A large machine of supervision must be fed out of the surplus, and people see what it eats.

.. math:: \Delta \mathit{Leg} = -b\,(s_a - 0.04)^{+}, \qquad \Delta \tau_a = a\,X\,(1 - \mathit{Leg})

:math:`s_a` is the share of the apparatus in the national income, :math:`X` coercion: the less
acceptance, the more police must be paid for (:math:`\tau_a`, claim on next year's income).

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(apparatus_share=0.10, coercion=0.6, legitimacy=0.4)
>>> amounts(list(ApparatusCostBurden()(now, year())))
{'legitimacy': -0.009, 'police_cost': 0.018}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class ApparatusCostBurden(Mechanism):
    """Police cost rises with coercion and want of acceptance, and costs acceptance."""

    canon = ("apparatus-cost-burden",)
    source = "Canon form a0 + a1 (1 - legitimacy); Shachtman 1951; slot coercion"
    signs = (
        Sign("coercion", "police_cost", +1),
        Sign("legitimacy", "police_cost", -1, {"coercion": 0.6}),
        Sign("apparatus_share", "legitimacy", -1, {"apparatus_share": 0.1}),
    )

    burden: float = parameter(LogNormal(0.15, 0.4), "1/year", "assumption")
    police: float = parameter(LogNormal(0.05, 0.3), "share of income", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the burden and the claim."""
        yield Add("legitimacy", -self.burden * jnp.maximum(now.apparatus_share - 0.04, 0.0))
        yield Set("police_cost", self.police * now.coercion * (1 - now.legitimacy))
