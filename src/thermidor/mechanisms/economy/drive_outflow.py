r"""Collectivisation and the drive push people off the land: wage labour made by decree.

.. math:: m_d = g\,s\,\bigl[0.010\,\kappa\,\max(0, i - .13)/.10 + 0.05\,\dot\kappa(1 - v)\bigr]R

:math:`i` planned accumulation, :math:`\kappa` collectivised share, :math:`\dot\kappa` its speed. The
separation of the producer from the land, here by force.

>>> from thermidor.frame.example import amounts, state, year
>>> got = amounts(list(DriveOutflow(push=1.0)(state(collectivisation_speed=0.2, town_ration=0.3), year())))
>>> round(got["peasants > dependants"] / 122.4, 6)
0.01
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class DriveOutflow(Mechanism):
    """Force and recruitment move villagers to building sites and towns."""

    canon = ("state-primitive-accumulation", "forced-collectivisation", "rural-influx-dilution")
    source = "economy trial run 2.4 (migd); Allen 2003 on dekulakisation and flight"
    signs = (
        Sign("collectivisation_speed", "migration", +1, {"town_ration": 0.3}),
        Sign("accumulation_target", "migration", +1, {"town_ration": 0.3, "collectivised_share": 0.6}),
    )

    push: float = parameter(LogNormal(0.702, 0.39), "1", "economy trial run (fitted)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return those whom the drive moves."""
        drive = jnp.clip((now.accumulation_target - 0.13) / 0.10, 0.0, 2.5)
        gate = jnp.clip((now.town_ration - 0.14) / 0.06, 0.0, 1.0)
        reserve = jnp.clip((now.peasant_share - 0.14) / 0.35, 0.0, 1.0)
        broken = 0.05 * now.collectivisation_speed * (1.0 - now.voluntary)
        rate = self.push * (0.010 * drive * now.collectivised_share + broken) * reserve
        moved = gate * rate * now.peasants
        yield Move("peasants", "dependants", moved)
        yield Set("migration", now.migration + moved)
