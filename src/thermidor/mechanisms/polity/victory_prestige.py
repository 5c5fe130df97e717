r"""A won war raises the standing of the rulers and wears off over a generation.

.. math:: v' = \max(d\,v,\ 0.5 + 0.5\,V) \ \text{on victory}, \quad v' = d\,v \ \text{else}

:math:`V` marks the defeat of an invasion; :math:`d` is the yearly persistence. Acceptance, hardship
forgiven and the standing abroad read it.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(war_over=1.0, victory=1.0)
>>> amounts(list(VictoryPrestige()(now, year())))
{'victory_glow': 1.0}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogitNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class VictoryPrestige(Mechanism):
    """Victory lends prestige that fades."""

    canon = ("victory-prestige",)
    source = "Canon: victory-prestige; Weiner 2001; persistence an assumption"
    signs = (Sign("war_over", "victory_glow", +1),)

    persistence: float = parameter(LogitNormal(0.9, 0.3), "1/year", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the glow of victory."""
        won = now.war_over * (0.5 + 0.5 * now.victory)
        yield Set("victory_glow", jnp.maximum(self.persistence * now.victory_glow, won))
