r"""Oil pays for imports at the world's price: revenue is volume times price, rent what the price adds.

.. math:: V = \min(v\,R,\; \bar s F_E), \qquad \text{revenue} = V\,(p / p_0)^{\eta}

:math:`V` is what the energy sector's own output leaves for export, bounded by what reserves allow
(:math:`R`, 1 where they stood highest); :math:`p` the real price, :math:`p_0` 20 dollars of 2024.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(final_demand=(80.0, 100.0, 150.0, 60.0, 30.0, 150.0), gdp=600.0)
>>> amounts(list(OilRent()(now, year(oil_price=80.0, oil_reserves=1.0))))
{'energy_exports': 6.0, 'oil_rent': 98.870449, 'oil_cushion': 2.197121}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.axes import E
from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class OilRent(Mechanism):
    """The export of oil and gas brings more the higher the world price."""

    canon = ("oil-rent",)
    source = "Gaidar 2006; economy trial run, section 2.3"
    signs = (
        Sign("oil_price", "oil_rent", +1, {"oil_reserves": 1.0}),
        Sign("oil_reserves", "energy_exports", +1, {"oil_reserves": 0.02}),
    )

    volume: float = parameter(
        LogNormal(6.0, 0.3), "GDP of 1913 = 100, at 1913 prices", "exports of fuel about 1980 (assumption)"
    )
    most: float = fixed(0.45, "share of final energy", "assumption")
    price_power: float = fixed(0.8, "exponent", "economy trial run (assumption)")
    usual: float = fixed(20.0, "2024 dollars per barrel", "long-run price")
    dollars: float = fixed(
        1.5, "bn 1980 dollars per unit", "3.52 bn 2011 dollars over the deflator (assumption)"
    )
    need: float = fixed(0.05, "share of income", "imports that keep shops and mills going (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return fuel exports, their rent and how far it covers import needs."""
        sold = jnp.minimum(
            self.volume * year.forcing.oil_reserves, self.most * jnp.maximum(now.final_demand[E], 0.0)
        )
        price = jnp.clip(year.forcing.oil_price * year.lever.oil_price / self.usual, 0.05, 20.0)
        revenue = sold * price**self.price_power
        yield Set("energy_exports", sold)
        yield Set("oil_rent", self.dollars * revenue)
        yield Set("oil_cushion", revenue / (self.need * now.gdp))
