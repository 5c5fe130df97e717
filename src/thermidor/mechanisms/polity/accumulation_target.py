r"""The investment the plan asks for: income allows it, ambition adds to it, arms and war crowd it out.

.. math:: I^* = (0.14 \min(Y/100, 1) + 0.05 \ln(y/2200) + 0.17 a\,\min(t/3,1)
          - 0.3 (m - 0.05) - 0.12 (c - 0.2))(1 - 0.65 w)

smoothed by half: the target of last year and two years of arms, else shares swing from year to year.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(ambition=0.6, turn=1.0, turn_years=5.0, gdp=150.0, income_per_head=3000.0)
>>> amounts(list(AccumulationTarget()(now, year())))
{'accumulation_target': 0.195254}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class AccumulationTarget(Mechanism):
    """Surplus goes where the state's aims point: to plant before consumption once the turn is taken."""

    canon = ("surplus-to-state-needs", "accumulation-drive-1928")
    source = "joined trial runs, section 2"
    signs = (
        Sign("ambition", "accumulation_target", +1, {"turn": 1.0, "turn_years": 5.0}),
        Sign("military_share", "accumulation_target", -1),
        Sign("war", "accumulation_target", -1),
        Sign("consumption_weight", "accumulation_target", -1),
    )

    base: float = parameter(LogNormal(0.14, 0.1), "share", "joined trial runs")
    slope: float = parameter(LogNormal(0.17, 0.15), "share", "joined trial runs")
    crowding: float = parameter(LogNormal(0.3, 0.2), "1", "joined trial runs")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return planned fixed investment in national income."""
        wealth = self.base * jnp.clip(now.gdp / 100.0, 0.1, 1.0)
        wealth = wealth + 0.05 * jnp.log(jnp.clip(now.income_per_head, 500.0, 9000.0) / 2200.0)
        ramp = now.turn * within(now.turn_years / 3.0)
        aims = self.slope * now.ambition * ramp - self.crowding * (now.military_share - 0.05)
        aim = (wealth + aims - 0.12 * (jnp.minimum(year.lever.consumption_weight, 0.3) - 0.2)) * (
            1.0 - 0.65 * now.war
        )
        yield Set("accumulation_target", 0.5 * now.accumulation_target + 0.5 * jnp.clip(aim, 0.02, 0.45))
