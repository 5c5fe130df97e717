r"""Strikes: organised and ready workers in want.

.. math:: a = a_0\, O M s^2

Participants per 1000 workers a year; only the fall over the nineteen-twenties is in the record.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Strikes()(state(scarcity=0.5), year())))
{'strike_activity': 69.46875}
"""

from collections.abc import Iterator

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Strikes(Mechanism):
    """Strikes rise with want and with the means to act on it."""

    canon = ("union-transmission-belt",)
    source = "trial run of the polity block; strike counts of the record"
    signs = (
        Sign("worker_self_organisation", "strike_activity", +1),
        Sign("worker_morale", "strike_activity", +1),
        Sign("scarcity", "strike_activity", +1),
    )

    scale: float = parameter(LogNormal(570.0, 0.3), "per 1000 workers per year", "scaled to the first year")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return participants per 1000 workers."""
        ready = now.worker_self_organisation * now.worker_morale
        yield Set("strike_activity", self.scale * ready * now.scarcity**2)
