r"""The plan serves development, with a leak to those who draw it up.

.. math:: \Delta p = 0.10\, B s

:math:`B` autonomy, :math:`s` scarcity: the leak closes with abundance.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(PrivilegeLeak(strength=1.0)(state(bureaucracy_autonomy=0.6, scarcity=0.4), year())))
{'privilege_drive': 0.024}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class PrivilegeLeak(Mechanism):
    """Distributors of scarce goods do not forget themselves."""

    canon = ("privilege-ratchet",)
    source = "canon: privilege-ratchet (slot regulation); Trotsky 1936, ch. 5; rate is an assumption"
    signs = (
        Sign("scarcity", "privilege_drive", +1, {"bureaucracy_autonomy": 0.6}),
        Sign("bureaucracy_autonomy", "privilege_drive", +1),
    )

    strength: float = strength("regulation")
    rate: float = fixed(0.10, "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the leak to those who distribute."""
        yield Add("privilege_drive", self.strength * self.rate * now.bureaucracy_autonomy * now.scarcity)
