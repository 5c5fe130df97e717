r"""Lower officials are sacrificed to carry the blame for targets missed.

.. math:: \Delta z = 1.45\,L\,\left(0.75\,\frac{(0.10\,a - g)^{+}}{0.06} + 0.4\,s + 0.5\,m\right)

:math:`a` is ambition, :math:`g` growth of income per head over five years, :math:`s` want, :math:`m`
what the plan of last year was missed by, :math:`L` concentration of decision. Numbers of the trial run.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(ambition=0.9, growth_five_years=0.05, scarcity=0.2, leader_concentration=0.7)
>>> amounts(list(PurgeScapegoating(strength=1.0)(now, year())))
{'terror_drive': 0.5887}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class PurgeScapegoating(Mechanism):
    """Missed targets and want press for a purge."""

    canon = ("purge-scapegoating",)
    source = "Shachtman 1951; canon form s max(0, target - actual) L; slot terror"
    signs = (
        Sign("ambition", "terror_drive", +1, {"ambition": 0.9}),
        Sign("growth_five_years", "terror_drive", -1, {"ambition": 0.9}),
        Sign("scarcity", "terror_drive", +1),
        Sign("plan_shortfall", "terror_drive", +1),
    )

    strength: float = strength("terror")
    slope: float = fixed(1.45, "1", "polity trial run (assumption)")
    reach: float = fixed(0.10, "log per year", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pressure to find culprits."""
        missed = jnp.clip((self.reach * now.ambition - now.growth_five_years) / 0.06, 0.0, 1.5)
        blame = 0.75 * missed + 0.4 * now.scarcity + 0.5 * now.plan_shortfall
        yield Add("terror_drive", self.strength * self.slope * now.leader_concentration * blame)
