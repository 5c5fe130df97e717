r"""Accumulation for rule: plant is built because power rests on it, the more so the more a class acts as one.

.. math:: A = 0.95\, B\,(0.45 + 0.55 k)

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(PowerNeeds(strength=1.0)(state(bureaucracy_autonomy=0.7, bureaucracy_cohesion=0.6), year())))
{'ambition_drive': 0.5187}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..scales import POWER_NEEDS


@mechanism
class PowerNeeds(Mechanism):
    """Ambition follows autonomy and cohesion, not need, gap or rivals."""

    canon = ("surplus-to-state-needs",)
    source = "canon: surplus-to-state-needs (slot accumulation); trial run of the polity block"
    signs = (
        Sign("bureaucracy_autonomy", "ambition_drive", +1),
        Sign("bureaucracy_cohesion", "ambition_drive", +1),
    )

    strength: float = strength("accumulation")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return ambition for the needs of rule."""
        drive = now.bureaucracy_autonomy * (0.45 + 0.55 * now.bureaucracy_cohesion)
        yield Add("ambition_drive", self.strength * POWER_NEEDS.value * drive)
