r"""Confinement to one backward country: isolation weighs even without acute want.

.. math:: o = 0.85\, i\,(0.45 + 0.6 s)

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Confinement(strength=1.0)(state(scarcity=0.5), year())))
{'origin_drive': 0.605625}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..scales import CONFINEMENT


@mechanism
class Confinement(Mechanism):
    """A parasitic growth of confinement: it lives on isolation first, on want second."""

    canon = ("isolation-degeneration", "backwardness-scarcity")
    source = "canon: isolation-degeneration as read by the programme of 1945; trial run of the polity block"
    signs = (Sign("isolation", "origin_drive", +1, {"isolation": 0.7}), Sign("scarcity", "origin_drive", +1))

    strength: float = strength("origin")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pull of confinement."""
        yield Add(
            "origin_drive", self.strength * CONFINEMENT.value * now.isolation * (0.45 + 0.6 * now.scarcity)
        )
