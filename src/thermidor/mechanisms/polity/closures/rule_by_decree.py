r"""Emergency rule, once in being, governs on its own account.

.. math:: o = 0.85 \cdot 0.45\, E

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(RuleByDecree(strength=1.0)(state(emergency_rule=0.9), year())))
{'origin_drive': 0.34425}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..scales import DECREE


@mechanism
class RuleByDecree(Mechanism):
    """Commissars replace soviets for as long as decree lasts."""

    canon = ("emergency-rule-ratchet",)
    source = "canon: emergency-rule-ratchet (slot origin); trial run of the polity block"
    signs = (Sign("emergency_rule", "origin_drive", +1),)

    strength: float = strength("origin")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pull of rule by decree."""
        yield Add("origin_drive", self.strength * DECREE.value * now.emergency_rule)
