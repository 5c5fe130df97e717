r"""A movement wins only against a divided elite, and only if workers are organised.

.. math:: h = 0.6\,\frac{(m - 0.5)^{+}}{0.5}\,\max(F, 0.75 f, 0.05)\,(0.35
   + \omega)\,\mathrm{clip}\frac{O}{0.35}\,(1.2 - F)

:math:`m` people in movement, :math:`F` officials turned to restoration, :math:`f` reform,
:math:`\omega` the odds that closures give, :math:`O` self-organisation. Without the split half of all
draws end in the first years: the rising of 1921 met a united elite.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(mass_mobilisation=0.9, reform=1.0, revolt_weight=0.6, worker_self_organisation=0.4)
>>> amounts(list(Revolt()(now, year(chance=0.1))))
{'revolt_hazard': 0.4104, 'revolution_won': 1.0}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Revolt(Mechanism):
    """Mass movement, a split elite and organisation make a political revolution."""

    canon = ("political-revolution",)
    source = "Trotsky 1936; Kuran 1991; trial run of the polity block; slot end"
    luck = ("revolt",)
    signs = (
        Sign("mass_mobilisation", "revolt_hazard", +1, {"mass_mobilisation": 0.8}),
        Sign(
            "worker_self_organisation",
            "revolt_hazard",
            +1,
            {"mass_mobilisation": 0.8, "worker_self_organisation": 0.2},
        ),
        Sign("revolt_weight", "revolt_hazard", +1, {"mass_mobilisation": 0.8}),
        Sign(
            "worker_organisation",
            "revolt_hazard",
            +1,
            {"mass_mobilisation": 0.8, "worker_self_organisation": 0.1, "worker_organisation": 0.2},
        ),
    )

    rate: float = fixed(0.6, "1/year", "polity trial run (assumption)")
    united: float = fixed(0.05, "split of a united elite", "polity trial run (assumption; delicate)")
    others: float = fixed(0.35, "1", "odds without closure, polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the hazard and the event."""
        strong = jnp.maximum(now.mass_mobilisation - 0.5, 0.0) / 0.5
        split = jnp.maximum(jnp.maximum(now.restoration_faction, 0.75 * now.reform), self.united)
        organised = jnp.maximum(now.worker_self_organisation, year.lever.worker_organisation)
        odds = (self.others + now.revolt_weight) * jnp.clip(organised / 0.35, 0.0, 1.0)
        hazard = self.rate * strong * split * odds * (1.2 - now.restoration_faction) * (1 - now.ended)
        hazard = jnp.clip(hazard, 0.0, 0.9)
        won = jnp.where(year.luck["revolt"] < hazard, 1.0, 0.0)
        yield Set("revolt_hazard", hazard)
        yield Set("revolution_won", jnp.maximum(now.revolution_won, won))
