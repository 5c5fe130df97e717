r"""Arrests come from routine police work, from the war on the village, from civil war and from terror.

.. math:: a = 0.4\,X\,L + a_z\,Z + a_c\,v\,(0.3 + 0.7\,X) + 0.15\,E\,i

per 1000 adults: :math:`X` coercion, :math:`L` concentration, :math:`Z` terror, :math:`v` households
forced into collectives this year, :math:`E` emergency rule under intervention :math:`i`. Recorded
arrests are 1.4 million in 21 months of the great terror and 0.3 to 0.5 million a year of the drive;
half of those taken in the terror were shot, one in fifty outside it. Purges of officials, executions
and commanders lost follow.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(coercion=0.6, leader_concentration=0.8, terror=0.9)
>>> amounts(list(Repression(pulse=8.0)(now, year())))
{'repression': 7.392, 'executions': 0.306775, 'purge_rate': 0.3542, 'officer_loss': 0.45}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Repression(Mechanism):
    """Arrests, executions and purges follow coercion, the drive and terror."""

    canon = ("officer-purge-weakening",)
    source = "Getty, Rittersporn and Zemskov 1993; Okhotin and Roginskii 2007; trial run"
    signs = (
        Sign("terror", "repression", +1),
        Sign("collectivisation_speed", "repression", +1, {"turn": 1.0}),
        Sign("coercion", "repression", +1),
        Sign("terror", "officer_loss", +1),
        Sign("terror", "executions", +1),
    )

    pulse: float = parameter(
        LogNormal(8.0, 0.2), "per 1000 adults", "recorded arrests over adults, two years of terror"
    )
    drive: float = parameter(
        LogNormal(14.0, 0.3), "per 1000 adults", "recorded arrests in the years of the drive"
    )
    shot: float = fixed(0.5, "share of arrested at full terror", "death sentences over arrests in the terror")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return arrests, executions, purges and commanders lost."""
        force = now.collectivisation_speed * (1 - now.voluntary) * now.turn
        routine = 0.4 * now.coercion * now.leader_concentration
        decree = 1.5 * now.emergency_rule * now.intervention
        arrests = routine + self.drive * force * (0.3 + 0.7 * now.coercion) + self.pulse * now.terror + decree
        taken = arrests * now.ages[1] / 1000
        yield Set("repression", arrests)
        yield Set(
            "executions", taken * jnp.clip(0.02 + self.shot * now.terror + 0.1 * now.intervention, 0.0, 1.0)
        )
        yield Set("purge_rate", 0.02 + 0.04 * now.coercion * now.leader_concentration + 0.35 * now.terror)
        yield Set("officer_loss", 0.75 * now.officer_loss + 0.5 * now.terror * (1 - now.officer_loss))
