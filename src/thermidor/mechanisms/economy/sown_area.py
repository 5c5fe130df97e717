r"""Peasants sow what they may keep and can plough; plan and machines extend it, war takes it away.

.. math:: a^* = (N/N_0)^{1/2}(1 + c\,\kappa + m\,\mu\,\gamma)(1 - r\,\rho)(1 - o)\min(1, q/q_0)^{\pi}, \quad
   a' = a + \begin{cases} 0.6\,(a^* - a) & a^* < a \\ u\,(a^* - a) & \text{else} \end{cases}

:math:`N` people, :math:`\kappa` collectivised share, :math:`\mu` machine power of farming (0-1),
:math:`\gamma` grain wanted but not harvested, :math:`\rho` requisition, :math:`o` area out of reach,
:math:`q` horses and tractors. Sowing
falls fast and returns slowly. New land (the eastern steppe) is a decision taken when machines allow it and
grain is short: no date.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(SownArea(requisition_loss=0.3)(state(requisition=1.0), year())))
{'sown_area': 0.82}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.axes import A
from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class SownArea(Mechanism):
    """Area follows the share of the crop that peasants may keep, the plan, and machines."""

    canon = ("nep-incentive-recovery", "war-devastation")
    source = "economy trial run 2.1; area: total_area_sown of the record"
    signs = (
        Sign("requisition", "sown_area", -1),
        Sign("area_occupied", "sown_area", -1, {"war_scale": 1.0}),
        Sign("nep", "sown_area", +1, {"sown_area": 0.7}),
        Sign("draught", "sown_area", +1, {"draught": 0.4}),
    )

    requisition_loss: float = parameter(LogNormal(0.29, 0.32), "share", "economy trial run (fitted)")
    recovery: float = parameter(LogNormal(0.25, 0.28), "1/year", "economy trial run (fitted)")
    nep_recovery: float = fixed(0.12, "1/year", "economy trial run (assumption)")
    plough: float = parameter(
        LogNormal(0.4, 0.4), "1", "area 1940-45, herds and tractors halved (assumption)"
    )
    enough: float = fixed(0.6, "draught power of 1913", "assumption: below it fields lie idle")
    campaign: float = parameter(
        LogNormal(0.12, 0.5), "1/year in collectives", "area 1945-50 and 1953-58 (assumption)"
    )
    drive: float = fixed(0.20, "share", "economy trial run (assumption): area 1928-32")
    virgin: float = parameter(LogNormal(1.3, 0.3), "share per unit of shortage", "area 1950-60 (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the area sown this year."""
        machines = jnp.log(jnp.maximum(now.plant_capital[A] * now.plant_technique[A] / 45.0, 1.0))
        able = jnp.clip((machines - 0.9) / 1.2, 0.0, 1.0)
        short = jnp.clip(1.0 - now.expected_harvest / jnp.maximum(now.grain_wanted, 1.0), 0.0, 1.0)
        mouths = (jnp.maximum(now.population, 1.0) / 159.1) ** 0.5
        plan = mouths * (1.0 + now.collectivised_share * (self.drive + self.virgin * able * short))
        ploughed = jnp.clip(now.draught / self.enough, 0.05, 1.0) ** self.plough
        target = (
            plan
            * ploughed
            * (1.0 - self.requisition_loss * now.requisition)
            * (1.0 - jnp.clip(year.forcing.area_occupied * now.war_scale, 0.0, 0.9))
        )
        up = (self.recovery + self.nep_recovery * now.nep + self.campaign * now.collectivised_share) * (
            1.0 - now.disorder
        )
        speed = jnp.where(target < now.sown_area, 0.6, up)
        yield Set("sown_area", now.sown_area + speed * (target - now.sown_area))
