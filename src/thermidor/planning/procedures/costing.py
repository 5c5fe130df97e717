"""One recipe a product, and prices on what is scarce: the tool of procedures that plan by valuations."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csc_array, identity
from scipy.sparse.linalg import SuperLU, splu

from ..exact.shortcut import must_ask, unlimited
from ..table import Numbers, Table
from .common import Mix, in_baskets, last_mix, proven

QUICK = 0.5  # power of the use by which a valuation changes in a round
STEP = 2.0  # greatest factor of that change


@dataclass(frozen=True, slots=True, eq=False)
class Costing:
    """Hold factors of the balances, and limits: shared ones (by row), then the capacity of each product.

    ``needs`` (limit x n) are per unit of output; ``limits`` are resources, then pollutants.
    """

    known: Table
    mix: Mix
    factors: SuperLU
    needs: Numbers
    limits: Numbers
    capacity: Numbers

    def prices(self, valuations: Numbers) -> Numbers:
        """Return full costs (n) at these valuations of the limits (shared, then by product)."""
        shared = len(self.limits)
        return self.factors.solve(self.needs.T @ valuations[:shared] + valuations[shared:], trans="T")

    def outputs(self, final: Numbers) -> Numbers:
        """Return the gross outputs (n) that deliver ``final``."""
        return self.factors.solve(final)

    def use(self, outputs: Numbers) -> Numbers:
        """Return the share of every limit in use."""
        tiny = np.finfo(float).tiny
        return np.concatenate(
            [self.needs @ outputs / np.maximum(self.limits, tiny), outputs / np.maximum(self.capacity, tiny)]
        )

    def first_valuations(self, final: Numbers) -> Numbers:
        """Return valuations to start from: limits worth alike for these deliveries (n), which cost one."""
        use = self.use(self.outputs(final))
        there = np.concatenate([self.limits, self.capacity])
        finite = np.isfinite(there) & (there > 0) & (use > 0)
        first = np.where(finite, np.where(finite, use, 0.0) ** 4 / np.where(finite, there, 1.0), 0.0)
        total = float(self.prices(first) @ final)
        if not total > 0:
            raise unlimited()
        return first / total

    def parts(self, valuations: Numbers) -> tuple[Numbers, ...]:
        """Return prices of products, prices of resources and charges on pollutants."""
        r, shared = len(self.known.resources.names), len(self.limits)
        return in_baskets(self.known, (self.prices(valuations), valuations[:r], valuations[r:shared]))


def costing(known: Table) -> Costing:
    """Return the costing of a table with last year's mix of techniques.

    Raises ThermidorError if a chain of products cannot reproduce itself, or nothing is asked for.
    """
    must_ask(known)
    mix = last_mix(known)
    proven(known, mix)
    n = len(known.products)
    rows = np.vstack([known.resources.needs, known.pollution.emissions])
    needs = (
        np.array([np.bincount(known.makes, row * mix.shares, n) for row in rows])
        .reshape(len(rows), n)
        .astype(float)
    )
    limits = np.concatenate([known.resources.endowments, known.pollution.limits])
    capacity = np.full(n, np.inf)
    used = mix.shares > 0
    np.minimum.at(capacity, known.makes[used], known.capacities[used] / mix.shares[used])
    factors = splu(csc_array(identity(n) - mix.recipes))
    return Costing(known, mix, factors, needs, limits, capacity)


def revalued(valuations: Numbers, use: Numbers, power: float = QUICK) -> Numbers:
    """Return valuations raised where more is used than there is, and lowered where less is."""
    return valuations * np.clip(np.maximum(use, 0.0) ** power, 1 / STEP, STEP)
