r"""Static misallocation: what the same deliveries would have made, spread among enterprises by need.

Of input k enterprise j, told to make q_j, receives :math:`\mu_k (1+s_j)\,\epsilon_{jk}` of its need and makes
:math:`q_j \min(1, \min_k \text{received}_k)`. Targets are pressed until they just take up what is there:
:math:`\mu_k` makes all that is received equal to all that is needed, so that spread by need it would make
every target. Padding all alike misallocates nothing, however high: only its scatter does, and that of
deliveries (hence small static losses beside large reserves: Murrell's survey of efficiency studies, 1991).
"""

import numpy as np

from .population import Enterprises


def misallocation(enterprises: Enterprises, kinds: int, spread: float, seed: int) -> float:
    """Return the share of output that better spread deliveries would add.

    ``kinds`` of inputs each enterprise needs; ``spread`` is the relative deviation of deliveries.
    """
    technique, dice = enterprises.technique, np.random.default_rng(seed)
    plan = enterprises.capacity * (1 - enterprises.hidden)
    needed, least = np.bincount(technique, plan), np.ones(len(plan))
    for _ in range(kinds):
        chance = dice.standard_normal(len(plan))
        received = (1 + enterprises.padding) * np.exp(spread * chance - spread**2 / 2)
        there = np.bincount(technique, plan * received)
        least = np.minimum(least, received * (needed / there)[technique])
    return float(plan.sum() / (plan @ least)) - 1
