r"""Harmony: fulfilment counts less the more there is of it, and shortfall more, by resource prices.

.. math:: H(s) = s - s^2 / 2 \;(s < 0), \quad \ln(1 + s) \;(s \ge 0), \qquad s_i = (y_i - g_i) / g_i

At full costs p the best deliveries of a product that costs P = n p g are known: s = 1/P - 1 up to a price of
one, 1 - P above, never below the floor. Valuations of what is scarce follow its use. Source: the objective is
Cockshott's, Application of Artificial Intelligence Techniques to Economic Planning, 1990; the way there by
resource prices is ours (his loop proves nothing of what it reaches). Without a floor the best plan leaves
some goods at nothing, for H'(-1) = 2 is finite.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from ..aim import Proportional
from ..duality import certify
from ..plan import Plan, cpu, everything_told
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Table
from .common import priced_plan, within
from .costing import QUICK, Costing, costing, revalued

CALM = 20.0  # rounds after which valuations move half as fast: demand that cost chokes off is very elastic


@dataclass(frozen=True, slots=True)
class Harmonious:
    """Value deliveries by mean harmony; nothing below ``floor``, a share of what was asked, is offered."""

    floor: float = 0.0

    def value(self, final: Numbers, demand: Numbers) -> float:
        """Return the mean harmony of what was asked for."""
        asked = demand > 0
        return float(np.mean(harmony(final[asked] / demand[asked] - 1)))

    def marginal(self, final: Numbers, demand: Numbers) -> Numbers:
        """Return what one unit more of each product adds."""
        asked = demand > 0
        short = final[asked] / demand[asked] - 1
        worth = np.zeros(len(demand))
        slope = np.where(short < 0, 1 - short, 1 / (1 + np.maximum(short, 0.0)))
        worth[asked] = slope / demand[asked] / asked.sum()
        return worth

    def supported(self, prices: Numbers, demand: Numbers) -> Numbers:
        """Return the prices, none of a product asked for at zero."""
        least = np.finfo(float).eps * max(float(np.max(prices, initial=0.0)), np.finfo(float).tiny)
        return np.where(demand > 0, np.maximum(prices, least), prices)

    def surplus(self, prices: Numbers, demand: Numbers) -> float:
        """Return harmony less cost at the deliveries best for these prices."""
        asked = demand > 0
        cost = prices[asked] * demand[asked] * asked.sum()
        short = self.fulfilled(cost)
        return float(np.mean(harmony(short) - cost * (1 + short)))

    def scale(self, demand: Numbers) -> float:
        """Return one: what harmony gains by a first small excess over all that is asked, per unit of it."""
        return 1.0

    def fulfilled(self, cost: Numbers) -> Numbers:
        """Return the best excess over what was asked, at the cost of the whole of it in harmony."""
        best = np.where(cost < 1, 1 / np.maximum(cost, np.finfo(float).tiny) - 1, 1 - cost)
        return np.maximum(best, self.floor - 1)


def harmony(short: Numbers) -> Numbers:
    """Return the harmony of an excess (below zero: a shortfall) over what was asked.

    >>> harmony(np.array([-1.0, 0.0])).tolist()
    [-1.5, 0.0]
    """
    return np.where(short < 0, short - short**2 / 2, np.log1p(np.maximum(short, 0.0)))


@dataclass(frozen=True, slots=True)
class Harmony:
    """Seek the greatest mean harmony with one recipe a product; the certificate is in units of harmony.

    ``floor`` is the least share of what is asked that every product is given; where not all that is asked
    can be had, it is that share of what can be given of all alike. Ends at the gap ``enough``, or after
    ``most`` rounds.
    """

    name: ClassVar[str] = "harmony"
    source: ClassVar[str] = "Cockshott 1990, by resource prices"
    floor: float = 0.2
    enough: float = 1e-3
    most: int = 300

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the best plan met with; its history is the proven gap in harmony.

        Raises ThermidorError if a chain of products cannot reproduce itself, or nothing limits the plan.
        """
        began, known = cpu(), reports.table.with_(aim=Harmonious())
        held = costing(known)
        alike, share = all_alike(held)
        aim = Harmonious(self.floor * min(1.0, share))
        known = known.with_(aim=aim)
        asked = known.demand > 0
        valuations = held.first_valuations(np.maximum(known.demand, 0.0))
        history, best, bound = list[float](), (-np.inf, alike), (np.inf, valuations)
        mean = np.zeros_like(known.demand)
        for round_ in range(1, min(rounds, self.most) + 1):
            cost = held.prices(valuations) * known.demand * asked.sum()
            final = np.where(asked, (1 + aim.fulfilled(cost)) * known.demand, 0.0)
            mean += (final - mean) * max(2.0 / (round_ + 1), 0.02)  # the later rounds count more
            use = held.use(held.outputs(final))
            for one in (final, mean):
                levels = lifted(known, within(known, held.mix.levels(known, held.outputs(one))), alike)
                found = certify(known, levels, *held.parts(valuations))
                best = max(best, (found.value, levels), key=lambda one: one[0])
            bound = min(bound, (found.best, valuations), key=lambda one: one[0])
            history.append(bound[0] - best[0])
            watch(round_, history[-1])
            if history[-1] < self.enough:
                break
            valuations = revalued(valuations, use, QUICK / (1 + round_ / CALM))
        sent = {end: count * len(history) for end, count in everything_told(known).items()}
        return priced_plan(self.name, known, best[1], held.parts(bound[1]), sent, began, history)


def all_alike(held: Costing) -> tuple[Numbers, float]:
    """Return the levels (m) that give the greatest share, alike of all that is asked, and that share."""
    outputs = np.maximum(held.outputs(held.known.demand), 0.0)
    share = 1 / max(float(held.use(outputs).max(initial=0.0)), np.finfo(float).tiny)
    levels = within(held.known, held.mix.levels(held.known, outputs * share))
    final = np.maximum(held.known.final(levels) + held.known.stocks, 0.0)
    return levels, Proportional().value(final, held.known.demand)


def lifted(known: Table, levels: Numbers, alike: Numbers) -> Numbers:
    """Return levels (m) mixed with so much of those that give all alike that no product is below the floor.

    What lies between two plans within the limits is within them.
    """
    aim = known.aim
    floor = (aim.floor if isinstance(aim, Harmonious) else 0.0) * known.demand
    low, high = (known.final(one) + known.stocks for one in (levels, alike))
    below = (low < floor) & (high > low)
    part = float(np.max((floor - low)[below] / (high - low)[below], initial=0.0))
    return levels + min(part, 1.0) * (alike - levels)
