r"""Councils on a table of fixed recipes: each technique is a worker council whose effort grows with its load.

.. math:: z_j = k_j \;\mathrm{clip}\!\left( \frac{p_{i(j)} - p\,a_j - w\,r_j}{c\, p_{i(j)}}, 0, 1 \right)

for strain c: full load is proposed only if it leaves the share c of the price for the strain of it. The board
posts :math:`p \leftarrow p\,(D/S)^{\beta}`, and the councils stop when no good's gap exceeds ``near``. What
strain holds back is real to the councils but not in the table's aim: the certificate, which knows the aim
alone, shows it as distance from the best. Source: Albert and Hahnel 1991, as :mod:`.councils`.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from ..plan import Channel, Party, Plan, cpu
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers
from .common import in_baskets, priced_plan, within
from .firms import firms, priced
from .market_clearing import bought, opening_prices


@dataclass(frozen=True, slots=True)
class ParticipatoryCouncils:
    """Let councils propose and a board post prices, until every gap is below ``near``, or ``most`` rounds."""

    name: ClassVar[str] = "participatory-councils"
    source: ClassVar[str] = "Albert and Hahnel 1991"
    strain: float = 0.1
    near: float = 0.01
    power: float = 0.1
    most: int = 2000

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the plan at the end; its history is the greatest gap between demand and supply.

        Raises ThermidorError if nothing bounds a technique, or a chain cannot reproduce itself.
        """
        began, known = cpu(), reports.table
        held = firms(known)
        p, w = opening_prices(known, held)
        history, proposed = list[float](), np.zeros(len(known.makes))
        for round_ in range(1, min(rounds, self.most) + 1):
            p, w = in_baskets(known, (p, w))
            load = np.clip(held.profits(p, w) / (self.strain * p[known.makes]), 0.0, 1.0)
            proposed = load * held.highest
            supply = known.outputs(proposed) + known.stocks
            demand = bought(known, held, p, w) + known.inputs @ proposed
            need = held.use @ proposed
            history.append(max(_off(demand, supply), _off(need, held.limits, least=w > 1e-6 * w.max())))
            watch(round_, history[-1])
            if history[-1] < self.near:
                break
            speed = self.power / (1 + round_ / 200)
            p = p * _ratio(demand, supply) ** speed
            w = np.maximum(w * _ratio(need, held.limits) ** speed, 1e-12 * w.max())
        levels = within(known, proposed)
        offers = (p, *priced(known, w))
        n, m = len(known.products), len(known.makes)
        sent = {
            Channel(Party.CENTRE, Party.ENTERPRISE): (n + len(w)) * len(history),
            Channel(Party.ENTERPRISE, Party.CENTRE): (m + known.inputs.nnz) * len(history),
            Channel(Party.CONSUMERS, Party.CENTRE): n * len(history),
        }
        return priced_plan(self.name, known, levels, in_baskets(known, offers), sent, began, history)


def _ratio(demand: Numbers, supply: Numbers) -> Numbers:
    both = demand + supply
    floor = np.where(both > 0, 0.05 * both, 1.0)
    return np.maximum(demand, floor) / np.maximum(supply, floor)


def _off(demand: Numbers, supply: Numbers, least: Numbers | None = None) -> float:
    gap = np.abs(demand - supply) / np.maximum(demand + supply, np.finfo(float).tiny) * 2
    return float(np.max(gap if least is None else np.where(least, gap, 0.0), initial=0.0))
