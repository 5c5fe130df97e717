r"""A lead of rivals that growth no longer closes is a crisis, which arms put off.

.. math:: \kappa = \lambda\,h\,(1 - \tfrac{1}{2}\min(m/\bar m, 1)), \qquad
   \tau \mathrel{+}= t\,\kappa, \quad w \mathrel{+}= w_c\,\kappa, \quad \gamma \mathrel{+}= g\,\kappa

:math:`\lambda` log pressure of rivals, :math:`h` growth missed, :math:`m` arms in income (they absorb what
would be unsold elsewhere). Plans are stretched (:math:`\tau`), started works are abandoned (:math:`w`),
those who pay are aggrieved (:math:`\gamma`).

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(rival_log_pressure=1.0, growth_shortfall=0.5, military_share=0.12)
>>> amounts(list(CrisisOfCompetition(strength=1.0)(now, year())))
{'tautness_drive': 0.018, 'waste_drive': 0.006, 'grievance_drive': 0.015}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class CrisisOfCompetition(Mechanism):
    """Growth missed under pressure of rivals brings crisis; arms mediate it."""

    canon = ("exploitation-set-by-competition",)
    source = "Cliff 1948; Harman 1976; slot crisis"
    signs = (
        Sign("growth_shortfall", "waste_drive", +1, {"rival_log_pressure": 0.8}),
        Sign(
            "rival_log_pressure", "tautness_drive", +1, {"growth_shortfall": 0.5, "rival_log_pressure": 0.5}
        ),
        Sign("military_share", "grievance_drive", -1, {"growth_shortfall": 0.5, "rival_log_pressure": 0.5}),
    )

    strength: float = strength("crisis")
    usual: float = fixed(0.15, "share of income", "arms that absorb the most (assumption)")
    stretched: float = fixed(0.06, "ratio", "assumption")
    abandoned: float = fixed(0.02, "share", "assumption")
    aggrieved: float = fixed(0.05, "index", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return plans stretched, works abandoned, grievance."""
        put_off = 0.5 * jnp.clip(now.military_share / self.usual, 0.0, 1.0)
        crisis = jnp.clip(now.rival_log_pressure, 0.0, 1.2) * now.growth_shortfall * (1 - put_off)
        yield Add("tautness_drive", self.strength * self.stretched * crisis)
        yield Add("waste_drive", self.strength * self.abandoned * crisis)
        yield Add("grievance_drive", self.strength * self.aggrieved * crisis)
