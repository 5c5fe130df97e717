"""Who gets what is short, and what then is made: by rank, by halves, by prices."""

import jax.numpy as jnp
import numpy as np

from ...mechanisms.economy.balance import ration
from ...mechanisms.economy.shortage import Shortage
from ...mechanisms.economy.supply_limits import SupplyLimits
from ...planning.execution.ration import filled, served
from ...planning.procedures.market_clearing import MarketClearing
from ...planning.reports import Reports
from ...planning.table import Numbers, Table
from .sample import Sampled
from .sectors import aims, economy, household, kept, on_sale, ranks, said

ROUNDS = 3000  # of prices groping, enough for a gap of a thousandth


def shared(one: Sampled) -> tuple[Numbers, Numbers]:
    """Return the shares of claims met where only half is there, source by source, under command and not."""
    by_law, made, whole = list[Numbers](), list[Numbers](), 2 * len(SupplyLimits().order())
    use = economy(one.now, aims(one.now)).inputs.toarray() * np.asarray(one.now.gross_output)
    for source, _, first, _ in SupplyLimits().order():
        there = use[source].sum() / 2
        for command, classes in ((1.0, (first, 1 - first)), (0.0, (np.ones_like(first),))):
            part = use[source] / use[source].sum() / whole
            by_law.append(part * np.asarray(ration(there, use[source], first, jnp.asarray(command)), float))
            claims = tuple(np.array([(use[source] * who).sum()]) for who in classes)
            met = filled(np.array([there]), claims)
            made.append(part * sum(who * share for who, share in zip(classes, met, strict=True)))
    return np.concatenate(by_law), np.concatenate(made)


def limited(one: Sampled) -> tuple[Numbers, Numbers]:
    """Return gross output by the mechanism and by rationing gone through to the end, over capacity."""
    known, command = economy(one.now, aims(one.now)), float(one.now.regulator_command)
    able = known.capacities
    by_rank, alike = (served(known, able, ranks(known, who), kept()) for who in (True, False))
    return _made(one) / able.sum(), (command * by_rank + (1 - command) * alike) / able.sum()


def by_prices(one: Sampled) -> tuple[Numbers, Numbers]:
    """Return gross output by the mechanism and by prices that clear, over capacity."""
    known = _market(one)
    plan = MarketClearing()(Reports(known), ROUNDS)
    return _made(one) / known.capacities.sum(), plan.outputs / known.capacities.sum()


def unmet(one: Sampled) -> tuple[Numbers, Numbers]:
    """Return shortage by the mechanism and the part of demand that clearing prices leave unmet."""
    known = _market(one)
    plan = MarketClearing()(Reports(known), ROUNDS)
    income = float(plan.prices @ plan.final)
    bought = known.demand / known.demand.sum() * income / np.maximum(plan.prices, 1e-300)
    short = float(plan.prices @ np.maximum(bought - plan.final, 0.0)) / income
    return said(Shortage(), one.now, "shortage"), np.array([short])


def _made(one: Sampled) -> Numbers:
    return said(SupplyLimits(), one.now, "gross_output")


def _market(one: Sampled) -> Table:
    wanted = aims(one.now)
    return on_sale(economy(one.now, wanted, household(wanted)))
