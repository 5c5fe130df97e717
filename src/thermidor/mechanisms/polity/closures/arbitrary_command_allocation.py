r"""Officials without market or recall decide for themselves: power and privilege enter every plan.

.. math:: \Delta p = 0.10\, k B, \quad \Delta\tau = 0.08\, k c, \quad \Delta k = 0.3 B (1-D)

:math:`k` command, :math:`B` autonomy, :math:`c` cohesion, :math:`D` soviet democracy.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(regulator_command=0.9, bureaucracy_autonomy=0.7, soviet_democracy=0.1)
>>> amounts(list(ArbitraryCommandAllocation(strength=1.0)(now, year())))
{'privilege_drive': 0.063, 'tautness_drive': 0.0144, 'command_drive': 0.189}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class ArbitraryCommandAllocation(Mechanism):
    """Command takes the place of other regulators and serves those who give it."""

    canon = ("arbitrary-command-allocation",)
    source = "canon: arbitrary-command-allocation; rates are assumptions"
    signs = (
        Sign("regulator_command", "privilege_drive", +1),
        Sign("bureaucracy_cohesion", "tautness_drive", +1),
        Sign("bureaucracy_autonomy", "command_drive", +1),
    )

    strength: float = strength("regulation")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return claims, taut plans and the weight that command takes."""
        command, free = now.regulator_command, now.bureaucracy_autonomy
        yield Add("privilege_drive", self.strength * 0.10 * command * free)
        yield Add("tautness_drive", self.strength * 0.08 * command * now.bureaucracy_cohesion)
        yield Add("command_drive", self.strength * 0.3 * free * (1.0 - now.soviet_democracy))
