r"""Prices bound every plan: the certificate of procedures that seek the best.

For prices :math:`p, w, e \ge 0` of products, resources and pollutants, no plan is worth more than

.. math:: U^*(p) + p s + w b + e q + \sum_j k_j \max(0,\; p_{i(j)} - p a_j - w r_j - e h_j),

with the surplus :math:`U^*` of the aim, stocks s, endowments b, limits q, and k the bound of a technique's
level, by its own capacity or by the resources that it needs. Source: duality of linear programmes as in
Kantorovich, The Best Use of Economic Resources, 1959 (objectively determined valuations).
"""

import numpy as np

from .certificate import DualityGap
from .table import Numbers, Table


def upper_bound(
    reported: Table, prices: Numbers, resource_prices: Numbers, charges: Numbers | None = None
) -> float:
    """Return a value that no plan for this table exceeds; infinite if these prices prove nothing.

    ``prices`` (n), ``resource_prices`` and ``charges`` (on pollutants; none if not given) need not be good:
    negative ones count as zero.
    """
    p = reported.aim.supported(np.maximum(prices, 0.0), reported.demand)
    w = np.maximum(resource_prices, 0.0)
    e = np.zeros(len(reported.pollution.names)) if charges is None else np.maximum(charges, 0.0)
    profit = p[reported.makes] - reported.inputs.T @ p - reported.resources.needs.T @ w
    rent = np.maximum(profit - reported.pollution.emissions.T @ e, 0.0)
    paid = _worth(e, reported.pollution.limits) + _worth(rent, highest_levels(reported))
    return (
        reported.aim.surplus(p, reported.demand)
        + float(p @ reported.stocks + w @ reported.resources.endowments)
        + paid
    )


def certify(
    reported: Table,
    levels: Numbers,
    prices: Numbers,
    resource_prices: Numbers,
    charges: Numbers | None = None,
) -> DualityGap:
    """Return the certificate of levels (m) by any prices: worth, bound above, limits overstepped."""
    final = reported.final(levels) + reported.stocks
    value = reported.aim.value(np.maximum(final, 0.0), reported.demand)
    best = upper_bound(reported, prices, resource_prices, charges)
    return DualityGap(value, best, violation(reported, levels), reported.aim.scale(reported.demand))


def violation(reported: Table, levels: Numbers) -> float:
    """Return the greatest relative overuse of a product, resource, capacity or limit; zero if none."""
    resources, pollution = reported.resources, reported.pollution
    made = reported.outputs(levels) + reported.stocks
    return max(
        _over(reported.inputs @ levels, made),
        _over(resources.needs @ levels, resources.endowments),
        _over(pollution.emissions @ levels, pollution.limits),
        _over(levels, reported.capacities),
        float(np.max(-levels, initial=0.0)),
    )


def highest_levels(reported: Table) -> Numbers:
    """Return the bound (m) of each technique's level by its capacity and by the resources it needs."""
    bound = reported.capacities
    for needs, endowment in zip(reported.resources.needs, reported.resources.endowments, strict=True):
        with np.errstate(divide="ignore", invalid="ignore"):
            bound = np.minimum(bound, np.where(needs > 0, endowment / needs, np.inf))
    return bound


def _worth(prices: Numbers, amounts: Numbers) -> float:
    """Return the sum of price times amount, where a price of zero makes nothing of any amount."""
    paid = prices > 0
    return float(prices[paid] @ amounts[paid])


def _over(used: Numbers, there: Numbers) -> float:
    limited = np.isfinite(there)
    excess = used[limited] - there[limited]
    over = excess > 0
    with np.errstate(divide="ignore", over="ignore"):
        return float(np.max(excess[over] / np.abs(there[limited][over]), initial=0.0))
