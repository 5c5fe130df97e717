r"""Missing skill: posts go to specialists whom workers cannot replace or check.

.. math:: s' = s + 0.2 (\mathrm{clip}(0.95 - 0.6 c - 0.25 w - 0.2 d) - s)

:math:`c` culture, :math:`w` worker control, :math:`d` development (1 - peasant share).

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Specialists()(state(worker_control=0.1), year())))
{'specialist_weight': 0.6158}
"""

from collections.abc import Iterator

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class Specialists(Mechanism):
    """The less people can administer, the more posts specialists hold outside workers' control."""

    canon = ("specialist-dependence", "backwardness-scarcity")
    source = "canon: specialist-dependence, backwardness-scarcity; constants are assumptions"
    signs = (
        Sign("culture_level", "specialist_weight", -1),
        Sign("worker_control", "specialist_weight", -1),
        Sign("peasant_share", "specialist_weight", +1),
    )

    need: float = parameter(LogNormal(0.95, 0.1), "share", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the share of posts held by specialists outside workers' control."""
        own = 0.6 * now.culture_level + 0.25 * now.worker_control + 0.2 * (1.0 - now.peasant_share)
        yield Set(
            "specialist_weight",
            now.specialist_weight + 0.2 * (within(self.need - own) - now.specialist_weight),
        )
