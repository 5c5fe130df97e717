r"""Where capital grows, reformists can grant improvements; where it is ruined, they cannot.

.. math:: d' = d + 0.2\,(0.3 + m\,(0.12\,g)\;- r\,S - d)

:math:`m` lever of the reform margin (nought: a ruined bourgeoisie), :math:`g` capitalist growth,
:math:`S` slump.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(capitalist_growth=5.0)
>>> boom, ruin = (amounts(list(SocialDemocracy()(now, year(reform_margin=m)))) for m in (1.0, 0.0))
>>> boom["social_democracy"] > 0 > ruin["social_democracy"]
True
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class SocialDemocracy(Mechanism):
    """The capacity of reformism to contain workers is bought with growth."""

    canon = ("reform-concession-boom", "no-reform-margin", "social-democratic-diversion")
    source = "canon: reform-concession-boom, no-reform-margin; sizes are assumptions"
    signs = (
        Sign("capitalist_growth", "social_democracy", +1),
        Sign("reform_margin", "social_democracy", +1),
        Sign("slump", "social_democracy", -1),
    )

    concession: float = fixed(0.09, "index per per cent a year", "polity and world trial run (assumption)")
    crisis: float = fixed(0.15, "index", "polity and world trial run (assumption)")
    speed: float = fixed(0.2, "1/year", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        granted = year.lever.reform_margin * self.concession * jnp.clip(now.capitalist_growth, 0.0, 6.0)
        aim = jnp.clip(0.3 + granted - self.crisis * year.forcing.slump, 0.0, 1.0)
        yield Add("social_democracy", self.speed * (aim - now.social_democracy))
