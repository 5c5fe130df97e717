r"""With no organised workers to give it another aim, a movement from below drifts to the market.

.. math:: \Delta \rho = 0.3\,m\,(1 - O) + 0.1\,u\,t

:math:`m` is the share of people in movement, :math:`O` workers' self-organisation, :math:`u` stagnation
cumulated, :math:`t` the technology gap: capitalism abroad draws.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(mass_mobilisation=0.4, worker_self_organisation=0.05, stagnation_memory=0.3,
...     technology_gap=0.65)
>>> amounts(list(RestorationAttractor(strength=1.0)(now, year())))
{'restoration_drive': 0.1335}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class RestorationAttractor(Mechanism):
    """Movement without organisation and a lasting gap both draw to the market."""

    canon = ("market-reform-drift",)
    source = "Ticktin 1992; slot end"
    signs = (
        Sign("mass_mobilisation", "restoration_drive", +1),
        Sign("technology_gap", "restoration_drive", +1, {"stagnation_memory": 0.3}),
    )

    strength: float = strength("end")
    drift: float = fixed(0.3, "1", "polity trial run (assumption)")
    pull: float = fixed(0.1, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the draw of the market."""
        drift = self.drift * now.mass_mobilisation * (1 - now.worker_self_organisation)
        pull = self.pull * jnp.clip(now.stagnation_memory, 0.0, 1.0) * now.technology_gap
        yield Add("restoration_drive", self.strength * (drift + pull))
