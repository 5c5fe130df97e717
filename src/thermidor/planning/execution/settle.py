r"""What a plan gives when it meets the truth without chance: everyone does what can be done.

Levels are cut to true capacity, then users of what is short are rationed alike until what is claimed is
there: user j, who claims :math:`\hat a_{ij}` and needs :math:`a_{ij}`, goes on at
:math:`\min(1, \phi_i \hat a_{ij} / a_{ij})` of his level for the share :math:`\phi_i` of claims met.
What is claimed and not needed stays in store; consumers get what claims leave.
"""

from dataclasses import dataclass

import numpy as np

from ..plan import Plan
from ..reports import Reports
from ..table import Numbers, Table
from ..truth import Economy

TURNS = 500
NEAR = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """Hold levels (m) that the truth allows, deliveries (n), and inputs claimed beyond need (n)."""

    levels: Numbers
    final: Numbers
    hoarded: Numbers


def settle(economy: Economy, reports: Reports, plan: Plan) -> Settled:
    """Return what the plan, made from these reports, comes to."""
    true, claimed = economy.truth, reports.table.inputs
    spare = claimed.data / np.where(true.inputs.data > 0, true.inputs.data, 1.0)
    levels = possible(true, plan.levels)
    for _ in range(TURNS):
        there = true.outputs(levels) + true.stocks
        asked = claimed @ levels
        filled = np.where(asked > there, there / np.where(asked > 0, asked, 1.0), 1.0)
        going = least(true, np.minimum(filled[true.inputs.indices] * spare, 1.0))
        levels = levels * going
        if np.all(going > 1 - NEAR):
            break
    given = np.minimum(claimed @ levels, true.outputs(levels) + true.stocks)
    final = true.outputs(levels) + true.stocks - given
    return Settled(levels, final, given - np.minimum(true.inputs @ levels, given))


def possible(true: Table, levels: Numbers) -> Numbers:
    """Return the levels cut to capacity, then in step until resources and limits suffice."""
    kept = np.clip(levels, 0.0, true.capacities)
    used = np.concatenate([true.resources.needs @ kept, true.pollution.emissions @ kept])
    limits = np.concatenate([true.resources.endowments, true.pollution.limits])
    over = used > limits
    return kept * float(np.min(limits[over] / used[over], initial=1.0))


def least(true: Table, by_link: Numbers) -> Numbers:
    """Return the least of the numbers of a technique's inputs, one where it has none."""
    return by_column(by_link, true.inputs.indptr, 1.0)


def by_column(by_link: Numbers, start: Numbers, otherwise: float) -> Numbers:
    """Return the least number in each column of a matrix stored by columns, of starts ``start``."""
    found, filled = np.full(len(start) - 1, otherwise), np.flatnonzero(np.diff(start))
    if len(filled):
        found[filled] = np.minimum.reduceat(by_link, start[filled])
    return found
