r"""Partial reform is blocked by those it threatens; deep reform is taken back when growth returns.

.. math:: h_b = 0.25 + 0.5\,u + 0.8\,s_m - 0.2\,\sigma, \qquad h_v = 0.3\,[g > \max(e, 0.025)]

:math:`u` unemployment, :math:`s_m` the share of arms in income (the military lobby), :math:`\sigma`
stagnation; :math:`g` growth over five years against habit :math:`e`. Trial run: 35 and 30 per cent a
year.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(reform=0.4, military_share=0.13, stagnation=0.2)
>>> amounts(list(ReformBlockage()(now, year(chance=0.2))))
{'reform': 0.0}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year


@mechanism
class ReformBlockage(Mechanism):
    """Unemployment and the military lobby stop partial reform."""

    canon = ("reform-blockage",)
    source = "Canon: reform-blockage; trial run of the polity block"
    luck = ("reform-blockage",)
    signs = (
        Sign("military_share", "reform", -1, {"reform": 0.4, "military_share": 0.28, "unemployment": 0.01}),
    )

    block: float = parameter(Uniform(0.15, 0.35), "1/year", "polity trial run")
    back: float = fixed(0.3, "1/year", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return reform where it survives."""
        lobby = self.block + 0.5 * now.unemployment + 0.8 * now.military_share - 0.2 * now.stagnation
        good = now.growth_five_years > jnp.maximum(now.growth_habit, 0.025)
        hazard = jnp.where(now.reform > 0.7, self.back * good, jnp.clip(lobby, 0.0, 1.0))
        held = jnp.maximum(year.lever.force_reform, year.lever.gradual_market) > 0
        stopped = (year.luck["reform-blockage"] < hazard) & ~held
        yield Set("reform", jnp.where(stopped, 0.0, now.reform))
