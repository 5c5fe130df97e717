r"""What a plan gives when it meets the truth without chance: everyone does what can be done.

Levels are cut to true capacity, then users of what is short are rationed until what is claimed is there:
makers of what is short themselves first, then all others alike. User j is allotted
:math:`\hat a_{ij} z_j` for his planned level z and claims of it what he needs at his level, with his
padding; he goes on at the least share :math:`\phi_i \cdot \text{claim} / \text{need}`, and rises again
toward his plan where there is more than is claimed. So padding shelters from rationing, and a norm told too
low starves. What is claimed beyond need fills stores once and is not lost year after year: consumers get
what needs leave.
"""

from dataclasses import dataclass

import numpy as np

from ..plan import Plan
from ..reports import Reports
from ..table import Indices, Numbers, Table
from ..truth import Economy

TURNS = 2000
NEAR = 1e-6
GENTLY = 0.2  # of a cut, or of what may be made up for, is made at a time: others cut too


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """Hold levels (m) that the truth allows, and deliveries (n)."""

    levels: Numbers
    final: Numbers


def settle(economy: Economy, reports: Reports, plan: Plan) -> Settled:
    """Return what the plan, made from these reports, comes to."""
    true, told = economy.truth, reports.table.inputs
    column = np.repeat(np.arange(len(true.makes)), np.diff(true.inputs.indptr))
    allotted = told.data * np.maximum(plan.levels, 0.0)[column]
    most = levels = possible(true, plan.levels)
    for _ in range(TURNS):
        there, needed = true.outputs(levels) + true.stocks, true.inputs.data * levels[column]
        claims = told.data * levels[column]
        given = np.minimum(_enough(true, there, claims, column) * claims, allotted)
        share = given / np.where(needed > 0, needed, 1.0)
        going = by_column(np.where(needed > 0, share, np.inf), true.inputs.indptr, np.inf)
        before, levels = levels, np.minimum(most, levels * np.minimum(going, 2.0) ** GENTLY)
        if np.all(np.abs(levels - before) <= NEAR * most):
            break
    return Settled(levels, true.final(levels) + true.stocks)


def _enough(true: Table, there: Numbers, claims: Numbers, column: Indices) -> Numbers:
    """Return what there is over what is claimed, by link; makers of what is short are served first."""
    product, n = true.inputs.indices, len(there)
    claimed = np.bincount(product, claims, n)
    urgent = (claimed > there)[true.makes[column]]
    first = np.bincount(product, np.where(urgent, claims, 0.0), n)
    rest = np.maximum(there - first, 0.0)
    before = there / np.where(first > 0, first, np.inf)
    after = rest / np.where(claimed > first, claimed - first, np.inf)
    return np.where(urgent, before[product], after[product])


def possible(true: Table, levels: Numbers) -> Numbers:
    """Return the levels cut to capacity, then in step until resources and limits suffice."""
    kept = np.clip(levels, 0.0, true.capacities)
    used = np.concatenate([true.resources.needs @ kept, true.pollution.emissions @ kept])
    limits = np.concatenate([true.resources.endowments, true.pollution.limits])
    over = used > limits
    return kept * float(np.min(limits[over] / used[over], initial=1.0))


def by_column(by_link: Numbers, start: Indices, otherwise: float) -> Numbers:
    """Return the least number in each column of a matrix stored by columns, of starts ``start``."""
    found, filled = np.full(len(start) - 1, otherwise), np.flatnonzero(np.diff(start))
    if len(filled):
        found[filled] = np.minimum.reduceat(by_link, start[filled])
    return found
