r"""Targets follow achievement, so plants hide what they could do.

.. math:: q' = q + \lambda (y - q), \qquad \text{marginal reward of output} = b \, \frac{i}{i + \lambda},
   \quad i = \frac{r + h}{1 - h}

A unit more today raises every later target by :math:`\lambda`; only the share :math:`i/(i+\lambda)` of the
incentive is left. The rest of what could be given is hidden. With the danger :math:`h` of losing the post
within the year the manager looks less far ahead. Weitzman 1980 (Bell Journal of Economics 11).

>>> from thermidor.frame.example import amounts, state, year
>>> round(float(incentive_left(ratchet=0.3, discount=0.1)), 6)
0.25
>>> now = state(regulator_command=0.9, hidden_capacity=0.05)
>>> amounts(list(PlanRatchet()(now, year())))
{'hidden_capacity': 0.020085}
"""

from collections.abc import Iterator

import jax.numpy as jnp
from jax import Array

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class PlanRatchet(Mechanism):
    """Plants hold back a share of capacity that rises with the ratchet and with what superiors levy."""

    canon = ("plan-ratchet",)
    source = "Weitzman 1980; Berliner 1957"
    signs = (
        Sign("regulator_command", "hidden_capacity", +1),
        Sign("purge_rate", "hidden_capacity", -1, {"regulator_command": 0.9, "hidden_capacity": 0.3}),
        Sign("remittance_leak", "hidden_capacity", +1, {"regulator_command": 0.9}),
    )

    ratchet: float = parameter(LogNormal(0.3, 0.4), "share per year", "Weitzman 1980, worked values")
    discount: float = fixed(0.10, "1/year", "Weitzman 1980, worked values")
    most: float = parameter(
        LogNormal(0.12, 0.4), "share of capacity", "Berliner 1957 on safety factors (assumption)"
    )
    speed: float = fixed(0.3, "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the change of hidden capacity."""
        kept = 1 - incentive_left(self.ratchet, self.discount, jnp.clip(now.purge_rate, 0.0, 1.0))
        held = (
            0.04 + now.regulator_command * (1 - now.worker_control) * self.most * kept + now.remittance_leak
        )
        yield Add("hidden_capacity", self.speed * (held - now.hidden_capacity))


def incentive_left(
    ratchet: float | Array, discount: float | Array, leaving: float | Array = 0.0
) -> float | Array:
    """Return the share of the reward for output that a ratchet leaves to one who may lose the post."""
    return (discount + leaving) / (discount + leaving + ratchet * (1 - leaving))
