"""Plan some years ahead, carry out the first, look again: receding horizon with revision.

A unit of capacity takes ``roundabout`` times the inputs of a unit of output (no table of equipment is given);
capital at the end is valued by the duals of the years after (:mod:`.years`). Source: Propoi 1963; Härdin,
Five second plan, 2021; Samothrakis 2020.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

import numpy as np

from thermidor.errors import ThermidorError

from ..aim import NOTHING, Proportional
from ..certificate import DualityGap
from ..exact import highs
from ..exact.productive import chain_of
from ..exact.programme import Programme
from ..exact.shortcut import must_ask, unlimited
from ..plan import Plan, cpu, everything_told
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Table
from .common import priced_plan
from .years import Course


class Year(NamedTuple):
    """Hold levels (m), new capacity (m) and the share of the basket delivered in a year of a plan."""

    levels: Numbers
    new: Numbers
    share: float


class Ahead(NamedTuple):
    """Hold the years of a horizon, the gap over it, the worth of each limit and of capacity left (m)."""

    years: list[Year]
    gap: DualityGap
    worth: Numbers
    left: Numbers


@dataclass(frozen=True, slots=True)
class RecedingHorizon:
    """Plan ``horizon`` years, of which the first is the plan handed over; for aims of a fixed basket.

    ``wear`` is the share of capacity lost a year, ``patience`` the weight of the next year against this,
    ``after`` how many years beyond the horizon count, each alike and keeping up its capacity.
    """

    name: ClassVar[str] = "receding-horizon"
    source: ClassVar[str] = "Propoi 1963; Samothrakis 2020"
    horizon: int = 6
    wear: float = 0.08
    roundabout: float = 1.0
    patience: float = 0.95
    after: float = np.inf

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the first year's plan, investment taken from it; certified over the whole horizon.

        Valuations are those of the first year, in baskets delivered in it.

        Raises ThermidorError if the aim is no fixed basket, nothing limits the plan, nothing is asked for,
        new capacity costs nothing, or a chain of products cannot reproduce itself.
        """
        began, known = cpu(), reports.table
        (first, *_), found, worth, _ = self.solved(known)
        watch(1, found.gap)
        n, r, q = len(known.products), len(known.resources.names), len(known.pollution.names)
        prices = (worth[:n], worth[n : n + r], worth[n + r : n + r + q])
        made = priced_plan(
            self.name, known, first.levels, prices, everything_told(known), began, (found.gap,)
        )
        invested = self.course.building(known) @ first.new
        return replace(
            made,
            prices=prices[0],
            resource_prices=prices[1],
            final=made.final - invested,
            invested=invested,
            certificate=found,
            cpu_seconds=cpu() - began,
        )

    @property
    def course(self) -> Course:
        """Return the programme that is solved each year."""
        return Course(self.horizon, self.wear, self.roundabout, self.patience, self.after)

    def solved(self, known: Table) -> Ahead:
        """Return the years of the horizon, certified, with what each limit and capacity left is worth."""
        must_ask(known)
        if not isinstance(known.aim, Proportional):
            raise ThermidorError("this procedure knows fixed baskets only", "aim", type(known.aim).__name__)
        wanted, m = self.course.programme(known), len(known.makes)
        try:
            found = highs.solve(wanted)
        except highs.Unbounded:
            raise _free(known) from None
        columns = np.maximum(found.columns, 0.0)
        by_year = columns[: self.horizon * (2 * m + 1)].reshape(self.horizon, -1)
        years = [Year(one[:m], one[m : 2 * m], float(one[-1])) for one in by_year]
        if not any(year.share > 0 for year in years):
            fault = chain_of(known)
            if fault:
                raise fault
        gap = certified(wanted, columns, found.duals, self.course.most(known))
        return Ahead(years, gap, found.duals, found.duals[-m:])


Shock = Callable[[int, Numbers], Numbers]
"""Returns what is left of capacities (m) at the beginning of a year (numbered from zero)."""


def course(known: Table, planner: RecedingHorizon, years: int, revise: int, shock: Shock) -> Numbers:
    """Return the share of the basket delivered in each of so many years, planning anew every ``revise``.

    Between revisions the plan's later years are carried out as far as shocked capacities allow, all in step.
    """
    now, delivered, rest, age = known, np.zeros(years), list[Year](), 0
    for year in range(years):
        if year % revise == 0:
            rest, age = planner.solved(now).years, 0
        able = shock(year, now.capacities)
        levels, new, share = rest[age]
        part = min(1.0, float(np.min(able[levels > 0] / levels[levels > 0], initial=1.0)))
        delivered[year] = part * share
        now = now.with_(capacities=able * (1 - planner.wear) + part * new, stocks=0 * now.stocks)
        age += 1
    return delivered


def certified(wanted: Programme, columns: Numbers, duals: Numbers, most: Numbers) -> DualityGap:
    """Return what the columns are worth, and a bound above by any duals: what these miss, at the most."""
    used, finite = wanted.rows @ columns - wanted.limits, np.isfinite(wanted.limits)
    size = abs(wanted.rows) @ columns + np.where(finite, np.abs(wanted.limits), 0.0)
    over = float(np.max((used / np.where(size > 0, size, 1.0))[finite], initial=0.0))
    prices = np.where(finite, duals, 0.0)
    missed = -wanted.cost - wanted.rows.T @ prices
    rest = float(missed[missed > 0] @ most[missed > 0])
    bound = float(prices @ np.where(finite, wanted.limits, 0.0)) + rest
    return DualityGap(float(-wanted.cost @ columns), bound, max(over, 0.0), NOTHING)


def _free(known: Table) -> ThermidorError:
    """Return the fault of a table in which a plan can be worth any amount."""
    if np.all(np.isinf(known.capacities)):
        return unlimited()
    remedy = "Give the inputs of every technique: a unit of new capacity takes as many."
    return ThermidorError("new capacity that takes no inputs has no limit", "inputs", remedy=remedy)
