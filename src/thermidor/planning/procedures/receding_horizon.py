r"""Plan some years ahead, carry out the first, look again: receding horizon with revision.

.. math:: \max \sum_{t<H} \beta^t s_t + \nu\,K_H \quad\text{with}\quad A z_t + B v_t + s_t d \le z_t, \;
   R z_t \le b_t, \; z_t \le K_t, \; K_{t+1} = (1 - \delta) K_t + v_t

for fulfilment s of the basket d, new capacity v made of B. A unit of capacity takes ``roundabout`` times the
inputs of a unit of output (no table of equipment is given); capital at the end counts as its share of what
it yields for ``after`` years more. Source: Propoi 1963; Härdin, Five second plan, 2021; Samothrakis 2020.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

import numpy as np
from scipy.sparse import block_array, csr_array, hstack, identity

from thermidor.errors import ThermidorError

from ..aim import NOTHING, Proportional
from ..certificate import DualityGap
from ..exact import highs
from ..exact.productive import chain_of
from ..exact.programme import Programme, net_inputs, shared_rows
from ..exact.shortcut import must_ask
from ..plan import Plan, cpu, everything_told
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Table
from .common import priced_plan


class Year(NamedTuple):
    """Hold levels (m), new capacity (m) and the share of the basket delivered in a year of a plan."""

    levels: Numbers
    new: Numbers
    share: float


@dataclass(frozen=True, slots=True)
class RecedingHorizon:
    """Plan ``horizon`` years, of which the first is the plan handed over; for aims of a fixed basket.

    ``wear`` is the share of capacity lost a year, ``patience`` the weight of the next year against this.
    """

    name: ClassVar[str] = "receding-horizon"
    source: ClassVar[str] = "Propoi 1963; Samothrakis 2020"
    horizon: int = 6
    wear: float = 0.08
    roundabout: float = 1.0
    patience: float = 0.95
    after: float = 5.0

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the first year's plan, investment taken from it; certified over the whole horizon.

        Valuations are those of the first year, in baskets delivered in it.

        Raises ThermidorError if the aim is no fixed basket, a capacity is not finite, nothing is asked for,
        new capacity costs nothing, or a chain of products cannot reproduce itself.
        """
        began, known = cpu(), reports.table
        (first, *_), found, duals = self.solved(known)
        levels, invested, _ = first
        watch(1, found.gap)
        n, r, q = len(known.products), len(known.resources.names), len(known.pollution.names)
        prices = (duals[:n], duals[n : n + r], duals[n + r : n + r + q])
        made = priced_plan(self.name, known, levels, prices, everything_told(known), began, (found.gap,))
        final = known.final(levels) + known.stocks - building(known, self.roundabout) @ invested
        valued = replace(made, prices=prices[0], resource_prices=prices[1])
        return replace(valued, final=final, certificate=found, cpu_seconds=cpu() - began)

    def solved(self, known: Table) -> tuple[list[Year], DualityGap, Numbers]:
        """Return the years of the horizon, the gap over all of it, and the worth of each limit."""
        must_ask(known)
        if not isinstance(known.aim, Proportional):
            raise ThermidorError("this procedure knows fixed baskets only", "aim", type(known.aim).__name__)
        if not np.all(np.isfinite(known.capacities)):
            raise ThermidorError("years ahead need capacities", "capacities", remedy="Give finite ones.")
        rows, limits, cost = self._years(known)
        wanted = Programme(cost, rows, limits, np.zeros(len(cost)), np.full(len(cost), np.inf))
        try:
            found = highs.solve(wanted)
        except highs.Unbounded:
            raise _free() from None
        columns, m = np.maximum(found.columns, 0.0), len(known.makes)
        years = [Year(one[:m], one[m : 2 * m], float(one[-1])) for one in columns.reshape(self.horizon, -1)]
        if not any(year.share > 0 for year in years):
            fault = chain_of(known)
            if fault:
                raise fault
        return years, _certified(wanted, columns, found.duals, self._most(known)), found.duals

    def _most(self, known: Table) -> Numbers:
        """Return what no column can exceed: year after year, if all that can be made went to it alone."""
        able, stocks, most = known.capacities, known.stocks, list[Numbers]()
        asked = known.demand > 0
        for _ in range(self.horizon):
            there = known.outputs(able) + stocks
            new = _reached(building(known, self.roundabout), there)
            share = np.min(there[asked] / known.demand[asked])
            most.append(np.concatenate([able, new, [share]]))
            able, stocks = (1 - self.wear) * able + new, 0 * stocks
        return np.concatenate(most)

    def _years(self, known: Table) -> tuple[csr_array, Numbers, Numbers]:
        """Return rows, limits and cost of the programme; columns of a year: levels, new capacity, share."""
        m, h = len(known.makes), self.horizon
        shared, shared_limits = shared_rows(known)
        use = hstack([net_inputs(known), building(known, self.roundabout), csr_array(known.demand[:, None])])
        one = [[use], [hstack([shared, csr_array((shared.shape[0], m + 1))])]]
        today = csr_array(hstack([identity(m), csr_array((m, m + 1))]))
        added = csr_array(hstack([csr_array((m, m)), identity(m), csr_array((m, 1))]))
        year = csr_array(block_array(one))
        blocks: list[list[csr_array | None]] = []
        limits: list[Numbers] = []
        kept = 1 - self.wear
        for t in range(h):
            stocks = known.stocks if t == 0 else 0 * known.stocks
            blocks.append([year if u == t else None for u in range(h)])
            limits.append(np.concatenate([stocks, shared_limits]))
            old = [-(kept ** (t - 1 - u)) * added if u < t else (today if u == t else None) for u in range(h)]
            blocks.append(old)
            limits.append(known.capacities * kept**t)
        cost = np.zeros((h, 2 * m + 1))
        cost[:, -1] = -(self.patience ** np.arange(h))
        some = known.capacities > 0
        worth = np.where(some, self.after * self.patience**h / m / np.where(some, known.capacities, 1.0), 0.0)
        cost[:, m : 2 * m] = -worth[None, :] * kept ** (h - 1 - np.arange(h))[:, None]
        return csr_array(block_array(blocks)), np.concatenate(limits), cost.ravel()


Shock = Callable[[int, Numbers], Numbers]
"""Returns what is left of capacities (m) at the beginning of a year (numbered from zero)."""


def course(known: Table, planner: RecedingHorizon, years: int, revise: int, shock: Shock) -> Numbers:
    """Return the share of the basket delivered in each of so many years, planning anew every ``revise``.

    Between revisions the plan's later years are carried out as far as shocked capacities allow, all in step.
    """
    now, delivered, rest, age = known, np.zeros(years), list[Year](), 0
    for year in range(years):
        if year % revise == 0:
            rest, age = planner.solved(now)[0], 0
        able = shock(year, now.capacities)
        levels, new, share = rest[age]
        part = min(1.0, float(np.min(able[levels > 0] / levels[levels > 0], initial=1.0)))
        delivered[year] = part * share
        now = now.with_(capacities=able * (1 - planner.wear) + part * new, stocks=0 * now.stocks)
        age += 1
    return delivered


def building(known: Table, roundabout: float) -> csr_array:
    """Return the products (n x m) that a unit of new capacity takes."""
    return csr_array(known.inputs * roundabout)


def _reached(needs: csr_array, there: Numbers) -> Numbers:
    """Return the greatest amounts (m) of which each needs (n x m) alone no more than there is."""
    most, by_link = np.full(needs.shape[1], np.inf), needs.tocoo()
    used = by_link.data > 0
    row, column = (one[used] for one in by_link.coords)
    np.minimum.at(most, column, there[row] / by_link.data[used])
    return most


def _certified(wanted: Programme, columns: Numbers, duals: Numbers, most: Numbers) -> DualityGap:
    """Return what the columns are worth, and a bound above by any duals: what these miss, at the most."""
    used, finite = wanted.rows @ columns - wanted.limits, np.isfinite(wanted.limits)
    size = abs(wanted.rows) @ columns + np.where(finite, np.abs(wanted.limits), 0.0)
    over = float(np.max((used / np.where(size > 0, size, 1.0))[finite], initial=0.0))
    prices = np.where(finite, duals, 0.0)
    missed = -wanted.cost - wanted.rows.T @ prices
    rest = float(missed[missed > 0] @ most[missed > 0])
    bound = float(prices @ np.where(finite, wanted.limits, 0.0)) + rest
    return DualityGap(float(-wanted.cost @ columns), bound, max(over, 0.0), NOTHING)


def _free() -> ThermidorError:
    remedy = "Give the inputs of every technique: a unit of new capacity takes as many."
    return ThermidorError("new capacity that takes no inputs has no limit", "inputs", remedy=remedy)
