r"""Dependent states pay for reconstruction; later allegiance is paid for, in prices and in soft goods.

.. math:: x = \frac{a}{95}\,[x_0\,e - p\,(g\,\tau\,(0.15 + P)\,s\,V + m\,V\,\max(0, p_w - p_b))]

:math:`e` extraction and :math:`p` payment asked by closures; :math:`\tau` tension, :math:`P` readiness
to pay, raised by revolts, :math:`s` statified share, :math:`V` volume of trade with own income:
machines taken at more than their worth (soft goods) are paid every year. :math:`p_w - p_b`: world oil
price over the bloc's formula, a mean of past years.
Contracts carry the price of this year and the last. Billion dollars a year; in the accounts, the same
over what an index point of income is worth.

>>> from thermidor.frame.example import amounts, state, year
>>> held = dict(satellite_area=95.0, satellite_statified=1.0, us_ussr_tension=0.6, gdp=830.0)
>>> early = state(**held, extraction_drive=0.8)
>>> late = state(**held, allegiance_drive=0.55, satellite_payments=0.4, bloc_oil_price=0.0)
>>> [amounts(list(SatelliteTransfer()(s, year())))["satellite_extraction"] for s in (early, late)]
[4.8, -6.196184]
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .dollars import DEFLATOR, INCOME_EARLIER_DOLLARS


@mechanism
class SatelliteTransfer(Mechanism):
    """Reparations fade with reconstruction; subsidies grow with tension, revolts and the price gap."""

    canon = ("satellite-extraction",)
    source = "Marrese and Vanous 1983 (subsidies); Brada 1988 (the same as preferential trade)"
    signs = (
        Sign("extraction_drive", "satellite_extraction", +1, {"satellite_area": 90.0}),
        Sign(
            "allegiance_drive", "satellite_transfer", -1, {"satellite_area": 90.0, "satellite_statified": 1.0}
        ),
        Sign(
            "satellite_payments",
            "satellite_extraction",
            -1,
            {"satellite_area": 90.0, "satellite_statified": 1.0, "allegiance_drive": 0.5},
        ),
        Sign(
            "oil_price",
            "satellite_extraction",
            -1,
            {"satellite_area": 90.0, "satellite_statified": 1.0, "allegiance_drive": 0.5, "oil_price": 50.0},
        ),
        Sign("satellite_extract", "satellite_extraction", +1, {"satellite_area": 90.0}),
        Sign(
            "satellite_subsidise",
            "satellite_extraction",
            -1,
            {"satellite_area": 90.0, "satellite_statified": 1.0},
        ),
    )

    scale: float = parameter(
        LogNormal(6.0, 0.3),
        "bn dollars per year",
        "order of the net gain after the war in Liberman 1998 (assumption)",
    )
    soft: float = parameter(
        LogNormal(15.0, 0.4), "bn dollars per year", "fitted by eye to Marrese and Vanous 1983"
    )
    deliveries: float = fixed(
        1.2,
        "bn barrels per year",
        "polity and world trial run (assumption): oil, and gas as oil, at full allegiance",
    )
    lag: float = fixed(0.25, "1/year", "polity and world trial run (assumption): five years of past prices")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        lever, volume = year.lever, jnp.minimum(now.gdp / 830, 1.3)
        price = year.forcing.oil_price * lever.oil_price
        contract = 0.5 * (price + now.world_oil_price)
        gap = jnp.maximum(contract - now.bloc_oil_price, 0.0) / DEFLATOR
        soft = self.soft * now.us_ussr_tension * (0.15 + now.satellite_payments) * now.satellite_statified
        asked = jnp.maximum(now.extraction_drive, 0.5 * lever.satellite_extract) * (
            1 - lever.satellite_subsidise
        )
        paid = jnp.maximum(now.allegiance_drive, 0.5 * lever.satellite_subsidise) * (
            1 - lever.satellite_extract
        )
        net = self.scale * asked - paid * volume * (soft + self.deliveries * gap)
        dollars = now.satellite_area / 95 * net * (1 - lever.satellite_neutral)
        yield Set("satellite_extraction", dollars)
        yield Set("satellite_transfer", dollars / INCOME_EARLIER_DOLLARS * 100)
        yield Set("world_oil_price", price)
        yield Add("bloc_oil_price", self.lag * (price - now.bloc_oil_price))
