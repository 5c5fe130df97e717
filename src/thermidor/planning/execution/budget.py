r"""An error budget: what of the loss computing could have spared, and what not.

One chain of plans, each with one more fault than the one before, all measured in needs met:
exact balances of all products on the truth; then balances of groups only (aggregation); then as many rounds
of these as there was time for (iteration); then norms known with unbiased error (information); then padded
norms and hidden capacity (incentive); then the year (execution). The differences add up to the whole. How
many balances and rounds there was time for is the year's (:mod:`.computing`): of the pairs that fit, the one
that loses least on the truth, as if planners had found it by trying. A fault may make up for another: then a
part is negative.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.sparse import csc_array

from ..exact.leontief import asked
from ..plan import Plan, cpu
from ..procedure import ENOUGH
from ..procedures.aggregate_balances import grouped
from ..procedures.common import balanced_plan, full_costs, last_mix, proven
from ..procedures.material_balances import MaterialBalances
from ..reporting import honest
from ..reports import Reports
from ..table import Numbered, table
from ..truth import Economy
from .computing import Power, by_depth, campaigns
from .loss import Trial
from .worth import met

UNSURE = 0.05  # relative standard error of norms honestly told; an assumption


@dataclass(frozen=True, slots=True)
class Budget:
    """Hold the parts of the loss in shares of needs."""

    aggregation: float
    iteration: float
    information: float
    incentive: float
    execution: float
    whole: float


def campaign(trials: Sequence[Trial], power: Power) -> tuple[int, int]:
    """Return the balances and rounds of a year: of those that fit, the ones that lose least on the truth."""
    return max(campaigns(power), key=lambda pair: sum(_worth(one, *pair) for one in trials))


def _worth(trial: Trial, balances: int, rounds: int) -> float:
    return trial.settled(trial.truth, by_groups(trial.truth, by_depth(len(trial.prices), balances), rounds))


def aggregation(trial: Trial, groups: int) -> float:
    """Return what is lost on the truth by closed balances of so many groups of products."""
    return 1 - trial.settled(trial.truth, by_groups(trial.truth, groups))


def budget(trial: Trial, groups: int, rounds: int) -> Budget:
    """Return the budget at so many groups of products and rounds of their balances."""
    truth, unsure = trial.truth, noisy(trial.economy, UNSURE, trial.seed)
    told = told_unsure(trial, unsure)
    last = by_groups(told, groups, rounds)
    worth = [
        1.0,
        trial.settled(truth, by_groups(truth, groups)),
        trial.settled(truth, by_groups(truth, groups, rounds)),
        trial.settled(unsure, by_groups(unsure, groups, rounds)),
        trial.settled(told, last),
        met(trial.carried(last).delivered, trial.best, trial.prices),
    ]
    return Budget(*(before - after for before, after in pairwise(worth)), whole=1 - worth[-1])


def by_groups(reports: Reports, groups: int, rounds: int = ENOUGH) -> Plan:
    """Return the plan from balances of groups (products in order), by rounds, or closed where none are given.

    Rounds start from last year's outputs of the groups, grown by one norm; what they come to is handed out by
    last year's proportions.
    """
    began, known = cpu(), reports.table
    mix, wanted, n = last_mix(known), asked(known), len(known.products)
    proof = proven(known, mix)
    made = known.outputs(known.achieved)
    worth = full_costs(known, mix, proof[0])
    last = np.where(made > 0, made, wanted)
    held = grouped(
        mix, wanted, np.where(worth > 0, worth, proof[0]), last, np.arange(n) * groups // n, groups
    )
    coarse = table(Numbered("group", groups), csc_array(held.recipes), held.wanted, achieved=held.last)
    plan = MaterialBalances()(Reports(coarse), rounds)
    outputs = held.spread_out(plan.outputs)
    return balanced_plan("balances-of-groups", known, mix, outputs, proof, plan.messages, began, plan.history)


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
