r"""Plans answer the arms of rivals: targets are as taut as the race is hot.

.. math:: \Delta\tau = 0.12\, k\, \mathrm{clip}(\ell)\,(0.5 + \theta)

:math:`\ell` log pressure of rivals, :math:`\theta` threat.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(regulator_command=0.9, rival_log_pressure=0.5)
>>> amounts(list(ReactivePlanTargets(strength=1.0)(now, year())))
{'tautness_drive': 0.0432}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..gates import within


@mechanism
class ReactivePlanTargets(Mechanism):
    """Targets follow the moves of rivals instead of need."""

    canon = ("reactive-plan-targets",)
    source = "canon: reactive-plan-targets; rate is an assumption"
    signs = (
        Sign("rival_log_pressure", "tautness_drive", +1, {"rival_log_pressure": 0.4}),
        Sign("military_threat", "tautness_drive", +1, {"rival_log_pressure": 0.4}),
    )

    strength: float = strength("regulation")
    rate: float = fixed(0.12, "ratio", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return tautness owed to rivals."""
        race = within(now.rival_log_pressure) * (0.5 + now.military_threat)
        yield Add("tautness_drive", self.strength * self.rate * now.regulator_command * race)
