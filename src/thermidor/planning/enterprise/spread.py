r"""Static misallocation: what the same deliveries would have made, better spread among enterprises.

Enterprise j, told to make q_j, receives :math:`(1-c)(1+s_j)\,\epsilon_j` of what it needs and makes
:math:`q_j \min(1, \text{received})`, for what exceeds its plan it has no use this year. Spread to each by
need, deliveries D to enterprises of one technique would make :math:`\min(\sum q_j, D)`. All padding alike
misallocates nothing, however high: only its scatter does (hence small static losses beside large reserves:
Murrell's survey of efficiency studies, 1991).
"""

import numpy as np

from ..table import Numbers
from .population import Enterprises


def misallocation(enterprises: Enterprises, spread: float, seed: int) -> float:
    """Return the share of output that better spread deliveries would add, at deliveries of this deviation."""
    return _gain(enterprises, _received(enterprises, spread, seed))


def _received(enterprises: Enterprises, spread: float, seed: int) -> Numbers:
    chance = np.random.default_rng(seed).standard_normal(len(enterprises.technique))
    share = (1 - enterprises.cut) * (1 + enterprises.padding)
    return share * np.exp(spread * chance - spread**2 / 2)


def _gain(enterprises: Enterprises, received: Numbers) -> float:
    """Return the gain; plans are proportional to the capacity reported."""
    plan = enterprises.capacity * (1 - enterprises.hidden)
    made = float((plan * np.minimum(received, 1.0)).sum())
    total = np.bincount(enterprises.technique, plan)
    there = np.bincount(enterprises.technique, plan * received)
    return float(np.minimum(total, there).sum()) / made - 1
