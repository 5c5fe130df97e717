r"""What peasants think of the regime: land, requisition, force, hunger.

.. math:: y' = y + 0.3 (0.45 - 1.2 q + 0.15 n - 1.1 v - 0.5 h - 0.5 T e^{-t/15} - y)

:math:`q` requisition, :math:`n` NEP, :math:`v` speed of collectivisation, :math:`h` dearth, :math:`t`
years since the turn.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(PeasantSupport()(state(requisition=1.0, dearth=0.5), year())))
{'peasant_support': -0.405}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class PeasantSupport(Mechanism):
    """Land won support; requisition, hunger and forced entry into collectives lose it."""

    canon = ("fear-of-peasant-majority",)
    source = "canon: fear-of-peasant-majority (the support it reads); constants are assumptions"
    signs = (
        Sign("requisition", "peasant_support", -1),
        Sign("dearth", "peasant_support", -1),
        Sign("nep", "peasant_support", +1),
        Sign("collectivisation_speed", "peasant_support", -1),
    )

    requisition: float = parameter(LogNormal(1.2, 0.2), "1", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the attitude of the peasantry, -1 to 1."""
        wound = 0.5 * now.turn * jnp.exp(-now.turn_years / 15.0) * (1.0 - now.voluntary)
        force = 1.1 * now.collectivisation_speed * (1.0 - now.voluntary)
        aim = 0.45 - self.requisition * now.requisition + 0.15 * now.nep - force - 0.5 * now.dearth - wound
        yield Add("peasant_support", 0.3 * (jnp.maximum(aim, -1.0) - now.peasant_support))
