r"""Planning builds by its own virtue, and rebuilds after war.

.. math:: A = 1.28\, g\,(0.35 + 0.7\theta + 0.2 v)(0.4 + 0.6 B)

:math:`v` the glow of victory: the years of rebuilding after a won war.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(PlannedReconstruction(strength=1.0)(state(victory_glow=0.8), year())))
{'ambition_drive': 0.326246}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..scales import RECONSTRUCTION


@mechanism
class PlannedReconstruction(Mechanism):
    """The plan aims at development, and after a war at rebuilding."""

    canon = ("war-devastation",)
    source = "canon: slot accumulation of transitory-caste; trial run of the polity block"
    signs = (Sign("victory_glow", "ambition_drive", +1), Sign("technology_gap", "ambition_drive", +1))

    strength: float = strength("accumulation")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return ambition to build and rebuild."""
        aims = (0.35 + 0.7 * now.military_threat + 0.2 * now.victory_glow) * (
            0.4 + 0.6 * now.bureaucracy_autonomy
        )
        yield Add("ambition_drive", self.strength * RECONSTRUCTION.value * now.technology_gap * aims)
