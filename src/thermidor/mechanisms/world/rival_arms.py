r"""Rivals' arms over own income, and its logarithm on a scale from 4 to 40 per cent.

.. math:: \rho = \min\left(\frac{M(1 + b(\sigma-\bar\sigma))}{Y}, \bar\rho\right), \qquad
          \lambda = \frac{\ln((\rho + 0.01)/0.05)}{\ln 8}

:math:`M` adversaries' arms (forcing), :math:`\sigma` capitalist stagnation, :math:`Y` own income of
last year.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(gdp=100.0, capitalist_stagnation=0.3)
>>> amounts(list(RivalArms()(now, year(rival_arms=20.1))))["rival_pressure"]
0.040035
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year
from .dollars import DEFLATOR, INCOME


@mechanism
class RivalArms(Mechanism):
    """The weight of the adversaries is what they spend against what the country earns."""

    canon = ("capitalist-decay-militarisation",)
    source = "Polity and world trial run, section 2 (rival pressure); Richardson 1960"
    signs = (
        Sign("rival_arms", "rival_pressure", +1, {"rival_arms": 30.0}),
        Sign("gdp", "rival_log_pressure", -1, {"rival_arms": 30.0}),
        Sign("military_rivalry", "rival_military", +1, {"rival_arms": 30.0}),
        Sign("capitalist_stagnation", "rival_military", +1, {"rival_arms": 30.0}),
    )

    garrison: float = fixed(0.1, "share", "polity and world trial run (assumption)")
    ceiling: float = fixed(
        0.6,
        "ratio",
        "polity and world trial run (assumption): a war year's fall of income is no aim",
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        garrison = 1 + self.garrison * (now.capitalist_stagnation - 0.3)
        arms = year.forcing.rival_arms * year.lever.military_rivalry * garrison
        ratio = jnp.minimum(arms / (INCOME * jnp.maximum(now.gdp, 5.0) / 100), self.ceiling)
        yield Set("rival_military", arms / DEFLATOR)
        yield Set("rival_pressure", ratio)
        yield Set("rival_log_pressure", jnp.log((ratio + 0.01) / 0.05) / jnp.log(8.0))
