r"""The procurement plan against what towns need: ambition tightens it, the drive most of all.

.. math:: q = z\,(0.85 + 0.25 a + 0.3\, d)

:math:`a` ambition, :math:`d` the first years of the drive (export and reserves), :math:`z` a scenario's
scale.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(QuotaPressure()(state(turn=1.0, turn_years=2.0, ambition=0.6), year())))
{'quota_pressure': 1.3}
"""

from collections.abc import Iterator

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class QuotaPressure(Mechanism):
    """Plans for grain follow town need, and more where the state wants exports and reserves."""

    canon = ("forced-collectivisation", "surplus-to-state-needs")
    source = "joined trial runs, sections 1 and 2 (the drive took more than need)"
    signs = (
        Sign("ambition", "quota_pressure", +1),
        Sign("procurement_scale", "quota_pressure", +1),
        Sign("turn", "quota_pressure", +1, {"turn_years": 2.0}),
    )

    drive: float = parameter(LogNormal(0.3, 0.3), "ratio", "assumption: export and reserve aim of the drive")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the plan over town need."""
        driving = now.turn * within(6.0 - now.turn_years)
        yield Set(
            "quota_pressure",
            year.lever.procurement_scale * (0.85 + 0.25 * now.ambition + self.drive * driving),
        )
