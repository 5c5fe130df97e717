r"""Specialists own a skill that cannot be seized; their monopoly reproduces hierarchy.

.. math:: o = 0.85 \cdot 0.35\, s

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(ExpertMonopoly(strength=1.0)(state(), year())))
{'origin_drive': 0.1785}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..scales import EXPERTISE


@mechanism
class ExpertMonopoly(Mechanism):
    """Posts held by experts outside workers' control pull power upward, in rich countries too."""

    canon = ("specialist-dependence",)
    source = "canon: specialist-dependence (slot origin); trial run of the polity block"
    signs = (Sign("specialist_weight", "origin_drive", +1),)

    strength: float = strength("origin")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pull of the experts' monopoly."""
        yield Add("origin_drive", self.strength * EXPERTISE.value * now.specialist_weight)
