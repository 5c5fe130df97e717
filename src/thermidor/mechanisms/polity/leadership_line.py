r"""What a deviating leader can do: the programme counts as far as the apparatus lets it.

.. math:: \ell = \mathrm{lever}\,(1 - k)

:math:`k` how far the apparatus annuls a deviating leader (nought in the body: persons matter fully).

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(LeadershipLine()(state(), year(leader_left=1.0))))
{'line_left': 1.0, 'line_right': 0.0}
"""

from collections.abc import Iterator

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class LeadershipLine(Mechanism):
    """A leader of the left or the right brings a programme into the leadership."""

    canon = ("structure-over-personality",)
    source = "canon: structure-over-personality; scenario settings"
    signs = (
        Sign("leader_left", "line_left", +1),
        Sign("leader_discount", "line_left", -1, {"leader_left": 1.0}),
        Sign("leader_right", "line_right", +1),
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the weight of each programme."""
        room = 1.0 - within(now.leader_discount)
        yield Set("line_left", year.lever.leader_left * room)
        yield Set("line_right", year.lever.leader_right * room)
