"""Who gets what is short, and what then is made: by rank, by halves, by prices."""

from functools import lru_cache

import numpy as np

from ...mechanisms.economy.balance import by_rank, met
from ...mechanisms.economy.shortage import Shortage
from ...mechanisms.economy.supply_limits import SupplyLimits
from ...planning.execution.ration import filled, served
from ...planning.plan import Plan
from ...planning.procedures.market_clearing import MarketClearing
from ...planning.reports import Reports
from ...planning.table import Numbers, Table
from .sample import Sampled
from .sectors import aims, bought, economy, household, kept, on_sale, ranks, said

ROUNDS = 3000  # of prices groping, enough for a gap of a thousandth


def shared(one: Sampled) -> tuple[Numbers, Numbers]:
    """Return the shares of claims met where only half is there, source by source, under command and not."""
    by_law, made, whole = list[Numbers](), list[Numbers](), 2 * len(SupplyLimits().order())
    use = economy(one.now, aims(one.now)).inputs.toarray() * np.asarray(one.now.gross_output)
    for source, _, first, _ in SupplyLimits().order():
        there = use[source].sum() / 2
        part = use[source] / use[source].sum() / whole
        ranked = by_rank(there, use[source], first), (first, 1 - first)
        alike = met(there, use[source].sum()), (np.ones_like(first),)
        for said_by_law, classes in (ranked, alike):
            by_law.append(part * np.asarray(said_by_law, float))
            claims = tuple(np.array([(use[source] * who).sum()]) for who in classes)
            shares = filled(np.array([there]), claims)
            made.append(part * sum(who * share for who, share in zip(classes, shares, strict=True)))
    return np.concatenate(by_law), np.concatenate(made)


def limited(one: Sampled) -> tuple[Numbers, Numbers]:
    """Return gross output by the mechanism and by rationing gone through to the end, over capacity."""
    known = economy(one.now, aims(one.now))
    able, now = known.capacities, one.now
    ranked, alike = (served(known, able, ranks(known, who), kept()) for who in (True, False))
    made = float(now.regulator_command) * ranked + float(now.regulator_democratic) * alike
    return _made(one) / able.sum(), (made + float(now.regulator_market) * _cleared(one).outputs) / able.sum()


def by_prices(one: Sampled) -> tuple[Numbers, Numbers]:
    """Return gross output by the mechanism and by prices that clear, over capacity."""
    able = _market(one).capacities.sum()
    return _made(one) / able, _cleared(one).outputs / able


def unmet(one: Sampled) -> tuple[Numbers, Numbers]:
    """Return shortage by the mechanism and the part of demand that clearing prices leave unmet."""
    known, plan = _market(one), _cleared(one)
    income = float(plan.prices @ plan.final)
    bought = known.demand / known.demand.sum() * income / np.maximum(plan.prices, 1e-300)
    short = float(plan.prices @ np.maximum(bought - plan.final, 0.0)) / income
    return said(Shortage(), one.now, "shortage"), np.array([short])


def _made(one: Sampled) -> Numbers:
    return said(SupplyLimits(), one.now, "gross_output")


@lru_cache(maxsize=512)
def _cleared(one: Sampled) -> Plan:
    """Return the plan of prices that clear; several forms are held against it."""
    return MarketClearing()(Reports(_market(one)), ROUNDS)


def _market(one: Sampled) -> Table:
    wanted = bought(one.now)
    return on_sale(economy(one.now, wanted, household(wanted)))
