r"""What a plan gives when it meets the truth without chance: everyone does what can be done.

Levels are cut to true capacity, then users of what is short are rationed until what is claimed is there
(:mod:`thermidor.planning.rationing`). User j is allotted
:math:`\hat a_{ij} z_j` for his planned level z and claims of it what he needs at his level, with his
padding; he goes on at the least share :math:`\phi_i \cdot \text{claim} / \text{need}`, and rises again
toward his plan where there is more than is claimed. So padding shelters from rationing, and a norm told too
low starves. What is claimed beyond need fills stores once and is not lost year after year: consumers get
what needs leave.
"""

from dataclasses import dataclass

import numpy as np

from ..plan import Plan
from ..rationing import rationed
from ..reports import Reports
from ..table import Numbers, Table
from ..truth import Economy

TURNS = 2000
NEAR = 1e-6


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
    levels = rationed(true, possible(true, plan.levels), told.data, allotted, NEAR, TURNS)
    return Settled(levels, true.final(levels) + true.stocks)


def possible(true: Table, levels: Numbers) -> Numbers:
    """Return the levels cut to capacity, then in step until resources and limits suffice."""
    kept = np.clip(levels, 0.0, true.capacities)
    used = np.concatenate([true.resources.needs @ kept, true.pollution.emissions @ kept])
    limits = np.concatenate([true.resources.endowments, true.pollution.limits])
    over = used > limits
    return kept * float(np.min(limits[over] / used[over], initial=1.0))
