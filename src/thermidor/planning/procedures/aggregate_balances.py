r"""Balances of branches, solved exactly, then handed out to products by last year's proportions.

.. math:: a_{IJ} = \frac{\sum_{i \in I, j \in J} v_i a_{ij} \bar x_j}{\sum_{j \in J} v_j \bar x_j}, \qquad
   X = (I - A)^{-1} Y, \qquad x_i = X_I \, \bar x_i v_i / (v \bar x)_I / v_i

at full costs v. With each product a branch of its own the plan is exact; otherwise the error is that of
aggregation alone, which no further round removes. Source: Manove and Weitzman, Aggregation for Material
Balances, 1978.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from scipy.sparse import csc_array

from ..exact.leontief import asked
from ..plan import Channel, Party, Plan, cpu
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Indices, Numbers
from .achieved_level import branch_of
from .common import Mix, balanced_plan, full_costs, last_mix, proven


@dataclass(frozen=True, slots=True)
class AggregateBalances:
    """Balance the branches exactly and disaggregate. Asks once: more rounds change nothing."""

    name: ClassVar[str] = "aggregate-balances"
    source: ClassVar[str] = "Manove and Weitzman 1978"

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the plan; its history is imbalance of products over gross output.

        Raises ThermidorError if a chain of products cannot reproduce itself.
        """
        began, known = cpu(), reports.table
        mix, wanted = last_mix(known), asked(known)
        proof = proven(known, mix)
        made = known.outputs(known.achieved)
        last = np.where(made > 0, made, wanted)
        costs = full_costs(known, mix, proof[0])
        worth = np.where(costs > 0, costs, proof[0])
        many = len(known.branch_names)
        outputs = disaggregated(mix, wanted, worth, last, branch_of(known), many)
        gap = wanted + mix.recipes @ outputs - outputs
        size = float(proof[0] @ np.abs(gap) / max(float(proof[0] @ outputs), np.finfo(float).tiny))
        watch(1, size)
        sent = {
            Channel(Party.BRANCH, Party.CENTRE): many * (many + 1),
            Channel(Party.CENTRE, Party.BRANCH): many,
            Channel(Party.BRANCH, Party.ENTERPRISE): len(known.makes),
        }
        return balanced_plan(self.name, known, mix, outputs, proof, sent, began, (size,))


def disaggregated(
    mix: Mix, wanted: Numbers, worth: Numbers, last: Numbers, branch: Indices, many: int
) -> Numbers:
    """Return outputs (n) from balances of ``many`` branches, in last year's proportions within each."""
    groups = grouped(mix, wanted, worth, last, branch, many)
    return groups.spread_out(np.linalg.solve(np.eye(many) - groups.recipes, groups.wanted))


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Hold balances of groups: ``recipes`` (group x group), ``wanted`` and ``last`` outputs, in worth.

    ``shares`` (n x group) are last year's in the worth of a group, ``worth`` (n) that of a unit.
    """

    recipes: Numbers
    wanted: Numbers
    last: Numbers
    shares: csc_array
    worth: Numbers

    def spread_out(self, sums: Numbers) -> Numbers:
        """Return outputs of products (n) in last year's proportions, from the outputs of groups."""
        return np.maximum(self.shares @ sums, 0.0) / self.worth


def grouped(mix: Mix, wanted: Numbers, worth: Numbers, last: Numbers, branch: Indices, many: int) -> Groups:
    """Return the balances of ``many`` branches."""
    n = len(branch)
    value = worth * last
    total = np.bincount(branch, value, many).astype(float)
    shares = value / np.maximum(total, np.finfo(float).tiny)[branch]
    spread = csc_array((shares, (np.arange(n), branch)), shape=(n, many))
    gather = csc_array((np.ones(n), (branch, np.arange(n))), shape=(many, n))
    in_worth = csc_array(mix.recipes.multiply(worth[:, None]).multiply(1 / worth[None, :]))
    recipes = (gather @ in_worth @ spread).toarray()
    return Groups(recipes, np.bincount(branch, worth * wanted, many).astype(float), total, spread, worth)
