r"""Annexation by decree feeds the belief that manoeuvre can replace revolution.

.. math:: p \mathrel{+}= 0.03\,a/95\,(1 - p), \qquad w \mathrel{-}= 0.03\,(a/95)\,p

:math:`p` prestige, :math:`a` population of dependent states, :math:`w` wave abroad.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(satellite_area=95.0, ussr_prestige=0.5)
>>> amounts(list(PrestigeCostOfAnnexation(strength=1.0)(now, year())))
{'prestige_drive': 0.015, 'wave_drive': -0.015}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class PrestigeCostOfAnnexation(Mechanism):
    """The standing gained by the army is lost to movements of their own."""

    canon = ("prestige-cost-of-annexation",)
    source = "canon: prestige-cost-of-annexation; size is an assumption"
    signs = (
        Sign("satellite_area", "wave_drive", -1),
        Sign("satellite_area", "prestige_drive", +1),
    )

    strength: float = strength("foreign")
    awe: float = fixed(0.03, "index per year", "polity and world trial run (assumption)")
    illusion: float = fixed(0.03, "index per year", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the contributions to the drivers of this year."""
        share = jnp.minimum(now.satellite_area / 95, 1.2)
        yield Add("prestige_drive", self.strength * self.awe * share * (1 - now.ussr_prestige))
        yield Add("wave_drive", -self.strength * self.illusion * share * now.ussr_prestige)
