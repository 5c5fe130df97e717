r"""Capitalist growth is the record's, less what levers and a closed area take; stagnation follows slump.

.. math:: g = g_t\,(1 - 0.75 s)\,m - c, \qquad \sigma' = \sigma + 0.3\,(0.25 + 0.5 S + 0.1(2.5 - g) - \sigma)

:math:`g_t` recorded growth of the advanced countries, :math:`s` lever of stagnation, :math:`m` lever of the
reform margin, :math:`c` loss to the closed area (closure), :math:`S` slump.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Capitalism()(state(closed_area_drive=0.5), year(rival_growth=4.0))))["capitalist_growth"]
3.5
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Capitalism(Mechanism):
    """Growth abroad is given; stagnation is its absence, remembered."""

    canon = ("market-regulation-anarchy", "reform-concession-boom")
    source = "Forcing of rival growth; closed area by closure; sizes are assumptions"
    signs = (
        Sign("rival_growth", "capitalist_growth", +1, {"rival_growth": 2.0}),
        Sign("slump", "capitalist_stagnation", +1),
        Sign("western_stagnation", "capitalist_growth", -1, {"rival_growth": 3.0}),
    )

    memory: float = fixed(0.3, "1/year", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        boom = (1 - 0.75 * year.lever.western_stagnation) * (0.5 + 0.5 * year.lever.reform_margin)
        given = year.forcing.rival_growth
        growth = jnp.where(given > 0, given * boom, given) - now.closed_area_drive
        crisis = jnp.maximum(year.forcing.slump, 0.4 * year.lever.western_stagnation)
        aim = jnp.clip(0.25 + 0.5 * crisis + 0.1 * jnp.clip(2.5 - growth, -2.5, 5.0), 0.0, 1.0)
        yield Set("capitalist_growth", growth)
        yield Add("capitalist_stagnation", self.memory * (aim - now.capitalist_stagnation))
