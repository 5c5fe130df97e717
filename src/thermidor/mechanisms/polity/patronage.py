r"""Patronage: whoever appoints builds a following, the faster the less is decided by vote.

.. math:: N' = N + p (0.5 + 0.5 (1-D)) (1-N)(1 - 0.4 Q)(1 - 0.15 f)

:math:`Q` party democracy; :math:`f` the first leader, still in office, as counterweight.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Patronage()(state(), year())))
{'patronage_network': 0.041724}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class Patronage(Mechanism):
    """Control of the personnel organs lets one centre build a bloc of dependent officials."""

    canon = ("apparatus-patronage", "leader-incapacity")
    source = "canon: apparatus-patronage; Egorov and Sonin 2011 on loyal against able officials"
    signs = (
        Sign("soviet_democracy", "patronage_network", -1),
        Sign("party_democracy", "patronage_network", -1),
        Sign("leaders", "patronage_network", +1),
    )

    appointing: float = parameter(Uniform(0.08, 0.20), "1/year", "polity trial run")
    counterweight: float = fixed(0.15, "share", "assumption: weight of the first leader")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return appointments controlled by one centre."""
        room = (1.0 - now.patronage_network) * (1.0 - 0.4 * now.party_democracy)
        first = within(2.0 - now.leaders)
        pace = (
            self.appointing * (0.5 + 0.5 * (1.0 - now.soviet_democracy)) * (1.0 - self.counterweight * first)
        )
        yield Add("patronage_network", pace * room)
