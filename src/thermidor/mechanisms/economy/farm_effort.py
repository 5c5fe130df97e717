r"""Work in the fields slackens where its fruit is taken, where the village is broken up, and in war.

.. math:: e = (1 - c\,\kappa(1 - v)e^{-rT})(1 - 0.12\rho)(1 - w\,D)(1 - i\,I)(1 - d\,\delta)(1 + 0.04\,k)

:math:`\kappa` collectivised share, :math:`v` entered by choice, :math:`T` years since the turn,
:math:`\rho` requisition, :math:`D` dislocation by war or want of
implements and seed, :math:`I` intervention and blockade, :math:`\delta`
disorder of the drive, :math:`k` support of cooperatives.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(FarmEffort(drive_loss=0.5)(state(drive_disorder=0.4), year())))
{'farm_effort': 0.8}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class FarmEffort(Mechanism):
    """Effort falls with force and war, and recovers as the new order settles."""

    canon = (
        "forced-collectivisation", "nep-incentive-recovery", "intervention-destruction", "war-devastation",
        "voluntary-collectivisation-incentives", "alienated-producer-defects",
    )  # fmt: skip
    source = "economy trial run 2.1; Hunter 1988 on drive losses"
    signs = (
        Sign("requisition", "farm_effort", -1),
        Sign("drive_disorder", "farm_effort", -1),
        Sign("collectivised_share", "farm_effort", -1),
        Sign("intervention", "farm_effort", -1),
        Sign("war", "farm_effort", -1),
        Sign("working_capital", "farm_effort", +1, {"working_capital": 0.6}),
        Sign("cooperatives", "farm_effort", +1),
    )

    collective_loss: float = parameter(LogNormal(0.0766, 0.36), "share", "economy trial run (fitted)")
    settling: float = parameter(LogNormal(0.0324, 0.59), "1/year", "economy trial run (fitted)")
    requisition_loss: float = fixed(0.12, "share", "economy trial run (assumption)")
    war_loss: float = parameter(
        LogNormal(0.16, 0.30), "share", "economy trial run (fitted, intervention apart)"
    )
    intervention_loss: float = fixed(0.03, "share", "economy trial run (assumption)")
    drive_loss: float = parameter(
        LogNormal(0.42, 0.235), "share per unit", "economy trial run (fitted 0.494)"
    )
    cooperative_gain: float = fixed(0.04, "share", "assumption: shared machines and credit")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the intensity of farm work."""
        forced = now.collectivised_share * (1.0 - now.voluntary) * jnp.exp(-self.settling * now.turn_years)
        broken = jnp.maximum(jnp.maximum(now.disorder, now.war), 1.0 - now.working_capital)
        kept = (1.0 - self.collective_loss * forced) * (1.0 - self.requisition_loss * now.requisition)
        calm = (1.0 - self.war_loss * broken) * (1.0 - self.intervention_loss * now.intervention)
        settled = 1.0 - self.drive_loss * now.drive_disorder
        helped = 1.0 + self.cooperative_gain * year.lever.cooperatives
        yield Set("farm_effort", kept * calm * settled * helped)
