r"""The grain gap as occasion: towns that cannot be fed at the state's price make the apparatus act.

.. math:: q = 0.55 f, \quad f = 6\, \gamma

:math:`\gamma` shortfall of this year behind the best supply under NEP.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(GrainStrike(strength=1.0)(state(grain_shortfall=0.2), year())))
{'turn_drive': 0.66}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..scales import GRAIN_PANIC


@mechanism
class GrainStrike(Mechanism):
    """Withheld grain is the occasion; a theory says with what weight, and adds its cause."""

    canon = ("grain-strike",)
    source = "canon: grain-strike; joined trial runs, section 4"
    signs = (Sign("grain_shortfall", "turn_drive", +1),)

    strength: float = strength("turn-1928")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pressure of the shortfall."""
        yield Add("turn_drive", self.strength * 0.55 * GRAIN_PANIC.value * now.grain_shortfall)
