r"""Dependent states are a source of surplus: reparations, joint companies, prices.

.. math:: e \mathrel{+}= 0.25 + 0.3\,n

:math:`n` need of reconstruction at home.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(SatelliteExtraction(strength=1.0)(state(reconstruction_need=0.5), year())))
{'extraction_drive': 0.4}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class SatelliteExtraction(Mechanism):
    """A ruling group that exploits at home exploits abroad, reconstruction or not."""

    canon = ("satellite-extraction",)
    source = "Polity and world trial run, section 2 (transfer to centre); Marer 1974 as reported"
    signs = (Sign("reconstruction_need", "extraction_drive", +1),)

    strength: float = strength("foreign")
    steady: float = fixed(0.25, "index", "polity and world trial run (assumption)")
    repair: float = fixed(0.3, "index", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the contributions to the drivers of this year."""
        yield Add("extraction_drive", self.strength * (self.steady + self.repair * now.reconstruction_need))
