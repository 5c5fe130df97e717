r"""Hands go where the plan finds a gap, or where output is wanted most.

.. math:: s_j' \propto s_j \exp[\,\mathrm{clip}(\lambda\, g_j)\,], \qquad g_j = \ln(\text{target}_j /
   \text{capacity}_j)

>>> from thermidor.frame.example import state, year
>>> now = state(plan_target=(50.0, 32.0, 40.0, 3.0, 4.0, 25.0))
>>> [round(float(x), 3) for x in list(LabourAllocation()(now, year()))[1].value]
[0.0, 0.222, 0.232, 0.028, 0.037, 0.481]
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .balance import NONFARM


@mechanism
class LabourAllocation(Mechanism):
    """Labour moves between non-farm sectors towards gaps between target and capacity."""

    canon = ("priority-system",)
    source = "economy trial run, section 2.2"
    signs = (Sign("war", "labour_shift", +1, {"plan_target": 10.0}),)

    speed: float = parameter(LogNormal(0.55, 0.34), "1/year", "economy trial run, fitted 0.37 x 1.3")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the new distribution."""
        gap = jnp.log(jnp.maximum(now.plan_target, 1e-3) / jnp.maximum(now.capacity, 1e-3))
        pull = jnp.clip(self.speed * (1 + 0.5 * now.war) * gap, -0.6, 0.9)
        drawn = NONFARM * jnp.maximum(now.labour, 0.004) * jnp.exp(pull)
        new = drawn / drawn.sum()
        yield Set("labour_shift", jnp.abs(new - now.labour).sum() / 2)
        yield Set("labour", new)
