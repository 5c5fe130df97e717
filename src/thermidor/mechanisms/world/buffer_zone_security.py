r"""A belt of friendly states is held for depth against the main rival, and paid for.

.. math:: q \mathrel{+}= 0.4 + 0.8\theta, \qquad e \mathrel{+}= 0.8\,n, \qquad p \mathrel{+}= 0.7

:math:`\theta` threat, :math:`n` need of reconstruction; :math:`q` drive, :math:`e` extraction,
:math:`p` payment.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(BufferZoneSecurity(strength=1.0)(state(military_threat=0.5), year())))["satellite_drive"]
0.8
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class BufferZoneSecurity(Mechanism):
    """Threat widens the belt; security is worth a price."""

    canon = ("buffer-zone-security",)
    source = "Polity and world trial run, section 2 (satellites, transfer)"
    signs = (
        Sign("military_threat", "satellite_drive", +1),
        Sign("reconstruction_need", "extraction_drive", +1),
    )

    strength: float = strength("foreign")
    repair: float = fixed(0.8, "index", "polity and world trial run (assumption)")
    payment: float = fixed(0.7, "index", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the contributions to the drivers of this year."""
        yield Add("satellite_drive", self.strength * (0.4 + 0.8 * now.military_threat))
        yield Add("extraction_drive", self.strength * self.repair * now.reconstruction_need)
        yield Add("allegiance_drive", self.strength * self.payment)
