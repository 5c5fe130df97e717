r"""Because the system works so badly under outside pressure, a part of the elite turns to markets.

.. math:: \Delta \rho = 0.6\,\sigma + 0.9\,\Sigma + 0.35\,f

:math:`\sigma` is stagnation felt, :math:`\Sigma` stagnation cumulated, :math:`f` reform under way. Oil
has its say inside :math:`\sigma`. Numbers of the trial run.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(stagnation=0.4, stagnation_memory=0.2, reform=0.4)
>>> amounts(list(MarketReformDrift(strength=1.0)(now, year())))
{'restoration_drive': 0.56}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class MarketReformDrift(Mechanism):
    """Stagnation, felt and remembered, turns the elite to markets."""

    canon = ("market-reform-drift",)
    source = "Ticktin 1992; slot restoration"
    signs = (
        Sign("stagnation", "restoration_drive", +1),
        Sign("stagnation_memory", "restoration_drive", +1),
    )

    strength: float = strength("restoration")
    felt: float = fixed(0.6, "1", "polity trial run (assumption)")
    remembered: float = fixed(0.9, "1", "polity trial run (assumption)")
    opening: float = fixed(0.35, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the drift to markets."""
        drift = self.felt * now.stagnation + self.remembered * jnp.clip(now.stagnation_memory, 0.0, 1.0)
        yield Add("restoration_drive", self.strength * (drift + self.opening * now.reform))
