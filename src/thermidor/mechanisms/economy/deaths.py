r"""People die in the course of nature, later as medicine comes and sooner as they age.

.. math:: d = d_m + (d_0 - d_m)\bigl(1 - \mu(0.6 + 1.33 u)(1 - .1 D)\bigr) + 1000\,a\,(o - .075)

per thousand; :math:`\mu` the world's medicine, which towns (:math:`u`) receive first, :math:`o` share of
people over sixty, :math:`D` disorder.

>>> from thermidor.frame.example import amounts, state, year
>>> got = amounts(list(Deaths()(state(), year(medicine=0.0))))
>>> 4.0 < sum(got.values()) < 4.5
True
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move
from ...frame.identities import STRATA
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Deaths(Mechanism):
    """Deaths without famine, war and camps."""

    canon = ("war-devastation",)
    source = "economy trial run 2.4; Biraben 1958 for the numbers"
    signs = (Sign("medicine", "died", -1), Sign("disorder", "died", +1, {"medicine": 0.5}))

    start: float = parameter(LogNormal(26.7, 0.037), "per 1000", "economy trial run (fitted)")
    floor: float = parameter(LogNormal(6.17, 0.073), "per 1000", "economy trial run (fitted)")
    cut_off: float = fixed(0.1, "share at full disorder", "assumption: physicians and drugs do not arrive")
    ageing: float = parameter(LogNormal(0.0228, 0.29), "1", "economy trial run (fitted)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return deaths in every stratum."""
        reached = jnp.clip(year.forcing.medicine * (0.6 + 1.33 * now.nonfarm_share), 0.0, 1.0)
        reached = reached * (1.0 - self.cut_off * now.disorder)
        old = now.ages[2] / jnp.maximum(now.ages.sum(), 1.0)
        rate = self.floor + (self.start - self.floor) * (1.0 - reached) + 1000.0 * self.ageing * (old - 0.075)
        for stratum in STRATA:
            yield Move(stratum, "died", jnp.maximum(rate, 3.0) / 1000.0 * getattr(now, stratum))
