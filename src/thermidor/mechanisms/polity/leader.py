r"""Leaders age, die by chance or as recorded, and are removed by colleagues who no longer fear them.

.. math:: h_d = 0.00016\, e^{0.098 (a - 10)}, \qquad h_r = 0.15 (0.55 - L)^+ [m > 0.1]\, \mathrm{clip}(4 f)

:math:`a` age, :math:`L` concentration, :math:`m` memory of terror, :math:`f` growth shortfall. A successor
is 52 to 68 years old.

>>> from thermidor.frame.example import amounts, state, year
>>> now = amounts(list(Leader()(state(leader_age=73.0), year(chance=0.05))))
>>> now["leader_fell"], now["leader_age"], now["leaders"]
(1.0, 52.8, 1.0)
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year
from .gates import above, within


@mechanism
class Leader(Mechanism):
    """One leader follows another by death or removal."""

    canon = ("leader-incapacity", "leader-turns-on-apparatus")
    source = (
        "Gompertz law of adult mortality; Bueno de Mesquita and others 2003 on removal by the selectorate"
    )
    signs = (
        Sign("leader_dies", "leader_fell", +1, {"recorded_deaths": 1.0}),
        Sign("leader_age", "leader_age", +1),
        Sign("leader_years", "leader_years", +1),
    )
    luck = ("leader-death", "leader-removal", "leader-age")

    frailty: float = parameter(Uniform(0.7, 1.4), "1", "polity trial run")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return age, years in office, the count of leaders, and whether one fell."""
        lever, first = year.lever, within(2.0 - now.leaders)
        hazard = self.frailty * 0.00016 * jnp.exp(0.098 * (jnp.minimum(now.leader_age, 100.0) - 10.0))
        by_chance = (year.luck["leader-death"] < hazard) * (1.0 - lever.recorded_deaths)
        died = jnp.maximum(by_chance, lever.leader_dies * lever.recorded_deaths) * (
            1.0 - first * lever.leader_survives
        )
        unsafe = 0.15 * above(0.55 - now.leader_concentration) * (now.terror_memory > 0.1)
        removed = year.luck["leader-removal"] < unsafe * within(4.0 * now.growth_shortfall) * (
            1.0 - lever.recorded_deaths
        )
        fell = jnp.maximum(died, jnp.asarray(removed, float))
        yield Set("leader_fell", fell)
        yield Set(
            "leader_age", jnp.where(fell > 0, 52.0 + 16.0 * year.luck["leader-age"], now.leader_age + 1.0)
        )
        yield Set("leader_years", jnp.where(fell > 0, 0.0, now.leader_years + 1.0))
        yield Add("leaders", fell)
