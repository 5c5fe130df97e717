r"""People work less well when they are hungry, poorer than they were, or free of the threat of dismissal.

.. math:: e = \min(1, f / 0.27)^{a} \; (c / h)^{b} \; (1 - o\,z) \; (1 + \text{drive} + t\,(\theta -
   \theta_0))

:math:`f` town ration (tonnes of grain a head), :math:`c/h` consumption over habit, :math:`z` disorganisation,
:math:`\theta` the threat of unemployment, absent under a job guarantee.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(town_ration=0.18, consumption_per_head=0.46, consumption_habit=0.46)
>>> amounts(list(WorkEffort()(now, year())))
{'labour_effort': 0.76645}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class WorkEffort(Mechanism):
    """Intensity of work follows food, consumption against habit, order and the labour regime."""

    canon = ("alienated-producer-defects",)
    source = "economy trial run, section 2.2; threat of dismissal after Shapiro and Stiglitz 1984"
    signs = (
        Sign("town_ration", "labour_effort", +1, {"town_ration": 0.18}),
        Sign("consumption_per_head", "labour_effort", +1),
        Sign("effort_drive", "labour_effort", +1),
        Sign("job_guarantee", "labour_effort", -1, {"unemployment": 0.08}),
    )

    food: float = parameter(LogNormal(0.7, 0.2), "exponent", "economy trial run, fitted 0.74")
    habit: float = parameter(LogNormal(0.1, 0.6), "exponent", "economy trial run, fitted 0.10")
    disorganised: float = parameter(
        LogNormal(0.2, 0.48), "share at full disorganisation", "economy trial run"
    )
    threat: float = parameter(
        LogNormal(0.5, 0.4), "share per unit of unemployment", "Shapiro and Stiglitz 1984 (assumption)"
    )
    normal: float = fixed(0.27, "t per head", "town ration of the first year")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the intensity of work."""
        fed = jnp.clip(now.town_ration / self.normal, 0.05, 1.0) ** self.food
        paid = jnp.clip(now.consumption_per_head / now.consumption_habit, 0.3, 2.0) ** self.habit
        guaranteed = year.lever.job_guarantee * now.nationalised_share
        threat = self.threat * jnp.clip(now.unemployment, 0.0, 0.15) * (1 - guaranteed)
        order = 1 - self.disorganised * now.disorganisation
        yield Set("labour_effort", fed * paid * order * (1 + threat + jnp.clip(now.effort_drive, -0.4, 0.4)))
