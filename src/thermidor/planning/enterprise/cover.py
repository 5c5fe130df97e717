r"""How much is kept in store, of inputs and of outputs, by one who weighs going short against holding.

A unit short costs u, a unit held a decade costs h: the best store covers the need with probability
:math:`u / (u + h)` (newsvendor; Arrow, Harris and Marschak 1951). Deliveries that come each decade with
probability p leave n decades uncovered with probability :math:`(1-p)^n`. What differs between regimes is who
pays: under a soft budget holding costs little (Kornai, Economics of Shortage, 1980), and where buyers queue a
sale put off is not a sale lost.
"""

import math
from dataclasses import dataclass

from scipy.special import ndtri

YEARLY_HOLDING = 0.2  # of the value held: interest, space, decay
DECADES_A_YEAR = 36


@dataclass(frozen=True, slots=True)
class Stakes:
    """Say what going short costs, in shares of the value short, and what part of holding one bears.

    ``short_of_inputs``: bonus or trade lost for want of inputs; ``sale_lost``: what a buyer turned away
    costs, zero where he queues; ``hardness`` of the budget: the share of holding costs borne.
    """

    short_of_inputs: float
    sale_lost: float
    hardness: float

    @property
    def holding(self) -> float:
        """Return the cost borne of holding for a decade."""
        return self.hardness * YEARLY_HOLDING / DECADES_A_YEAR


QUEUE = Stakes(short_of_inputs=1.0, sale_lost=0.0, hardness=0.1)
"""Rationing: buyers queue, holding is paid by the budget (Kornai 1980). The amounts are assumptions."""

CHOICE = Stakes(short_of_inputs=0.2, sale_lost=0.2, hardness=1.0)
"""Consumer feedback: buyers turn elsewhere; holding is one's own cost. The amounts are assumptions."""


def input_cover(stakes: Stakes, punctual: float, kinds: float = 1.0) -> float:
    """Return the store of each input to which one fills up, in decades of use, at least one.

    Work stops for want of any one of ``kinds`` of inputs, so each is given its part of the risk.
    """
    if punctual >= 1:
        return 1.0
    risk = stakes.holding / (stakes.short_of_inputs + stakes.holding) / max(kinds, 1.0)
    return max(1.0, math.log(risk) / math.log(1 - punctual)) if risk > 0 else math.inf


def output_cover(stakes: Stakes, scatter: float) -> float:
    """Return the store of output kept for buyers, in decades of sales of relative deviation ``scatter``."""
    if stakes.sale_lost <= 0:
        return 0.0
    service = stakes.sale_lost / (stakes.sale_lost + stakes.holding)
    return max(0.0, 1 + float(ndtri(service)) * scatter)
