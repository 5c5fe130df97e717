r"""Only a workers' revolution could statify on this scale, and only world revolution would carry it further.

.. math:: \Delta v = -0.6\, v\,(1 - R)\,\mathrm{clip}(4 (z - 0.6))

:math:`v` speed at which dependent states are statified by decree, :math:`z` the share statified there,
:math:`R` world revolution: without a rising of their own the last part of property is not taken.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(satellite_statified=0.8, statification_speed=0.3)
>>> amounts(list(StatificationRequiresWorkersRevolution(strength=1.0)(now, year())))
{'statification_speed': -0.144}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..gates import above, within


@mechanism
class StatificationRequiresWorkersRevolution(Mechanism):
    """Statification by decree slows as it nears the whole, unless a revolution carries it."""

    canon = ("statification-requires-workers-revolution",)
    source = "canon: statification-requires-workers-revolution; shape is an assumption"
    signs = (
        Sign(
            "satellite_statified",
            "statification_speed",
            -1,
            {"satellite_statified": 0.7, "statification_speed": 0.3},
        ),
        Sign(
            "world_revolution",
            "statification_speed",
            +1,
            {"satellite_statified": 0.9, "statification_speed": 0.3},
        ),
    )

    strength: float = strength("property")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return what the missing revolution takes from the speed of statification."""
        near = within(4.0 * (now.satellite_statified - 0.6))
        lost = 0.6 * above(now.statification_speed) * (1.0 - now.world_revolution) * near
        yield Add("statification_speed", -self.strength * lost)
