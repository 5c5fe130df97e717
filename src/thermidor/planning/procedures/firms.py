"""Branches as those who answer the centre: what each can make, alone, with its techniques."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from scipy.sparse import csc_array, csr_array, hstack, identity

from thermidor.errors import ThermidorError

from ..duality import highest_levels
from ..exact import highs
from ..exact.programme import Programme
from ..exact.shortcut import must_ask
from ..table import Indices, Numbers, Table

Basis = highs.HighsBasis | None


class Answers(NamedTuple):
    """Hold what branches answer: levels (m), marginal ``rates`` (n x branch) and ``charges`` (l x branch).

    ``basis`` is where the next answers may be sought from.
    """

    levels: Numbers
    rates: Numbers
    charges: Numbers
    basis: Basis


@dataclass(frozen=True, eq=False)
class Firms:
    """Hold net outputs (n x m) and use of shared limits (l x m) per unit of level, and who runs what.

    ``branch`` (m) numbers the branches that have techniques, from zero; ``highest`` (m) are levels that no
    technique can exceed.
    """

    known: Table
    net: csc_array
    use: Numbers
    limits: Numbers
    branch: Indices
    highest: Numbers

    @cached_property
    def many(self) -> int:
        """Return the number of branches."""
        return int(self.branch.max()) + 1

    def by_branch(self, amounts: csc_array | Numbers, levels: Numbers) -> Numbers:
        """Return the sums (row x branch) of amounts per unit of level at these levels."""
        run = csc_array((levels, (np.arange(len(levels)), self.branch)), shape=(len(levels), self.many))
        return np.asarray((csc_array(amounts) @ run).toarray())

    @cached_property
    def reach(self) -> tuple[Numbers, Numbers]:
        """Return what each branch can deliver, and what it can need, at most (n x branch)."""
        made, used = self.net.maximum(0), -self.net.minimum(0)
        return self.by_branch(made, self.highest), self.by_branch(used, self.highest)

    def profits(self, prices: Numbers, charges: Numbers) -> Numbers:
        """Return what a unit of level (m) brings in, at prices (n) and charges for shared limits (l).

        Prices may differ by branch: then they are (n x branch) and (l x branch).
        """
        if prices.ndim == 1:
            return self.net.T @ prices - self.use.T @ charges
        mine = prices[:, self.branch]
        return np.asarray(self.net.multiply(mine).sum(axis=0)).ravel() - (
            self.use * charges[:, self.branch]
        ).sum(axis=0)

    def most(self, profits: Numbers) -> Numbers:
        """Return the greatest profit (by branch) at these profits per unit of level."""
        return np.bincount(self.branch, np.maximum(profits, 0.0) * self.highest, self.many).astype(float)

    @cached_property
    def _answers(self) -> csr_array:
        """Return the rows of all branches' own programmes: balances of each, then shared limits of each."""
        n, r, m, f = self.net.shape[0], len(self.limits), len(self.branch), self.many
        net, use = self.net.tocoo(), csc_array(self.use).tocoo()
        own = self.branch[net.coords[1]] * n + net.coords[0]
        shared = f * n + self.branch[use.coords[1]] * r + use.coords[0]
        places = (np.concatenate([own, shared]), np.concatenate([net.coords[1], use.coords[1]]))
        levels = csr_array((np.concatenate([-net.data, use.data]), places), shape=(f * (n + r), m))
        return csr_array(hstack([levels, -identity(f * (n + r))]))

    def answer(
        self, targets: Numbers, quotas: Numbers, short: Numbers, over: Numbers, start: Basis = None
    ) -> Answers:
        """Return levels that come nearest to each branch's targets, with the marginal rates.

        ``targets`` (n x branch) are net outputs, negative for inputs; ``quotas`` (l x branch) of shared
        limits; a unit missed costs ``short`` (n) or ``over`` (l). ``start`` is the basis of earlier answers.
        """
        n, r, m, f = self.net.shape[0], len(self.limits), len(self.branch), self.many
        cost = np.concatenate([np.zeros(m), np.tile(short, f), np.tile(over, f)])
        right = np.concatenate([-targets.T.ravel(), quotas.T.ravel()])
        upper = np.concatenate([self.highest, np.full(f * (n + r), np.inf)])
        found = highs.solve(Programme(cost, self._answers, right, np.zeros(len(cost)), upper), start)
        rates, charges = found.duals[: f * n].reshape(f, n).T, found.duals[f * n :].reshape(f, r).T
        return Answers(found.columns[:m], rates, charges, found.basis)


def firms(known: Table) -> Firms:
    """Return the branches of a table.

    Raises ThermidorError if nothing is asked for, or nothing bounds what a branch could make.
    """
    must_ask(known)
    m = len(known.makes)
    made = csc_array((np.ones(m), (known.makes, np.arange(m))), shape=known.inputs.shape)
    limits = np.concatenate([known.resources.endowments, known.pollution.limits])
    use = np.vstack([known.resources.needs, known.pollution.emissions])
    kept = np.isfinite(limits)
    highest = highest_levels(known)
    if not np.all(np.isfinite(highest)):
        first = known.techniques[int(np.argmax(~np.isfinite(highest)))]
        raise ThermidorError("nothing bounds this technique", "capacities", first, "Give it a capacity.")
    branch = np.unique(known.branches, return_inverse=True)[1]
    return Firms(known, csc_array(made - known.inputs), use[kept], limits[kept], branch, highest)


def priced(known: Table, worth: Numbers) -> tuple[Numbers, Numbers]:
    """Return prices of resources and charges on pollutants from the worth (l) of finite shared limits."""
    limits = np.concatenate([known.resources.endowments, known.pollution.limits])
    everything = np.zeros(len(limits))
    everything[np.isfinite(limits)] = worth
    r = len(known.resources.names)
    return everything[:r], everything[r:]
