r"""Arms: what rivals spend, what income allows, and what an invasion forces.

.. math:: m' = m + 0.6 (0.022 + 0.14\, \mathrm{clip}(\ell)\, \min(1, y/2200)^2 - m) + \text{surge}

:math:`\ell` log pressure of rivals (0 at 4 %, 1 at 40 % of own income); 0.4 of it once property is private.
Peace strength of the army is 0.135 of the share times population.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(ArmsTarget()(state(rival_log_pressure=0.5), year())))
{'arms_target': 0.0712, 'army_target': 1.529269}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class ArmsTarget(Mechanism):
    """Planned arms follow rivals as far as income goes; called-up soldiers come on top."""

    canon = ("arms-race-accumulation", "surplus-to-state-needs")
    source = "Richardson 1960 in log form; joined trial runs, section 2"
    signs = (
        Sign("rival_log_pressure", "arms_target", +1, {"rival_log_pressure": 0.4}),
        Sign("arms_surge", "arms_target", +1, {"war": 1.0, "war_on_own_soil": 1.0}),
        Sign("restored", "arms_target", -1, {"rival_log_pressure": 0.5}),
    )

    base: float = parameter(LogNormal(0.022, 0.2), "share", "joined trial runs")
    slope: float = parameter(LogNormal(0.14, 0.15), "share", "joined trial runs")
    strength_of_army: float = fixed(
        0.135, "persons per person and unit share", "joined trial runs (assumption)"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return planned arms in national income and planned forces, million."""
        purse = jnp.minimum(now.income_per_head / 2200.0, 1.0) ** 2
        rivals = self.slope * within(now.rival_log_pressure) * purse * (1.0 - 0.6 * now.restored)
        fought = within(now.war / jnp.maximum(year.forcing.war_on_own_soil, 1e-3))
        peace = 0.4 * jnp.minimum(now.arms_target, 0.25) + 0.6 * (self.base + rivals)
        yield Set("arms_target", peace + year.forcing.arms_surge * fought)
        forces = self.strength_of_army * peace * now.population
        yield Set("army_target", forces)
