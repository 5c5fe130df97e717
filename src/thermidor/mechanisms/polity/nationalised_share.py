r"""Who owns: expropriation after the revolution, leases under NEP, near-total state property after the turn.

.. math:: n' = n + v (0.82 - 0.07\,\mathrm{NEP} + 0.16 T - n), \quad v = 0.35 + \Delta; \qquad
          \pi = (1-n)\,(0.25 + 0.75 m)

Once private property is back the state's share tends to a quarter. :math:`\pi` private trade and small
capital,
:math:`m` market weight. The former owners never return except by restoration.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(NationalisedShare()(state(turn=1.0, nationalised_share=0.8), year())))
{'nationalised_share': 0.863, 'private_sector_share': 0.121588}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class NationalisedShare(Mechanism):
    """The new state takes the means of production, and keeps them while it lasts."""

    canon = ("old-elite-exclusion", "dual-expropriation")
    source = "canon: old-elite-exclusion; constants are assumptions"
    signs = (
        Sign("turn", "nationalised_share", +1),
        Sign("expropriation_drive", "nationalised_share", +1),
        Sign("restored", "nationalised_share", -1, {"nationalised_share": 0.9}),
        Sign("regulator_market", "private_sector_share", +1),
    )

    pace: float = parameter(LogNormal(0.35, 0.2), "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the state's share in non-farm means of production, and the private sector's share."""
        private = jnp.maximum(jnp.maximum(now.restored, now.form_changed), year.lever.shock_privatisation)
        aim = 0.82 - 0.07 * now.nep + 0.16 * now.turn - 0.1 * now.reform
        aim = aim * (1.0 - private) + 0.25 * private
        pace = within(self.pace + now.expropriation_drive - 0.15 * private)
        share = within(now.nationalised_share + pace * (aim - now.nationalised_share))
        yield Set("nationalised_share", share)
        yield Set("private_sector_share", (1.0 - share) * (0.25 + 0.75 * now.regulator_market))
