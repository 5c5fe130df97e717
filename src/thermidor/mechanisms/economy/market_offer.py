r"""Peasants sell against goods: without goods, or at bad terms, they keep; rich sellers can wait.

.. math:: O = t\,(H - S) + (1.17\,\mu - t)(H - S)\,g^{\varepsilon}
   \,P^{-\beta}\,\bigl(1 - h\,s_K\,\mathrm{clip}(P - 1.2, 0, 1)\bigr)

:math:`g` goods per head of last year, :math:`P` scissors, :math:`s_K` kulak share. The last factor is the
grain strike: holders of large surpluses withhold in proportion to the price wedge. :math:`t` is what taxes
and rents force on the market at any terms.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(grain_output=73.0, seed_grain=13.0, goods_per_head=1.0, scissors_ratio=1.0)
>>> round(amounts(list(MarketOffer(share=0.25)(now, year())))["market_offer"], 3)
17.55
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class MarketOffer(Mechanism):
    """Grain offered for sale rises with harvest and goods and falls with the scissors."""

    canon = ("peasant-marketing-disincentive", "scissors-crisis", "grain-strike")
    source = "economy trial run 2.1; Johnson and Temin 1993"
    signs = (
        Sign("goods_per_head", "market_offer", +1),
        Sign("scissors_ratio", "market_offer", -1),
        Sign("kulak_share_marketed", "market_offer", -1, {"scissors_ratio": 1.5}),
        Sign("grain_output", "market_offer", +1),
    )

    share: float = parameter(LogNormal(0.24, 0.125), "share", "economy trial run (fitted)")
    goods: float = parameter(
        LogNormal(0.30, 0.23), "1", "economy trial run: 0.588 less the part now in prices"
    )
    terms: float = parameter(LogNormal(0.35, 0.25), "1", "economy trial run: part of 0.588 now in prices")
    tax: float = fixed(
        0.11, "share of net crop", "tax in kind of 1921-23, rents and taxes before (assumption)"
    )
    strike: float = parameter(LogNormal(1.2, 0.3), "1", "assumption: procurement crisis of 1927-28")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return what would be sold freely this year."""
        net = jnp.maximum(now.grain_output - now.seed_grain, 0.0)
        owed = self.tax * net
        goods = jnp.clip(now.goods_per_head, 0.03, 1.3) ** self.goods
        terms = jnp.clip(now.scissors_ratio, 0.5, 6.0) ** (-self.terms)
        wedge = jnp.clip(now.scissors_ratio - 1.2, 0.0, 1.0)
        willing = goods * terms * (1.0 - self.strike * now.kulak_share_marketed * wedge)
        yield Set("market_offer", owed + (1.17 * self.share * net - owed) * willing)
