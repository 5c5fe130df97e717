r"""Shops find the prices that clear their shelves; targets follow prices over costs.

.. math:: g_i \leftarrow g_i \,(p_i / v_i)^\eta

with shop price p, cost v at the valuations of what is scarce, and response :math:`\eta`; deliveries are then
brought within the limits. If demand answers price with elasticity :math:`\sigma`, errors are multiplied by
:math:`1 - \eta/\sigma` a period at given costs: stable if and only if :math:`0 < \eta < 2 \sigma`. Source:
Lange, On the Economic Theory of Socialism, 1936 (stocks and trial and error); Cockshott and Cottrell,
Towards a New Socialism, 1993 (prices over values).
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from ..aim import Proportional
from ..certificate import shortfall
from ..duality import certify
from ..plan import Channel, Party, Plan, cpu
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Table
from .common import priced_plan, within
from .costing import costing, revalued


@dataclass(frozen=True, slots=True)
class ConsumerFeedback:
    """Let deliveries follow what shelves say; the centre is not told what consumers want.

    Starts from last year's deliveries, with a ``trial`` lot of last year's output of what was not delivered,
    or from one unit of what was not made; the first valuations are for those. The demand is known to shops,
    which find prices or queues, and to the certificate. Ends at the gap ``enough``, or after ``most``
    periods.
    """

    name: ClassVar[str] = "consumer-feedback"
    source: ClassVar[str] = "Lange 1936; Cockshott and Cottrell 1993"
    response: float = 0.5
    enough: float = 1e-6
    most: int = 1000
    trial: float = 1e-3

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the best plan met with; its history is the proven gap.

        Raises ThermidorError if a chain of products cannot reproduce itself, or nothing limits the plan.
        """
        began, known = cpu(), reports.table
        held, scale = costing(known), known.aim.scale(known.demand)
        final = first_deliveries(known, self.trial)
        valuations = held.first_valuations(final)
        history, best, bound = list[float](), (-np.inf, known.achieved), (np.inf, valuations)
        for round_ in range(1, min(rounds, self.most) + 1):
            outputs = held.outputs(final)
            use = held.use(outputs)
            levels = kept_in_step(known, held.mix.levels(known, np.maximum(outputs, 0.0)), use)
            found = certify(known, levels, *held.parts(valuations))
            best = max(best, (found.value, levels), key=lambda one: one[0])
            bound = min(bound, (found.best, valuations), key=lambda one: one[0])
            history.append(shortfall(bound[0], best[0], scale))
            watch(round_, history[-1])
            if history[-1] < self.enough:
                break
            final = followed(known, final, held.prices(valuations), self.response)
            valuations = revalued(valuations, use)
        n, m, periods = len(known.products), len(known.makes), len(history)
        sent = {
            Channel(Party.CONSUMERS, Party.CENTRE): n * periods,
            Channel(Party.CENTRE, Party.ENTERPRISE): m * periods,
            Channel(Party.ENTERPRISE, Party.CENTRE): known.inputs.nnz + (len(held.limits) + m) * periods,
        }
        return priced_plan(self.name, known, best[1], held.parts(bound[1]), sent, began, history)


def kept_in_step(known: Table, levels: Numbers, use: Numbers) -> Numbers:
    """Return levels (m) within the limits: a fixed basket all in step, else each product by itself."""
    if isinstance(known.aim, Proportional):
        levels = levels / max(float(use.max()), np.finfo(float).tiny)
    return within(known, levels)


def followed(known: Table, final: Numbers, costs: Numbers, response: float) -> Numbers:
    """Return targets (n) moved by what shelves say: of what nobody takes there is less each time."""
    return final * np.clip(pressure(known, final, costs), 0.1, 10.0) ** response


def pressure(known: Table, final: Numbers, costs: Numbers) -> Numbers:
    """Return the price (n) at which shelves clear, over the cost.

    Buyers of a fixed basket have no clearing prices: with them the sign is the queue, the fulfilment of the
    basket over that of the product.
    """
    if isinstance(known.aim, Proportional):
        taken = known.demand > 0
        met = final[taken] / known.demand[taken]
        signs = np.zeros(len(final))
        signs[taken] = float(met.mean()) / np.maximum(met, 1e-300)
        return signs
    return known.aim.marginal(final, known.demand) / np.maximum(costs, 1e-300)


def first_deliveries(known: Table, trial: float) -> Numbers:
    """Return last year's deliveries (n) to final use; where there were none, a trial lot."""
    last, made = known.final(known.achieved), known.outputs(known.achieved)
    return np.where(last > 0, last, np.where(made > 0, trial * made, 1.0))
