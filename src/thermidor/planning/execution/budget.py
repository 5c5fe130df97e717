r"""An error budget: what of the loss computing could have spared, and what not.

One chain of plans, each with one more fault than the one before, all measured in needs met:
exact balances of all products on the truth; then balances of aggregates only (aggregation); then as many
rounds as there was time for (iteration); then norms known with unbiased error (information); then padded
norms and hidden capacity (incentive); then the year (execution). The differences add up to the whole.
Rounds and aggregates are joined to first order: aggregate outputs plus the error that rounds leave.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from scipy.sparse import csc_array

from ..plan import Plan
from ..procedures.aggregate_balances import AggregateBalances
from ..procedures.material_balances import MaterialBalances
from ..reporting import honest
from ..reports import Reports
from ..table import Numbered
from ..truth import Economy
from .computing import NOMENCLATURE, Power, balances_of
from .loss import Trial
from .worth import met

BY_LETTER = 2  # rounds by correspondence in a campaign, whatever the arithmetic (Levine 1959: one to three)
UNSURE = 0.05  # relative standard error of norms honestly told; an assumption


@dataclass(frozen=True, slots=True)
class Budget:
    """Hold the parts of the loss in shares of needs, and what was computed."""

    year: int
    balances: int
    rounds: int
    aggregation: float
    iteration: float
    information: float
    incentive: float
    execution: float
    whole: float


def budget(trial: Trial, power: Power, rounds: int = BY_LETTER) -> Budget:
    """Return the budget at the arithmetic of a year, the economy standing for the whole nomenclature."""
    balances = balances_of(power, rounds)
    truth, unsure = trial.truth, noisy(trial.economy, UNSURE, trial.seed)
    branches = max(1, round(len(trial.prices) * balances / NOMENCLATURE))
    both = joined(told_unsure(trial, unsure), branches, rounds)
    worth = [
        1.0,
        trial.settled(truth, joined(truth, branches, None)),
        trial.settled(truth, joined(truth, branches, rounds)),
        trial.settled(unsure, joined(unsure, branches, rounds)),
        trial.settled(told_unsure(trial, unsure), both),
        met(trial.carried(both).delivered, trial.best, trial.prices),
    ]
    parts = [before - after for before, after in pairwise(worth)]
    return Budget(power.year, balances, rounds, *parts, whole=1 - worth[-1])


def joined(reports: Reports, branches: int, rounds: int | None) -> Plan:
    """Return the plan of aggregates (products grouped in order), with the error that rounds leave."""
    known = reports.table
    n = len(known.products)
    groups = known.makes * branches // n
    coarse = Reports(known.with_(branches=groups, branch_names=Numbered("aggregate", branches)))
    plan = AggregateBalances()(coarse)
    if rounds is None:
        return plan
    left = MaterialBalances()(reports, rounds).levels - MaterialBalances()(reports).levels
    levels = np.maximum(plan.levels + left, 0.0)
    return replace(plan, levels=levels, outputs=known.outputs(levels), final=known.final(levels))


def noisy(economy: Economy, deviation: float, seed: int) -> Reports:
    """Return reports whose norms are wrong by chance, right on average."""
    true = economy.truth
    chance = np.random.default_rng(seed).standard_normal(true.inputs.nnz)
    data = true.inputs.data * np.exp(deviation * chance - deviation**2 / 2)
    inputs = csc_array((data, true.inputs.indices, true.inputs.indptr), shape=true.inputs.shape)
    return Reports(true.with_(inputs=inputs))


def told_unsure(trial: Trial, unsure: Reports) -> Reports:
    """Return what enterprises tell of what they do not know well themselves."""
    true, told = honest(trial.economy).table.inputs, trial.reports.table
    data = told.inputs.data * unsure.table.inputs.data / np.where(true.data > 0, true.data, 1.0)
    inputs = csc_array((data, true.indices, true.indptr), shape=true.shape)
    return Reports(told.with_(inputs=inputs))
