r"""A class asserting itself strips owners of property and workers of rights in one movement.

.. math:: q = 0.35 B + 0.5 k, \qquad \Delta = 0.25\, k\, T

:math:`B` autonomy, :math:`k` cohesion; :math:`\Delta` speeds the loss of control by both after the turn.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(bureaucracy_autonomy=0.7, bureaucracy_cohesion=0.6)
>>> amounts(list(DualExpropriation(strength=1.0)(now, year())))
{'turn_drive': 0.545, 'expropriation_drive': 0.0}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class DualExpropriation(Mechanism):
    """Cohesion and autonomy, with or without a grain crisis, bring the act of a new class."""

    canon = ("dual-expropriation",)
    source = "canon: dual-expropriation; trial run of the polity block"
    signs = (
        Sign("bureaucracy_cohesion", "turn_drive", +1),
        Sign("bureaucracy_autonomy", "turn_drive", +1),
        Sign("turn", "expropriation_drive", +1),
    )

    strength: float = strength("turn-1928")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pressure of the class, and the speed of expropriation."""
        yield Add(
            "turn_drive", self.strength * (0.35 * now.bureaucracy_autonomy + 0.5 * now.bureaucracy_cohesion)
        )
        yield Add("expropriation_drive", self.strength * 0.25 * now.bureaucracy_cohesion * now.turn)
