r"""Councils on a table of fixed recipes: each technique is a worker council whose effort grows with its load.

.. math:: z_j = k_j \;\mathrm{clip}\!\left( \frac{p_{i(j)} - p\,a_j - w\,r_j}{c\, v_{i(j)}}, 0, 1 \right)

for strain c and opening prices v: full load is proposed only if it leaves the share c of what a unit cost at
first for the strain of it. The board moves prices by what is short, and remembers how it moved them before:

.. math:: \ln p^{t+1} = \ln p^t + m^t, \qquad m^t = \mu\,m^{t-1} + \beta c\,\ln (D/S)

The councils' plan is then the best by the aim less :math:`\sum_j c\,v_{i(j)} z_j^2 / 2 k_j`, whose dual is
smooth: posted prices descend on it, with a memory as Polyak's heavy ball, and gaps close in the end at a
constant rate. The certificate knows the aim alone: it shows what strain holds back as distance from the
best, which is at most the strain of the best plan. Source: Albert and Hahnel 1991, as :mod:`.councils`;
Polyak 1964.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from ..aim import Logarithmic, Weighted
from ..plan import Channel, Party, Plan, cpu
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Table
from .common import in_baskets, priced_plan, within
from .firms import Firms, firms, priced
from .market_clearing import bought, opening_prices
from .usual import in_usual_units

IDLE = 1e-12  # of the dearest limit: a price below this counts as none
HEARD = 0.25  # least share of demand and supply together: a greater gap moves prices no faster
FREE = 1e-6  # of the dearest limit: what is cheaper may lie unused


@dataclass(frozen=True, slots=True)
class ParticipatoryCouncils:
    """Let councils propose and a board post prices, until every gap is below ``near``, or ``most`` rounds."""

    name: ClassVar[str] = "participatory-councils"
    source: ClassVar[str] = "Albert and Hahnel 1991"
    strain: float = 0.1
    near: float = 1e-4
    power: float = 0.3
    memory: float = 0.8
    most: int = 2000

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the plan at the end; its history is the greatest gap between demand and supply.

        Raises ThermidorError if nothing bounds a technique, or a chain cannot reproduce itself.
        """
        return in_usual_units(reports.table, lambda known: self._planned(known, rounds, watch))

    def _planned(self, known: Table, rounds: int, watch: Watch) -> Plan:
        began, held = cpu(), firms(known)
        p, w = opening(known, held)
        burden = self.strain * p[known.makes]
        moved_p, moved_w, step = 0 * p, 0 * w, self.power * self.strain
        history, proposed = list[float](), np.zeros(len(known.makes))
        for round_ in range(1, min(rounds, self.most) + 1):
            profits = held.profits(p, w)
            proposed = np.clip(profits / burden, 0.0, 1.0) * held.highest
            supply, used = known.outputs(proposed) + known.stocks, known.inputs @ proposed
            demand = used + _taken(known, held, (p, w), float(profits @ proposed), supply - used)
            need = held.use @ proposed
            history.append(max(_off(demand, supply), _off(need, held.limits, w > FREE * w.max(initial=0.0))))
            watch(round_, history[-1])
            if history[-1] < self.near:
                break
            moved_p = self.memory * moved_p + step * np.log(_ratio(demand, supply))
            moved_w = self.memory * moved_w + step * np.log(_ratio(need, held.limits))
            p, w = p * np.exp(moved_p), w * np.exp(moved_w)
            p, w = in_baskets(known, (p, np.maximum(w, IDLE * w.max(initial=0.0))))
            p = known.aim.supported(p, known.demand)
        levels = within(known, proposed)
        n, m = len(known.products), len(known.makes)
        sent = {
            Channel(Party.CENTRE, Party.ENTERPRISE): (n + len(w)) * len(history),
            Channel(Party.ENTERPRISE, Party.CENTRE): (m + known.inputs.nnz) * len(history),
            Channel(Party.CONSUMERS, Party.CENTRE): n * len(history),
        }
        offers = in_baskets(known, (p, *priced(known, w)))
        return priced_plan(self.name, known, levels, offers, sent, began, history)


def opening(known: Table, held: Firms) -> tuple[Numbers, Numbers]:
    """Return opening prices (n) and those of shared limits (l): the demand costs what it is worth."""
    p, w = opening_prices(known, held)
    worth = 1.0
    if isinstance(known.aim, Logarithmic):
        worth = float(known.aim.weights.sum())
    if isinstance(known.aim, Weighted):
        worth = float(known.aim.weights @ known.demand)
    scale = worth / float(p @ known.demand)
    return known.aim.supported(p * scale, known.demand), w * scale


def strained(known: Table, levels: Numbers, strain: float) -> float:
    """Return what the strain of levels (m) counts for councils, in units of the aim, at opening prices."""
    held = firms(known)
    p, _ = opening(known, held)
    load = np.divide(levels, held.highest, out=np.zeros(len(levels)), where=held.highest > 0)
    return float(strain * p[known.makes] @ (levels * load) / 2)


def _taken(
    known: Table, held: Firms, prices: tuple[Numbers, Numbers], profit: float, left: Numbers
) -> Numbers:
    """Return what households take (n); of what costs no more than its fixed worth, all that is left."""
    p, w = prices
    if isinstance(known.aim, Weighted):
        return np.where(p <= known.aim.weights * (1 + 1e-9), np.maximum(left, 0.0), 0.0)
    return bought(known, held, p, w, profit)


def _ratio(demand: Numbers, supply: Numbers) -> Numbers:
    both = demand + supply
    floor = np.where(both > 0, HEARD * both, 1.0)
    return np.maximum(demand, floor) / np.maximum(supply, floor)


def _off(demand: Numbers, supply: Numbers, counts: Numbers | None = None) -> float:
    gap = np.abs(demand - supply) / np.maximum(demand + supply, np.finfo(float).tiny) * 2
    return float(np.max(gap if counts is None else np.where(counts, gap, 0.0), initial=0.0))
