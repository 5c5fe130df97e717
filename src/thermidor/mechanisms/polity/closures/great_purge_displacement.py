r"""Mass terror completes the displacement of one ruling group by another.

.. math:: \Delta z = 1.9\,L\,\kappa\,G\,(0.45 + 0.7\,\theta)

:math:`\kappa` is the cohesion of the new ruling group, :math:`G` the old generation in its way,
:math:`\theta` military threat. Numbers of the trial run.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(old_cadres=1.0, bureaucracy_cohesion=0.8, military_threat=0.5, leader_concentration=0.7)
>>> amounts(list(GreatPurgeDisplacement(strength=1.0)(now, year())))
{'terror_drive': 0.8512}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class GreatPurgeDisplacement(Mechanism):
    """A cohesive new group removes the old generation."""

    canon = ("great-purge-elimination",)
    source = "Cliff 1948, chapter 4; slot terror"
    signs = (
        Sign("bureaucracy_cohesion", "terror_drive", +1),
        Sign("old_cadres", "terror_drive", +1),
    )

    strength: float = strength("terror")
    slope: float = fixed(1.9, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pressure to complete the displacement."""
        danger = 0.45 + 0.7 * now.military_threat
        push = self.slope * now.leader_concentration * now.bureaucracy_cohesion * now.old_cadres
        yield Add("terror_drive", self.strength * push * danger)
