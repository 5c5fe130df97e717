r"""Party democracy: closed by decree, by patronage, and by the silence of the soviets.

.. math:: Q' = Q - Q q (0.6 E + 0.8 N + 0.5 (1-D)) + 0.08 (r + \ell)(1-Q)

:math:`N` patronage, :math:`r` reform, :math:`\ell` a left leadership.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(PartyDemocracy()(state(emergency_rule=0.5, patronage_network=0.5), year())))
{'party_democracy': 0.76585}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year


@mechanism
class PartyDemocracy(Mechanism):
    """Factions and open debate end as appointed officials outnumber those who argue."""

    canon = ("opposition-repression", "careerist-intake", "leader-incapacity")
    source = "canon: careerist-intake, opposition-repression; trial run of the polity block"
    signs = (
        Sign("patronage_network", "party_democracy", -1),
        Sign("emergency_rule", "party_democracy", -1),
        Sign("opposition_legal", "party_democracy", +1, {"party_democracy": 0.2}),
    )

    closing: float = parameter(Uniform(0.07, 0.17), "1/year", "polity trial run; fixes the date alone")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return freedom of factions and debate."""
        held, legal = now.party_democracy, year.lever.opposition_legal
        pressure = 0.6 * now.emergency_rule + 0.8 * now.patronage_network + 0.5 * (1.0 - now.soviet_democracy)
        opening = 0.08 * (now.reform + now.line_left) * (1.0 - held)
        moved = held * (1.0 - self.closing * pressure * (1.0 - legal)) + opening
        yield Set("party_democracy", jnp.maximum(moved, 0.7 * legal))
