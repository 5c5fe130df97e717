r"""People die in the course of nature, later as medicine comes and sooner as they age.

.. math:: d = d_m + (d_0 - d_m)\bigl(1 - \mu(0.6 + 1.33 u)(1 - c(1 - k))\bigr) + 1000\,a\,(o - .075)

per thousand; :math:`\mu` the world's medicine, which towns (:math:`u`) receive first, :math:`o` share of
people over sixty, :math:`k` working capital: where transport and stocks are gone, drugs and physicians do
not arrive, and war leaves its sick for years.

>>> from thermidor.frame.example import amounts, state, year
>>> got = amounts(list(Deaths()(state(), year(medicine=0.0))))
>>> 4.0 < sum(got.values()) < 4.5
True
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move
from ...frame.identities import STRATA
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Deaths(Mechanism):
    """Deaths without famine, war and camps."""

    canon = ("war-devastation",)
    source = "economy trial run 2.4; Biraben 1958 for the numbers"
    signs = (
        Sign("medicine", "died", -1),
        Sign("working_capital", "died", -1, {"medicine": 0.5, "working_capital": 0.6}),
    )

    start: float = parameter(LogNormal(26.7, 0.037), "per 1000", "economy trial run (fitted)")
    floor: float = parameter(LogNormal(6.17, 0.073), "per 1000", "economy trial run (fitted)")
    cut_off: float = parameter(
        LogNormal(0.6, 0.4), "share without any supply", "Biraben 1958: deaths above the trend in 1945-49"
    )
    ageing: float = parameter(LogNormal(0.0228, 0.29), "1", "economy trial run (fitted)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return deaths in every stratum."""
        reached = jnp.clip(year.forcing.medicine * (0.6 + 1.33 * now.nonfarm_share), 0.0, 1.0)
        reached = reached * (1.0 - jnp.clip(self.cut_off * (1.0 - now.working_capital), 0.0, 0.9))
        old = now.ages[2] / jnp.maximum(now.ages.sum(), 1.0)
        rate = self.floor + (self.start - self.floor) * (1.0 - reached) + 1000.0 * self.ageing * (old - 0.075)
        for stratum in STRATA:
            yield Move(stratum, "died", jnp.maximum(rate, 3.0) / 1000.0 * getattr(now, stratum))
