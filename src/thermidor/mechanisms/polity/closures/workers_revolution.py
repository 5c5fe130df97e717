r"""Where the state owns all and the people do not own the state, a rising turns on the whole order.

.. math:: \Delta \omega = 0.3\,n\,(1 - D), \quad \Delta \gamma = 0.1\,n\,(1 - 2D)^{+}

:math:`n` is the nationalised share, :math:`D` soviet democracy. State property without democracy adds
to grievance; nothing leads back to private title.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(nationalised_share=0.95, soviet_democracy=0.05)
>>> amounts(list(WorkersRevolution(strength=1.0)(now, year())))
{'revolt_weight': 0.27075, 'grievance_drive': 0.0855}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class WorkersRevolution(Mechanism):
    """Concentrated property without democracy adds to grievance."""

    canon = ("state-ownership-democracy-interaction",)
    source = "Shachtman 1951; Cliff 1948; slot end"
    signs = (
        Sign("nationalised_share", "grievance_drive", +1, {"soviet_democracy": 0.05}),
        Sign("soviet_democracy", "revolt_weight", -1),
    )

    strength: float = strength("end")
    odds: float = fixed(0.3, "1", "polity trial run (assumption)")
    wrong: float = fixed(0.1, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the odds and the wrong."""
        owned = now.nationalised_share
        yield Add("revolt_weight", self.strength * self.odds * owned * (1 - now.soviet_democracy))
        wrong = jnp.clip(1 - 2 * now.soviet_democracy, 0.0, 1.0)
        yield Add("grievance_drive", self.strength * self.wrong * owned * wrong)
