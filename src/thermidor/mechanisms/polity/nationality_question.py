r"""Republics leave one after another when the centre weakens: a cascade over thresholds.

.. math:: f = \Phi\!\left(\frac{0.5(1 - \mathit{Leg}) + 0.5 F + 0.3 z - 0.6 X - 0.2 L + 0.5 r
   - 0.75}{0.18}\right), \quad r' = r + 0.5\,(f - r)

:math:`F` is deep reform or an order that has ended, :math:`z` disorganisation, :math:`X` coercion,
:math:`L` concentration, :math:`r` the weight of republics already leaving. Acceptance suffers with each
departure.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(legitimacy=0.3, reform=1.0, disorganisation=0.3, coercion=0.1, leader_concentration=0.4)
>>> amounts(list(NationalityQuestion()(now, year())))
{'republics_leaving': 0.0, 'legitimacy': -0.0}
"""

from collections.abc import Iterator

import jax.numpy as jnp
from jax.scipy.special import ndtr

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import Normal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class NationalityQuestion(Mechanism):
    """A weak centre lets republics leave, and each departure weakens it more."""

    canon = ("nationality-question",)
    source = "Suny 1993; Beissinger 2002; Kuran 1991 for the cascade"
    signs = (
        Sign("legitimacy", "republics_leaving", -1, {"reform": 1.0, "coercion": 0.1, "maturity": 1.0}),
        Sign("coercion", "republics_leaving", -1, {"reform": 1.0, "coercion": 0.1, "maturity": 1.0}),
        Sign("republics_leaving", "republics_leaving", +1, {"reform": 1.0, "coercion": 0.1, "maturity": 1.0}),
    )

    threshold: float = parameter(Normal(0.75, 0.08), "index", "assumption")
    spread: float = fixed(0.18, "index", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the weight of republics leaving."""
        opening = 0.5 * jnp.maximum(jnp.where(now.reform > 0.7, now.reform, 0.0), now.ended)
        weak = 0.5 * (1 - now.legitimacy) + opening + 0.3 * now.disorganisation
        strong = 0.6 * now.coercion + 0.2 * now.leader_concentration
        leave = ndtr((weak - strong + 0.5 * now.republics_leaving - self.threshold) / self.spread)
        step = 0.5 * (leave - now.republics_leaving) * now.maturity
        yield Add("republics_leaving", step)
        yield Add("legitimacy", -0.15 * jnp.maximum(step, 0.0))
