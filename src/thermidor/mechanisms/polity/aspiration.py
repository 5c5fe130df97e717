r"""Officials want title when the regime has lost its hold on minds and on them.

.. math:: \alpha = \mathrm{clip}(0.7\,(1 - \mathit{Leg}) + 0.4\,f + 0.25\,(1 - L) - 0.2\,\kappa
   + 0.1\,\tfrac{s_e}{0.02} + 0.3\,T)

:math:`f` reform, :math:`L` concentration, :math:`\kappa` cohesion, :math:`s_e` the claim of the ruling
group on income, :math:`T` the lever by which heritable ownership is allowed. It counts once the order
has matured.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(legitimacy=0.4, reform=0.4, leader_concentration=0.4, maturity=1.0)
>>> amounts(list(Aspiration()(now, year())))
{'aspiration': 0.74}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Aspiration(Mechanism):
    """Loss of acceptance, reform and weak leaders raise the wish for title; cohesion lowers it."""

    canon = ("caste-not-class", "inheritance-aspiration")
    source = "Canon: inheritance-aspiration, caste-not-class; trial run of the polity block"
    signs = (
        Sign("legitimacy", "aspiration", -1, {"maturity": 1.0}),
        Sign("reform", "aspiration", +1, {"maturity": 1.0}),
        Sign("bureaucracy_cohesion", "aspiration", -1, {"maturity": 1.0}),
        Sign("title_transferable", "aspiration", +1, {"maturity": 1.0}),
    )

    doubt: float = fixed(0.7, "1", "polity trial run (assumption)")
    class_: float = fixed(0.2, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the wish for title."""
        doubt = self.doubt * (1 - now.legitimacy) + 0.4 * now.reform + 0.25 * (1 - now.leader_concentration)
        having = 0.1 * jnp.clip(now.elite_consumption_share / 0.02, 0.0, 2.0)
        wish = doubt + having - self.class_ * now.bureaucracy_cohesion + 0.3 * year.lever.title_transferable
        yield Set(
            "aspiration", jnp.clip(wish * jnp.maximum(now.maturity, year.lever.title_transferable), 0.0, 1.0)
        )
