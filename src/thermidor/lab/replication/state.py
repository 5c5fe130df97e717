"""Published numbers of state and society: ratchet, camps, coercion, elites, subsidies, welfare."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from ...frame.example import amounts, state, year
from ...mechanisms.economy.camps import Camps
from ...mechanisms.economy.plan_ratchet import incentive_left
from ...record import series
from ...rivals.harrison import forced
from ...rivals.turchin import elite_growth, elites
from .check import Check, Source

PATIENCE = 0.96  # a year's discount in the welfare account; the published one was not read (assumption)


def weitzman_ratchet_limit() -> Iterator[Check]:
    """Ask the body's ratchet what is left of a bonus, and add up the bonuses by hand."""
    source = Source("weitzman_ratchet_limit", "Weitzman 1980, Bell Journal 11", "C", "mechanism plan-ratchet")
    yield source.near("incentive left without a ratchet", 1.0, float(incentive_left(0.0, 0.1)), 0.0)
    yield source.near("the same, ratchet towards nought", 1.0, float(incentive_left(1e-9, 0.1)), 1e-6)
    for ratchet, discount in ((0.3, 0.1), (0.5, 0.05)):
        by_hand, left = _bonuses(ratchet, discount), discount / (discount + ratchet)
        yield source.near(f"bonuses added up, r {discount:g}, lambda {ratchet:g}", left, by_hand, 1e-6)
        kept = float(incentive_left(ratchet, discount))
        yield source.near(f"the mechanism, r {discount:g}, lambda {ratchet:g}", left, kept, 1e-6)


def _bonuses(ratchet: float, discount: float, years: int = 4000) -> float:
    """Return the discounted bonuses that a unit more this year brings, over the bonus of this year."""
    later = np.arange(years)
    raised = ratchet * (1 - ratchet) ** later  # by how much each later target stands higher
    return 1 - float((raised / (1 + discount) ** (later + 1)).sum())


def gulag_steady() -> Iterator[Check]:
    """Fill the body's camps with the published inflow and empty them at the published rate."""
    source = Source("gulag_steady", "Miller and Smith 2008, 2015", "R2", "mechanism camps of the body")
    inside = 0.0
    for _ in range(60):
        now = state(prisoners=inside, arrested=0.4, released=0.2 * inside, executions=0.0, camp_deaths=0.0)
        moved = amounts(list(Camps()(now, year())))
        into = sum(n for name, n in moved.items() if name.endswith("> prisoners"))
        out = sum(n for name, n in moved.items() if name.startswith("prisoners >"))
        inside += into - out
    yield source.near("prisoners in the steady state, million", 2.0, inside, 0.01)


def marrese_sum() -> Iterator[Check]:
    """Add up the subsidies to the bloc as they stand in the record."""
    source = Source("marrese_sum", "Marrese and Vanous, as reported", "C", "record: subsidies of 1974-80")
    yearly = series("soviet.satellites.implicit_trade_subsidies_annual_average.Eastern_Europe")
    single = series("soviet.satellites.implicit_trade_subsidies.Eastern_Europe")
    span = yearly["year_end"] - yearly["year"] + 1
    total = float((yearly["value"] * span).sum() + single["value"].sum())
    yield source.near("implicit subsidies 1974-80, bn dollars", 61.0, total, 0.5)


def harrison_switch() -> Iterator[Check]:
    """Let the cost of watching creep up: force lasts, then ends at once."""
    source = Source("harrison_switch", "Harrison 2002", "R", "rival harrison, cost creeping 1 % a year")
    holds = forced(0.5 * np.exp(0.01 * np.arange(100)), chance=0.5, gain=2.0)
    effort = np.where(holds, 1.0, 0.6)
    yield source.between("years that force lasts: decades", 20, np.inf, int(holds.sum()))
    yield source.near("switches", 1, int(np.abs(np.diff(holds.astype(int))).sum()), 0)
    last = int(holds.sum()) - 1
    yield source.near(
        "change of effort while the cost creeps up", 0.0, float(np.ptp(effort[: last + 1])), 0.0
    )
    yield source.sign("change of effort in the year it ends", "-", float(effort[last + 1] - effort[last]))


def turchin_e() -> Iterator[Check]:
    """Grow elites and people apart and compare the change of their ratio with the formula."""
    where = "Turchin, structural-demographic theory (public replication)"
    source = Source("turchin_e", where, "R2", "rival part turchin, elites and people simulated")
    for wage in (0.8, 1.0, 1.25):
        told = elite_growth(wage)
        path = elites(np.full(21, wage), steps=2000)
        grown = float(np.diff(path).mean())
        yield source.near(f"yearly change of elites over people, relative wage {wage:g}", told, grown, 1e-4)


def cggt_signs() -> Iterator[Check]:
    """Hold recorded income a head against the trend of the old empire, as a stand-in for consumption.

    The years of the war are not in the record and count in no span.
    """
    source = Source(
        "cggt_signs", "Cheremukhin et al. 2013: -24, +16, -1 per cent of consumption", "R",
        "record: income a head against its trend of 1885-1913 (no series of consumption)",
    )  # fmt: skip
    gap = _against_the_trend()
    yield source.sign("per cent, 1928-40", "-", _welfare(gap, 1928, 1940))
    yield source.sign("per cent, after 1941", "+", _welfare(gap, 1941, 1991))
    yield source.near("per cent, someone born in 1928", -1, _welfare(gap, 1928, 1991), 5)


def _against_the_trend() -> pd.Series:
    """Return log income a head less the line through 1885-1913, carried on."""
    rows = series("macro.output.gdp_per_capita.USSR_TERR").set_index("year")["value"]
    logs = np.log(rows)
    before = logs.loc[1885:1913]
    slope, start = np.polyfit(before.index.to_numpy(float), before.to_numpy(), 1)
    return logs - (start + slope * logs.index.to_numpy(float))


def _welfare(gap: pd.Series, first: int, last: int) -> float:
    """Return the discounted mean of the gap as an equal change in every year, per cent."""
    within = gap.loc[first:last]
    weight = PATIENCE ** (within.index.to_numpy(float) - first)
    return float(100 * np.expm1((weight * within.to_numpy()).sum() / weight.sum()))


STATE = (weitzman_ratchet_limit, gulag_steady, marrese_sum, harrison_switch, turchin_e, cggt_signs)
