r"""In the place of a bourgeoisie: output as a creed, the stronger the further behind.

.. math:: A = g\,(0.3 + 0.7 B)

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(SubstituteBourgeoisie(strength=1.0)(state(bureaucracy_autonomy=0.6), year())))
{'ambition_drive': 0.54}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..scales import OUTPUT_CREED


@mechanism
class SubstituteBourgeoisie(Mechanism):
    """An elite of office wills modernisation that no owners carry."""

    canon = ("substitute-bourgeoisie",)
    source = "canon: substitute-bourgeoisie; trial run of the polity block"
    signs = (Sign("technology_gap", "ambition_drive", +1), Sign("bureaucracy_autonomy", "ambition_drive", +1))

    strength: float = strength("accumulation")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return ambition by creed."""
        creed = now.technology_gap * (0.3 + 0.7 * now.bureaucracy_autonomy)
        yield Add("ambition_drive", self.strength * OUTPUT_CREED.value * creed)
