r"""Primitive accumulation by decree: the will to build needs the village's grain and people (cause).

.. math:: q = 0.55\, a

:math:`a` ambition of last year.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(TributeFromVillage(strength=1.0)(state(ambition=0.7), year())))
{'turn_drive': 0.385}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..scales import EMULATION


@mechanism
class TributeFromVillage(Mechanism):
    """Ambition without means of its own turns on the small producers."""

    canon = ("state-primitive-accumulation",)
    source = "canon: state-primitive-accumulation (slot turn); trial run of the polity block"
    signs = (Sign("ambition", "turn_drive", +1),)

    strength: float = strength("turn-1928")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pressure of the will to build."""
        yield Add("turn_drive", self.strength * EMULATION.value * now.ambition)
