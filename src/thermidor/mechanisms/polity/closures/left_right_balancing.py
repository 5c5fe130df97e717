r"""The centre leans on the right until rich peasants frighten it, then takes over the left's policy by force.

.. math:: q = 0.45\, K\,(0.5 + f)(1 - 0.4 G)

:math:`K` weight of rich peasants, :math:`f` grain panic (six times the shortfall), :math:`G` left
opposition (while it lives, the centre needs the right).

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(grain_shortfall=0.2, kulak_weight=0.6)
>>> amounts(list(LeftRightBalancing(strength=1.0)(now, year())))
{'turn_drive': 0.3672}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..scales import GRAIN_PANIC


@mechanism
class LeftRightBalancing(Mechanism):
    """The apparatus turns against whichever side threatens it more."""

    canon = ("left-right-balancing",)
    source = "canon: left-right-balancing; trial run of the polity block"
    signs = (
        Sign("kulak_weight", "turn_drive", +1),
        Sign("opposition_strength", "turn_drive", -1),
        Sign("grain_shortfall", "turn_drive", +1),
    )

    strength: float = strength("turn-1928")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pressure of the fear of rich peasants."""
        panic = GRAIN_PANIC.value * now.grain_shortfall
        fear = 0.45 * now.kulak_weight * (0.5 + panic) * (1.0 - 0.4 * now.opposition_strength)
        yield Add("turn_drive", self.strength * fear)
