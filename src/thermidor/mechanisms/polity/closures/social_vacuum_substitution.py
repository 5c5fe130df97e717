r"""A new force fills the vacuum where neither capital nor labour can solve society's problems.

.. math:: o = 0.9\,(0.35 + 0.65\,c)\,(1 - 0.75 \min(R/0.2, 1) - 0.5 D P)^+

:math:`c` capitalist stagnation, :math:`R` world revolution, :math:`D P` soviet democracy in working
order. Not
tied to backwardness.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(SocialVacuumSubstitution(strength=1.0)(state(soviet_democracy=0.3), year())))
{'origin_drive': 0.416925}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..gates import above
from ..scales import VACUUM


@mechanism
class SocialVacuumSubstitution(Mechanism):
    """Failure of both classes calls a third ruler."""

    canon = ("social-vacuum-substitution",)
    source = "canon: social-vacuum-substitution; Shachtman 1962; trial run of the polity block"
    signs = (Sign("capitalist_stagnation", "origin_drive", +1), Sign("world_revolution", "origin_drive", -1))

    strength: float = strength("origin")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pull that failure of both classes gives."""
        capital = 0.35 + 0.65 * jnp.maximum(now.capitalist_stagnation, year.forcing.slump)
        success = 0.75 * jnp.minimum(now.world_revolution / 0.2, 1.0)
        labour = 0.5 * now.soviet_democracy * jnp.minimum(now.worker_power, 1.0)
        yield Add("origin_drive", self.strength * VACUUM.value * capital * above(1.0 - success - labour))
