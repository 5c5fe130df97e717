r"""Prices move with excess demand; the plan is what was made on average at them.

.. math:: \ln p_i^{t+1} = \ln p_i^t + \frac{\kappa}{\sqrt t}\,\frac{D_i - S_i}{\bar x_i}

Each producer makes all it can of what pays at the going prices and nothing else; households spend what
resources and capacities earn. The excess is a slope of the dual function (the certificate's bound), so the
prices are a descent on it; with constant returns single responses never settle, their averages do. Source:
Walras, Elements, 1874 (tâtonnement); Uzawa, Walras' Tâtonnement in the Theory of Exchange, 1960; for averages
Larsson, Patriksson and Strömberg 1999.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from ..aim import Logarithmic, Proportional
from ..certificate import shortfall
from ..duality import certify
from ..plan import Channel, Party, Plan, cpu
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Table
from .common import full_costs, in_baskets, last_mix, priced_plan, proven, within
from .firms import Firms, firms, priced
from .usual import in_usual_units

LOOK = 10  # rounds between two looks at the gap
FAR = 5.0  # excess over turnover beyond which prices move no faster


@dataclass(frozen=True, slots=True)
class MarketClearing:
    """Let prices grope for ``most`` rounds, or to the gap ``enough``; ``quick`` is the first step."""

    name: ClassVar[str] = "market-clearing"
    source: ClassVar[str] = "Walras 1874; Uzawa 1960"
    quick: float = 0.5
    enough: float = 1e-3
    most: int = 3000

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the best plan met with; its history is the proven gap.

        Raises ThermidorError if nothing bounds a technique, or a chain cannot reproduce itself.
        """
        return in_usual_units(reports.table, lambda known: self._planned(known, rounds, watch))

    def _planned(self, known: Table, rounds: int, watch: Watch) -> Plan:
        began = cpu()
        held, scale = firms(known), known.aim.scale(known.demand)
        p, w = opening_prices(known, held)
        mean, mean_p, mean_w = 0 * known.achieved, 0 * p, 0 * w
        history, best, bound = list[float](), (-np.inf, mean), (np.inf, (p, *priced(known, w)))
        gap = np.inf
        for round_ in range(1, min(rounds, self.most) + 1):
            p, w = in_baskets(known, (p, w))
            profits = held.profits(p, w)
            made = np.where(profits > 0, held.highest, 0.0)
            wanted = bought(known, held, p, w, float(profits @ made))
            weight = 3.0 / (round_ + 2)  # the later rounds count more
            mean += (made - mean) * weight
            mean_p, mean_w = mean_p + (p - mean_p) * weight, mean_w + (w - mean_w) * weight
            if round_ % LOOK == 0 or round_ == rounds or round_ <= 3:
                kept = within(known, mean)
                for one in ((p, w), (mean_p, mean_w)):
                    offers = (one[0], *priced(known, one[1]))
                    found = certify(known, kept, *offers)
                    bound = min(bound, (found.best, offers), key=lambda met: met[0])
                best = max((found.value, kept), best, key=lambda met: met[0])  # of equals the later
                gap = shortfall(bound[0], best[0], scale)
            history.append(gap)
            watch(round_, gap)
            if gap < self.enough:
                break
            step = self.quick / np.sqrt(round_)
            supplied = known.outputs(made) + known.stocks
            p = p * np.exp(step * np.clip(wanted + known.inputs @ made - supplied, -FAR, FAR))
            w = w * np.exp(step * np.clip((held.use @ made - held.limits) / held.limits, -FAR, FAR))
        n, m = len(known.products), len(known.makes)
        sent = {
            Channel(Party.CENTRE, Party.ENTERPRISE): (n + len(w)) * len(history),
            Channel(Party.ENTERPRISE, Party.CENTRE): (m + known.inputs.nnz) * len(history),
            Channel(Party.CONSUMERS, Party.CENTRE): n * len(history),
        }
        return priced_plan(self.name, known, best[1], bound[1], sent, began, history)


def opening_prices(known: Table, held: Firms) -> tuple[Numbers, Numbers]:
    """Return prices (n) at full costs, and of shared limits (l) alike for all there is of each."""
    mix = last_mix(known)
    costs = full_costs(known, mix, proven(known, mix)[0])
    prices = np.maximum(costs, 1e-6 * costs.max())
    rents = 0.5 * float(prices @ known.demand) / np.maximum(held.limits, 1e-300)
    return prices, rents


def bought(known: Table, held: Firms, p: Numbers, w: Numbers, profit: float) -> Numbers:
    """Return what households buy (n) with ``profit`` and the income of resources and stocks.

    What is paid out must be what was earned: were it more, no prices would clear the market (Walras).
    """
    income = float(p @ known.stocks + w @ held.limits) + profit
    if isinstance(known.aim, Proportional):
        return income * known.demand
    if isinstance(known.aim, Logarithmic):
        return known.aim.weights / np.maximum(p, 1e-300)
    worth = known.aim.marginal(known.demand, known.demand)
    dearest = worth > p * (1 - 1e-9)
    return np.where(dearest, held.net.maximum(0) @ held.highest, 0.0)
