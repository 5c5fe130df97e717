r"""Where labour is wage labour, exploitation drives work and provokes resistance.

.. math:: e \mathrel{+}= a\,x\,(1 - 3O), \qquad \lambda \mathrel{-}= f\,(1 - X), \qquad
   \gamma \mathrel{+}= g\,x^{+}

:math:`x` log of the rate of exploitation over that of the first year, :math:`O` self-organisation,
:math:`X` coercion. Piece rates and norms press work out of those who are apart; the organised give less.
A seller of labour may leave a plant as far as police allow (:math:`\lambda`, control of labour), and holds
a grievance against who exploits (:math:`\gamma`): struggle stays possible.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(exploitation_rate=0.7, worker_self_organisation=0.05, coercion=0.6)
>>> amounts(list(WageLabour(strength=1.0)(now, year())))
{'effort_drive': 0.008642, 'labour_drive': -0.06, 'grievance_drive': 0.025419}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year
from .balance import at_start


@mechanism
class WageLabour(Mechanism):
    """Exploitation raises work where workers are apart, and grievance everywhere."""

    canon = ("exploitation-set-by-competition", "union-transmission-belt")
    source = "Cliff 1948, chapter 1; Harman 1974; slot labour"
    signs = (
        Sign("exploitation_rate", "effort_drive", +1, {"worker_self_organisation": 0.05}),
        Sign(
            "worker_self_organisation",
            "effort_drive",
            -1,
            {"exploitation_rate": 0.8, "worker_self_organisation": 0.2},
        ),
        Sign("exploitation_rate", "grievance_drive", +1, {"exploitation_rate": 0.8}),
        Sign("coercion", "labour_drive", +1),
    )

    strength: float = strength("labour")
    pressed: float = fixed(0.012, "share per log exploitation", "assumption")
    free: float = fixed(0.15, "index", "assumption")
    wronged: float = fixed(0.03, "index per log exploitation", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return effort, freedom to leave, and grievance."""
        rate = jnp.maximum(now.exploitation_rate, 0.01) / at_start("exploitation_rate")
        squeezed = jnp.clip(jnp.log(rate), -1.0, 1.5)
        yield Add(
            "effort_drive",
            self.strength * self.pressed * squeezed * (1 - 3 * now.worker_self_organisation),
        )
        yield Add("labour_drive", -self.strength * self.free * (1 - now.coercion))
        yield Add("grievance_drive", self.strength * self.wronged * jnp.maximum(squeezed, 0.0))
