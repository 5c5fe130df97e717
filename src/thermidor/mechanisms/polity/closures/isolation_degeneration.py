r"""Isolation times scarcity: a poor and lonely revolution breeds distributors.

.. math:: o = 1.3\, i\, s

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(IsolationDegeneration(strength=1.0)(state(scarcity=0.5), year())))
{'origin_drive': 0.6175}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..scales import ISOLATION


@mechanism
class IsolationDegeneration(Mechanism):
    """Isolation and want together; either alone is harmless."""

    canon = ("isolation-degeneration", "backwardness-scarcity")
    source = "canon: isolation-degeneration; Trotsky 1936, ch. 5; trial run of the polity block"
    signs = (Sign("isolation", "origin_drive", +1, {"isolation": 0.7}), Sign("scarcity", "origin_drive", +1))

    strength: float = strength("origin")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pull of isolation in want."""
        yield Add("origin_drive", self.strength * ISOLATION.value * now.isolation * now.scarcity)
