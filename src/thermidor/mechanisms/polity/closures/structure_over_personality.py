r"""The leader expresses the apparatus: one who deviates is annulled as far as it is autonomous.

.. math:: k = 0.85\, B

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(StructureOverPersonality(strength=1.0)(state(bureaucracy_autonomy=0.6), year())))
{'leader_discount': 0.51}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class StructureOverPersonality(Mechanism):
    """An autonomous apparatus leaves little to the person at its head."""

    canon = ("structure-over-personality",)
    source = "canon: structure-over-personality"
    signs = (Sign("bureaucracy_autonomy", "leader_discount", +1),)

    strength: float = strength("ruling-group")
    grip: float = fixed(0.85, "1", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return how far a deviating leader is annulled."""
        yield Add("leader_discount", self.strength * self.grip * now.bureaucracy_autonomy)
