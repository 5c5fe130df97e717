r"""Terror breaks up a labour force that was thrown together and might combine.

.. math:: \Delta z = 1.8\,L\,i\,c\,(1.2 - O)

:math:`i` is the share of workers new to industry, :math:`c` the weight of command, :math:`O`
self-organisation. The slope brings the driver to the common size of the second plan.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(recent_influx=0.6, regulator_command=0.9, worker_self_organisation=0.05,
...     leader_concentration=0.7)
>>> amounts(list(AtomisingTerror(strength=1.0)(now, year())))
{'terror_drive': 0.78246}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class AtomisingTerror(Mechanism):
    """A raw, unorganised labour force under command presses for terror."""

    canon = ("atomisation",)
    source = "Ticktin 1992; slot terror"
    signs = (
        Sign("recent_influx", "terror_drive", +1),
        Sign("worker_self_organisation", "terror_drive", -1),
    )

    strength: float = strength("terror")
    slope: float = fixed(1.8, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pressure to atomise."""
        loose = now.recent_influx * now.regulator_command * (1.2 - now.worker_self_organisation)
        yield Add("terror_drive", self.strength * self.slope * now.leader_concentration * loose)
