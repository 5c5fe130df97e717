r"""Plants keep more people than today's work needs, because tomorrow's supply and target are uncertain.

.. math:: \Delta h = s\,[\,h_0 + b\,(h_1 z + h_2 \max(0, \tau - 1)) + \text{drive} - h\,]

:math:`z` shortage, :math:`b` softness: who does not pay for hands hoards them. Hoarded hands yield
nothing: labour in use is :math:`1 - h`. Without the job guarantee hoarding is halved.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(softness=0.6, shortage=0.3, plan_tautness=1.1)
>>> amounts(list(LabourHoarding()(now, year())))
{'labour_hoarding': 0.01512}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class LabourHoarding(Mechanism):
    """Soft budgets, shortage and taut targets raise the workforce held beyond need."""

    canon = ("labour-hoarding", "soft-budget-constraint")
    source = "Kornai 1980; Granick 1987; coefficients an assumption"
    signs = (
        Sign("shortage", "labour_hoarding", +1, {"softness": 0.6}),
        Sign("plan_tautness", "labour_hoarding", +1, {"softness": 0.6}),
        Sign("hoarding_drive", "labour_hoarding", +1),
        Sign("job_guarantee", "labour_hoarding", +1, {"softness": 0.6, "shortage": 0.3}),
    )

    base: float = fixed(0.05, "share of workforce", "start value")
    shortage: float = parameter(LogNormal(0.32, 0.4), "share per unit", "assumption")
    taut: float = parameter(LogNormal(0.3, 0.4), "share per unit", "assumption")
    speed: float = fixed(0.2, "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the change of hoarding."""
        wish = self.shortage * now.shortage + self.taut * jnp.clip(now.plan_tautness - 1, 0.0, 0.5)
        kept = now.softness * wish * (1 + year.lever.job_guarantee) / 2
        aim = jnp.clip(self.base + kept + now.hoarding_drive, 0.0, 0.35)
        yield Add("labour_hoarding", self.speed * (aim - now.labour_hoarding))
