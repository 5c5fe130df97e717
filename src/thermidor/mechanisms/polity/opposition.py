r"""Left opposition: fed by experienced workers, broken by patronage and by defeats abroad.

.. math:: G' = G + 0.25 (0.25 + 0.5 M A/0.35 + 0.3\ell - G) Q - 0.35 (1-Q) N G - 0.15 l G

:math:`l` a defeat abroad. Action asks for morale, not only for agreement.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Opposition()(state(losses_abroad=1.0, party_democracy=0.4, patronage_network=0.6), year())))
{'opposition_strength': -0.097909}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Opposition(Mechanism):
    """Opponents are dropped, exiled or drawn over as appointments replace votes."""

    canon = ("opposition-repression", "demoralisation-by-defeat", "factional-drift-of-leaders")
    source = "canon: opposition-repression, factional-drift-of-leaders; trial run of the polity block"
    signs = (
        Sign("patronage_network", "opposition_strength", -1, {"party_democracy": 0.4}),
        Sign("losses_abroad", "opposition_strength", -1),
        Sign("worker_morale", "opposition_strength", +1),
    )

    repression: float = parameter(LogNormal(0.35, 0.25), "1/year", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the organised weight of the left opposition."""
        held, open_ = now.opposition_strength, now.party_democracy
        root = (
            0.25
            + 0.5 * now.worker_morale * jnp.minimum(now.advanced_worker_share / 0.35, 1.5)
            + 0.3 * now.line_left
        )
        broken = self.repression * (1.0 - open_) * now.patronage_network * (1.0 - year.lever.opposition_legal)
        defeat = 0.15 * (1.0 - jnp.exp(-now.losses_abroad))
        yield Add("opposition_strength", 0.25 * (root - held) * open_ - (broken + defeat) * held)
