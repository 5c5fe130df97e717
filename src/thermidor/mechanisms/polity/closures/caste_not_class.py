r"""A caste: privilege of office without title holds together badly; title would change that.

.. math:: k^* = 0.2 + 0.25 B + 0.35\, \tau

:math:`\tau` heritable title allowed (lever).

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(CasteNotClass(strength=1.0)(state(bureaucracy_autonomy=0.7), year())))
{'cohesion_target': 0.375}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class CasteNotClass(Mechanism):
    """Office without property gives little cohesion; inheritance would give more."""

    canon = ("caste-not-class",)
    source = "canon: caste-not-class; trial run of the polity block"
    signs = (
        Sign("bureaucracy_autonomy", "cohesion_target", +1),
        Sign("title_transferable", "cohesion_target", +1),
    )

    strength: float = strength("ruling-group")
    inheritance: float = fixed(0.35, "index", "assumption (c2 of the canon)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the cohesion of a caste."""
        title = self.inheritance * year.lever.title_transferable
        yield Add("cohesion_target", self.strength * (0.2 + 0.25 * now.bureaucracy_autonomy + title))
