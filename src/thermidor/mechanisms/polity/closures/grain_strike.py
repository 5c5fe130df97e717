r"""The grain gap as occasion: towns that cannot be fed at the state's price make the apparatus act.

.. math:: q = 0.55 f, \quad f = 2.2\, \gamma\, \mathrm{clip}(t_n - 1)

:math:`\gamma` grain gap of this year, :math:`t_n` harvests under NEP: two must pass, or the hunger of the
first year would read as a strike.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(GrainStrike(strength=1.0)(state(grain_gap=0.3, nep_years=6.0), year())))
{'turn_drive': 0.363}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..gates import within
from ..scales import GRAIN_PANIC


@mechanism
class GrainStrike(Mechanism):
    """Withheld grain is the occasion; a theory says with what weight, and adds its cause."""

    canon = ("grain-strike",)
    source = "canon: grain-strike; joined trial runs, section 4"
    signs = (Sign("grain_gap", "turn_drive", +1, {"nep_years": 6.0}),)

    strength: float = strength("turn-1928")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pressure of the grain gap."""
        panic = GRAIN_PANIC.value * now.grain_gap * within(now.nep_years - 1.0)
        yield Add("turn_drive", self.strength * 0.55 * panic)
