r"""One person's power: raised by patronage where nobody may object, limited by what officials remember.

.. math:: L' = L + l (\min(N\sqrt{1-Q}\,(0.6 + 0.4 T),\ 1 - m_p m) - L), \qquad \text{on a fall } L
          \times 0.45

:math:`N` patronage, :math:`Q` party democracy, :math:`T` the turn taken, :math:`m` memory of terror.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(patronage_network=0.8, party_democracy=0.1, turn=1.0, leader_concentration=0.5)
>>> amounts(list(LeaderConcentration()(now, year())))
{'leader_concentration': 0.577684}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class LeaderConcentration(Mechanism):
    """Power gathers in one hand, is halved by succession, and is bounded by fear of another terror."""

    canon = ("apparatus-patronage", "leader-turns-on-apparatus")
    source = "Egorov and Sonin 2011; Svolik 2012; trial run of the polity block"
    signs = (
        Sign("patronage_network", "leader_concentration", +1),
        Sign("party_democracy", "leader_concentration", -1, {"patronage_network": 0.5}),
        Sign("leader_fell", "leader_concentration", -1),
        Sign("leader_other", "leader_concentration", -1, {"patronage_network": 0.5}),
    )

    gathering: float = parameter(Uniform(0.2, 0.4), "1/year", "polity trial run")
    caution: float = parameter(Uniform(0.4, 0.8), "1", "polity trial run")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the decision power of one person."""
        closed = jnp.sqrt(within(1.0 - now.party_democracy))
        reach = now.patronage_network * closed * (0.6 + 0.4 * now.turn)
        reach = reach * (1.0 - 0.25 * year.lever.leader_other * (1.0 - within(now.leader_discount)))
        aim = jnp.minimum(reach, 1.0 - self.caution * now.terror_memory)
        grown = now.leader_concentration + self.gathering * (aim - now.leader_concentration)
        yield Set("leader_concentration", grown * (1.0 - 0.55 * now.leader_fell))
