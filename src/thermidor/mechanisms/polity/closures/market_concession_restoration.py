r"""Widening concessions to rich peasants and traders lead by steps to private property.

.. math:: \Delta \chi = 0.5\,K\,v/0.82 + 0.5\,p\,\iota + 0.35\,R - 0.25\,a

:math:`K` is the weight of rich peasants, :math:`v` the peasant share, :math:`p` private trade,
:math:`\iota` isolation, :math:`R` the party right, :math:`a` ambition. Numbers of the trial run.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(nep=1.0, kulak_weight=0.5, private_sector_share=0.5, right_strength=0.4, ambition=0.3)
>>> amounts(list(MarketConcessionRestoration(strength=1.0)(now, year())))
{'concession_drive': 0.5525}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class MarketConcessionRestoration(Mechanism):
    """Private capital under concessions presses for title."""

    canon = ("market-concession-restoration",)
    source = "Opposition platform 1927; Trotsky 1936; slot restoration"
    signs = (
        Sign("kulak_weight", "concession_drive", +1),
        Sign("private_sector_share", "concession_drive", +1),
        Sign("right_strength", "concession_drive", +1),
    )

    strength: float = strength("restoration")
    kulaks: float = fixed(0.5, "1", "polity trial run (assumption)")
    traders: float = fixed(0.5, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pressure of private capital."""
        village = self.kulaks * now.kulak_weight * now.peasant_share / 0.82
        town = self.traders * now.private_sector_share * now.isolation
        politics = 0.35 * now.right_strength - 0.25 * now.ambition
        yield Add("concession_drive", self.strength * jnp.maximum(village + town + politics, 0.0))
