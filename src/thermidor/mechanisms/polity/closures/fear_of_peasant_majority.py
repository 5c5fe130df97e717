r"""Open elections would give power to a peasant majority: so there are none.

.. math:: o = 0.85 \cdot 0.35\, p\,(1 - y)

:math:`p` peasant share, :math:`y` peasant support.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(FearOfPeasantMajority(strength=1.0)(state(peasant_support=-0.3), year())))
{'origin_drive': 0.317135}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..scales import PEASANT_FEAR


@mechanism
class FearOfPeasantMajority(Mechanism):
    """The more peasants and the less they like the regime, the less it dares a vote."""

    canon = ("fear-of-peasant-majority",)
    source = "canon: fear-of-peasant-majority; trial run of the polity block"
    signs = (Sign("peasant_share", "origin_drive", +1), Sign("peasant_support", "origin_drive", -1))

    strength: float = strength("origin")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pull of the fear of a vote."""
        unwilling = jnp.clip(1.0 - now.peasant_support, 0.0, 2.0)
        yield Add("origin_drive", self.strength * PEASANT_FEAR.value * now.peasant_share * unwilling)
