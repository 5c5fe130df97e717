r"""The party changes from bench workers to office holders.

.. math:: w' = w + 0.12 (0.15 + 0.5 D + 0.15 (1-B) - w) - 0.03 (1-v) N w

:math:`v` wave abroad: when it ebbs, former middle classes recover confidence and enter (:math:`N` patronage).

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(PartyWorkers()(state(soviet_democracy=0.2, bureaucracy_autonomy=0.6), year())))
{'party_worker_share': -0.03669}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class PartyWorkers(Mechanism):
    """Promotion takes workers off the bench; intake under the apparatus brings officials."""

    canon = ("party-social-recomposition", "reaction-infiltration")
    source = "canon: party-social-recomposition, reaction-infiltration; trial run of the polity block"
    signs = (
        Sign("bureaucracy_autonomy", "party_worker_share", -1),
        Sign("revolution_wave", "party_worker_share", +1),
    )

    renewal: float = parameter(LogNormal(0.12, 0.3), "1/year", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the share of party members at the bench."""
        held = now.party_worker_share
        aim = 0.15 + 0.5 * now.soviet_democracy + 0.15 * (1.0 - now.bureaucracy_autonomy)
        entered = 0.03 * (1.0 - now.revolution_wave) * now.patronage_network * held
        yield Add("party_worker_share", self.renewal * (aim - held) - entered)
