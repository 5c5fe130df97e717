r"""Static misallocation: what the same deliveries would have made, spread among enterprises by need.

Of input k enterprise j, told to make q_j, receives :math:`\mu_k (1+s_j)\,\epsilon_{jk}` of its need and makes
:math:`q_j \min(1, \min_k \text{received}_k)`. Targets are pressed until they just take up what is there:
:math:`\mu_k` makes all that is received equal to all that is needed, so that spread by need it would make
every target. Padding all alike misallocates nothing, however high: only its scatter does, and that of
deliveries (hence small static losses beside large reserves: Murrell's survey of efficiency studies, 1991).
What a month brings above its need is kept for the next. So over a year, of which such studies speak, chance
evens out, while norms are padded against the deviation of a month, by whose plan the bonus is paid.
"""

import numpy as np

from .population import Enterprises


def misallocation(enterprises: Enterprises, kinds: int, spread: float, seed: int, months: int = 1) -> float:
    """Return the share of output that better spread deliveries would add.

    ``kinds`` of inputs each enterprise needs; ``spread`` is the relative deviation of a month's deliveries;
    stores are empty at the beginning of the ``months``, and keep what a month leaves.
    """
    technique, dice = enterprises.technique, np.random.default_rng(seed)
    plan = enterprises.capacity * (1 - enterprises.hidden)
    needed, made = np.bincount(technique, plan), np.zeros(len(plan))
    stores = np.zeros((kinds, len(plan)))  # in months of the plan
    for _ in range(months):
        for kind in range(kinds):
            chance = dice.standard_normal(len(plan))
            received = (1 + enterprises.padding) * np.exp(spread * chance - spread**2 / 2)
            there = np.bincount(technique, plan * received)
            stores[kind] += received * (needed / there)[technique]
        work = np.minimum(1.0, stores.min(axis=0))
        stores -= work
        made += work
    return float(months * plan.sum() / (plan @ made)) - 1
