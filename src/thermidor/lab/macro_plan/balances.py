"""The plan's outputs by the macro model, and by balances, exact balances and planning by need."""

import jax.numpy as jnp
import numpy as np

from ...mechanisms.economy.material_balances import MaterialBalances as Law
from ...planning.exact import Leontief
from ...planning.plan import Plan
from ...planning.procedures.democratic import DemocraticPlanning
from ...planning.procedures.levine import BalancesPressed
from ...planning.procedures.material_balances import MaterialBalances
from ...planning.reports import Reports
from ...planning.table import Numbers
from .sample import Sampled
from .sectors import aims, economy

ROUNDS = 3  # as many as the macro model makes


def by_rounds(one: Sampled) -> tuple[Numbers, Numbers]:
    """Return the plan's outputs by the mechanism and by three rounds of balances, over their sum."""
    return _both(one, MaterialBalances()(_told(one), ROUNDS))


def pressed(one: Sampled) -> tuple[Numbers, Numbers]:
    """Return the same, by two rounds closed by pressing."""
    return _both(one, BalancesPressed()(_told(one)))


def exactly(one: Sampled) -> tuple[Numbers, Numbers]:
    """Return the same, by balances that close."""
    return _both(one, Leontief()(_told(one)))


def by_need(one: Sampled) -> tuple[Numbers, Numbers]:
    """Return the parts of products in the plan by the mechanism and by planning from need."""
    said, plan = said_by_law(one), DemocraticPlanning()(_told(one))
    return said / said.sum(), plan.outputs / plan.outputs.sum()


def said_by_law(one: Sampled) -> Numbers:
    """Return gross output that the mechanism's rounds ask for, before any stretch."""
    return np.asarray(Law().rounds(one.now, jnp.asarray(aims(one.now))), float)


def _told(one: Sampled) -> Reports:
    return Reports(economy(one.now, aims(one.now)))


def _both(one: Sampled, plan: Plan) -> tuple[Numbers, Numbers]:
    whole = plan.outputs.sum()
    return said_by_law(one) / whole, plan.outputs / whole
