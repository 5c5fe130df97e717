r"""What a plan gives when it meets the truth without chance: everyone does what can be done.

Levels are cut to true capacity, then users of what is short are rationed alike until what is claimed is
there. User j is allotted :math:`\hat a_{ij} z_j` for his planned level z and claims of it what he needs at
his level, with his padding; he goes on at the least share :math:`\phi_i \cdot \text{claim} / \text{need}`.
So padding shelters from rationing, and a norm told too low starves. What is claimed beyond need fills
stores once and is not lost year after year: consumers get what needs leave.
"""

from dataclasses import dataclass

import numpy as np

from ..plan import Plan
from ..reports import Reports
from ..table import Indices, Numbers, Table
from ..truth import Economy
from .ration import filled as ration

TURNS = 2000
NEAR = 1e-6
GENTLY = 0.2  # of a cut is made at a time: others cut too, and none is raised again


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
    asked = np.maximum(told.data, true.inputs.data)
    levels = possible(true, plan.levels)
    for _ in range(TURNS):
        there, needed = true.outputs(levels) + true.stocks, true.inputs.data * levels[column]
        claims = np.minimum(allotted, asked * levels[column])
        (filled,) = ration(there, (np.bincount(true.inputs.indices, claims, len(there)).astype(float),))
        given = filled[true.inputs.indices] * claims
        share = np.where(given < needed, given / np.where(needed > 0, needed, 1.0), 1.0)
        going = by_column(share, true.inputs.indptr, 1.0)
        if np.all(going > 1 - NEAR):
            break
        levels = levels * going**GENTLY
    return Settled(levels, true.final(levels) + true.stocks)


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
