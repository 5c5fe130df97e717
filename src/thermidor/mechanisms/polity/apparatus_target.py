r"""The cost of rule: officials to feed, police on top, and the claim of the ruling group.

.. math:: u = 0.04 + 0.25 S/N + c, \qquad e = 0.004 + 0.004 p (1 - k)

:math:`S` officials, :math:`N` people, :math:`c` police beyond administration, :math:`p` privilege,
:math:`k` capped pay.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(ApparatusTarget()(state(bureaucracy_size=1.75, privilege=3.0, police_cost=0.01), year())))
{'apparatus_target': 0.05275, 'elite_target': 0.016}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class ApparatusTarget(Mechanism):
    """Supervision and privilege are paid out of the surplus, and police on top."""

    canon = ("apparatus-cost-burden", "privilege-ratchet", "surplus-to-state-needs")
    source = "canon: apparatus-cost-burden; joined trial runs, section 2"
    signs = (
        Sign("bureaucracy_size", "apparatus_target", +1),
        Sign("police_cost", "apparatus_target", +1),
        Sign("privilege", "elite_target", +1),
    )

    base: float = parameter(LogNormal(0.04, 0.2), "share", "joined trial runs")
    officials: float = parameter(LogNormal(0.25, 0.2), "1", "joined trial runs")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the planned shares of apparatus and ruling group in national income."""
        size = self.officials * now.bureaucracy_size / jnp.maximum(now.population, 1.0)
        yield Set("apparatus_target", self.base + size + now.police_cost)
        yield Set("elite_target", 0.004 + 0.004 * now.privilege * (1.0 - 0.5 * year.lever.capped_pay))
