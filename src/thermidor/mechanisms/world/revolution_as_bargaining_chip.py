r"""Movements and occupied states are cards in deals with other powers.

.. math:: w \mathrel{-}= 0.02\,c\,\theta, \quad q \mathrel{+}= 0.5 + 0.6\theta, \\
          v \mathrel{+}= 0.35, \quad e \mathrel{+}= 0.95\,n, \quad p \mathrel{+}= 0.55

:math:`c` subordination, :math:`\theta` threat, :math:`q` drive to hold states, :math:`v` speed of
statification, :math:`e` extraction with need of reconstruction :math:`n`, :math:`p` payment for
allegiance.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(military_threat=0.5, reconstruction_need=0.8, cp_subordination=0.5)
>>> amounts(list(RevolutionAsBargainingChip(strength=1.0)(now, year())))["satellite_drive"]
0.8
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class RevolutionAsBargainingChip(Mechanism):
    """The more threatened, the more is traded: movements abroad for guarantees and states."""

    canon = ("revolution-as-bargaining-chip",)
    source = "Polity and world trial run, section 2 (satellites, statification, transfer)"
    signs = (
        Sign("military_threat", "satellite_drive", +1),
        Sign("military_threat", "wave_drive", -1),
        Sign("reconstruction_need", "extraction_drive", +1),
    )

    strength: float = strength("foreign")
    price: float = fixed(0.02, "index per year", "polity and world trial run (assumption)")
    speed: float = fixed(0.35, "1/year", "polity and world trial run (assumption)")
    repair: float = fixed(0.95, "index", "polity and world trial run (assumption)")
    payment: float = fixed(0.55, "index", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the contributions to the drivers of this year."""
        traded = self.price * now.cp_subordination * now.military_threat
        yield Add("wave_drive", -self.strength * traded)
        yield Add("satellite_drive", self.strength * (0.5 + 0.6 * now.military_threat))
        yield Add("statification_speed", self.strength * self.speed)
        yield Add("extraction_drive", self.strength * self.repair * now.reconstruction_need)
        yield Add("allegiance_drive", self.strength * self.payment)
