r"""Denial of technology rises with intervention and cold war, and falls with reform and revolution abroad.

.. math:: e = \epsilon\,(0.25 + 0.75 i + 0.7\,v\,\tau - 0.3 f - 0.4 z - 0.5\,R/0.14)

:math:`\epsilon` lever, :math:`i` intervention, :math:`v\tau` tension after victory, :math:`f` reform,
:math:`z` end of the regime, :math:`R` world revolution.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Embargo()(state(victory=1.0, us_ussr_tension=0.6), year())))
{'technology_embargo': 0.67}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Embargo(Mechanism):
    """Advanced countries keep patents and machines from a hostile power."""

    canon = ("technology-embargo", "capitalist-hostility-to-expropriation")
    source = "Joined loop, section 2 (embargo)"
    signs = (
        Sign("us_ussr_tension", "technology_embargo", +1, {"victory": 1.0}),
        Sign("embargo_scale", "technology_embargo", +1),
        Sign("world_revolution", "technology_embargo", -1),
    )

    blockade: float = fixed(0.75, "index", "joined trial run (assumption)")
    cold_war: float = fixed(0.7, "index", "joined trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        denied = 0.25 + self.blockade * now.intervention + self.cold_war * now.victory * now.us_ussr_tension
        granted = 0.3 * now.reform + 0.4 * now.ended + 0.5 * now.world_revolution / 0.14
        yield Set("technology_embargo", jnp.clip(denied - granted, 0.0, 1.0) * year.lever.embargo_scale)
