r"""A decimated working class leaves power to whoever holds the offices.

.. math:: o = 0.4\, i\,(1 - P)^+

:math:`P` worker power.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(WarAttritionOfWorkingClass(strength=1.0)(state(worker_power=0.4), year())))
{'origin_drive': 0.228}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..gates import above
from ..scales import ATTRITION


@mechanism
class WarAttritionOfWorkingClass(Mechanism):
    """Power passes upward as the class that took it wears out in isolation."""

    canon = ("war-attrition-of-working-class",)
    source = "canon: war-attrition-of-working-class (slot origin); trial run of the polity block"
    signs = (
        Sign("worker_power", "origin_drive", -1, {"worker_power": 0.5}),
        Sign("isolation", "origin_drive", +1, {"worker_power": 0.5, "isolation": 0.7}),
    )

    strength: float = strength("origin")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pull of a worn-out class."""
        yield Add(
            "origin_drive", self.strength * ATTRITION.value * now.isolation * above(1.0 - now.worker_power)
        )
