r"""A wide middle layer that owes all to the regime and fears restoration holds it in place.

.. math:: \Delta \rho = -a\,k\,\min\!\left(\frac{S}{0.06\,N}, 1\right), \quad \Delta \mathit{Leg} =
   0.01\,\min(\cdot)

:math:`S` is the number of officials, :math:`N` the population, :math:`k` culture: promoted cadres of
the first generation. Number of the trial run.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(bureaucracy_size=12.0, population=280.0, culture_level=0.6)
>>> amounts(list(MiddleBureaucracyAnchor(strength=1.0)(now, year())))
{'restoration_drive': -0.107143, 'legitimacy': 0.002857}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class MiddleBureaucracyAnchor(Mechanism):
    """Promoted middle cadres weaken the party of restoration."""

    canon = ("middle-bureaucracy-anchor",)
    source = "Pablo 1945; slots restoration, ruling-group"
    signs = (
        Sign("bureaucracy_size", "restoration_drive", -1),
        Sign("culture_level", "restoration_drive", -1),
    )

    strength: float = strength("restoration")
    hold: float = fixed(0.25, "1", "polity trial run (assumption)")
    loyalty: float = fixed(0.01, "1/year", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the hold of the middle layer."""
        layer = jnp.clip(now.bureaucracy_size / (0.06 * jnp.maximum(now.population, 1.0)), 0.0, 1.0)
        yield Add("restoration_drive", -self.strength * self.hold * now.culture_level * layer)
        yield Add("legitimacy", self.strength * self.loyalty * layer * (1 - now.legitimacy))
