r"""Mass terror removes the generation able to lead another course.

.. math:: \Delta z = 1.45\,L\,G\,(0.15 + 0.85\,\theta + 0.15\,w)

:math:`G` is the party generation of the revolution still in place, :math:`\theta` military threat,
:math:`w` the wave of revolutions abroad. Numbers of the trial run.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(old_cadres=1.0, military_threat=0.5, revolution_wave=0.4, leader_concentration=0.7)
>>> amounts(list(GreatPurgeElimination(strength=1.0)(now, year())))
{'terror_drive': 0.644525}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class GreatPurgeElimination(Mechanism):
    """An alternative leadership in a time of danger presses for terror."""

    canon = ("great-purge-elimination",)
    source = "Trotsky 1936; Grant 1997; slot terror"
    signs = (
        Sign("military_threat", "terror_drive", +1),
        Sign("old_cadres", "terror_drive", +1),
        Sign("leader_concentration", "terror_drive", +1),
    )

    strength: float = strength("terror")
    slope: float = fixed(1.45, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pressure to destroy an alternative."""
        danger = 0.15 + 0.85 * now.military_threat + 0.15 * now.revolution_wave
        yield Add(
            "terror_drive", self.strength * self.slope * now.leader_concentration * now.old_cadres * danger
        )
