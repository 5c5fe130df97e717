r"""Scissors: few goods, and a state that buys grain cheaply to build faster, open prices against the village.

.. math:: P = g^{-a}\,\bigl(1 + b\,\max(0, \alpha - \alpha_0)(1 - m)\bigr)

:math:`g` consumer goods per head of last year (1913 = 1), :math:`\alpha` accumulation ambition, :math:`m`
private trade. The goods shortage is the sense of Johnson and Temin (1993): at fixed prices it works as a
price does.

>>> from thermidor.frame.example import amounts, state, year
>>> cut = TermsOfTrade(goods=0.5, squeeze=1.0)
>>> amounts(list(cut(state(goods_per_head=0.25, ambition=0.2), year())))
{'scissors_ratio': 2.0}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class TermsOfTrade(Mechanism):
    """Industrial prices seen by the village rise with want of goods and with pressure to accumulate."""

    canon = ("scissors-crisis",)
    source = "Johnson and Temin 1993; Trotsky 1923; Harrison"
    signs = (
        Sign("goods_per_head", "scissors_ratio", -1),
        Sign("ambition", "scissors_ratio", +1, {"private_sector_share": 0.3, "ambition": 0.5}),
    )

    goods: float = parameter(LogNormal(0.5, 0.3), "1", "assumption: price response to goods")
    squeeze: float = parameter(LogNormal(3.5, 0.3), "1", "assumption: grain gap of 1927-28")
    usual: float = fixed(0.25, "index", "assumption: ambition that asks nothing beyond upkeep")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the ratio of industrial to farm prices that the village meets."""
        want = jnp.clip(now.goods_per_head, 0.03, 3.0) ** (-self.goods)
        pressure = jnp.maximum(now.ambition - self.usual, 0.0) * (1.0 - now.private_sector_share)
        yield Set("scissors_ratio", want * (1.0 + self.squeeze * pressure))
