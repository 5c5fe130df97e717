r"""A break in the aim of production: accumulation takes priority as rivals press (cause).

.. math:: q = 0.75\, a

:math:`a` ambition of last year, which here follows rivals.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(AccumulationBreak(strength=1.0)(state(ambition=0.7), year())))
{'turn_drive': 0.525}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..scales import BREAK


@mechanism
class AccumulationBreak(Mechanism):
    """Forced accumulation, once it is the aim, does not leave the village its own pace."""

    canon = ("accumulation-drive-1928", "state-primitive-accumulation")
    source = "canon: accumulation-drive; trial run of the polity block"
    signs = (Sign("ambition", "turn_drive", +1),)

    strength: float = strength("turn-1928")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pressure of the aim."""
        yield Add("turn_drive", self.strength * BREAK.value * now.ambition)
