r"""The party grows with posts to fill, drives and war, and shrinks by checks and terror.

.. math:: n' = n + 0.22 (n^* - n) - (0.10 \min(4Z, 1) + \kappa) n
.. math:: n^* = 0.1 + 1.3 S (0.25+0.75N)(0.35+0.65(1-D)) + 0.35 W (1-D) + a_d d + a_w w

:math:`S` officials, :math:`N` patronage, :math:`W` workers, :math:`d` the first years of the drive,
:math:`w` war of the invasion, :math:`\kappa` checks of members in the years after the drive.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(turn=1.0, turn_years=2.0, soviet_democracy=0.2, patronage_network=0.6)
>>> amounts(list(PartySize()(now, year())))
{'party_size': 0.805939}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class PartySize(Mechanism):
    """Careers, mass drives and war fill the party; checks and terror empty it."""

    canon = ("party-social-recomposition", "careerist-intake")
    source = "Rigby 1968 for the waves of admission; trial run of the polity block"
    signs = (
        Sign("bureaucracy_size", "party_size", +1),
        Sign("invasion_force", "party_size", +1),
        Sign("terror", "party_size", -1),
    )

    drive: float = parameter(
        LogNormal(3.0, 0.2), "million persons", "fitted by hand to the wave of the drive"
    )
    front: float = parameter(LogNormal(6.0, 0.25), "million persons", "fitted by hand to the wave of the war")
    checks: float = parameter(LogNormal(0.16, 0.3), "1/year", "fitted by hand to the exchange of cards")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return party membership."""
        closed = 1.0 - now.soviet_democracy
        posts = 1.3 * now.bureaucracy_size * (0.25 + 0.75 * now.patronage_network) * (0.35 + 0.65 * closed)
        driving = now.turn * within(6.0 - now.turn_years)
        checking = now.turn * within(now.turn_years - 5.0) * within(10.0 - now.turn_years)
        aim = (
            0.1
            + posts
            + 0.35 * now.worker_index * closed
            + self.drive * driving
            + self.front * now.invasion_force
        )
        removed = 0.10 * jnp.minimum(4.0 * now.terror, 1.0) + self.checks * checking
        yield Add("party_size", 0.22 * (aim - now.party_size) - removed * now.party_size)
