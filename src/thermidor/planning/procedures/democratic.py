r"""Planning by need: open books, drafts, and delegates who can be recalled.

Each round the delegates' priorities make a draft, the best plan for them on what the open books allow; those
whose priorities depart from need are recalled at the rate :math:`\rho`:

.. math:: q^{t+1} = q^t + \rho\,(n - q^t)

so priorities, which begin with those of last year's deliveries, come to need at the rate
:math:`1 - \rho`; without recall they stay. Open books (:mod:`.open_books`) correct what cannot be true given
last year's public results; the plan's notes say what. Source: Lenin, The State and Revolution, 1917, ch. 3
(recall, open books) for the institution; the equations are ours.
"""

from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from ..aim import Logarithmic, Proportional, Weighted
from ..chain import NotProductive
from ..exact.kantorovich import LinearProgramme
from ..exact.productive import chain_of
from ..plan import Channel, Party, Plan, cpu
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Table
from .common import in_baskets, priced_plan
from .open_books import corrections, opened


@dataclass(frozen=True, slots=True)
class DemocraticPlanning:
    """Draft, compare with needs, recall, draft again, until priorities are within ``enough`` of need.

    ``recall`` is the share of delegates who depart from need and are replaced in a round; ``open_books``
    says whether reports are held against last year's public results.
    """

    name: ClassVar[str] = "democratic-planning"
    source: ClassVar[str] = "Lenin 1917; equations of this laboratory"
    recall: float = 0.5
    open_books: bool = True
    enough: float = 1e-6
    most: int = 60

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the last draft, certified by the aim of needs; its history is the distance from need.

        Raises ThermidorError as the linear programme does.
        """
        began, known = cpu(), reports.table
        facts = opened(known) if self.open_books else known
        bias, history = last_priorities(facts), list[float]()
        draft = _drafted(known, facts, bias)
        for round_ in range(1, min(rounds, self.most) + 1):
            history.append(float(np.max(np.abs(bias[facts.demand > 0] - 1), initial=0.0)))
            watch(round_, history[-1])
            if history[-1] < self.enough or self.recall == 0:
                break
            if round_ < min(rounds, self.most):
                bias = bias + self.recall * (1 - bias)
                draft = _drafted(known, facts, bias)
        n, m = len(known.products), len(known.makes)
        sent = {
            Channel(Party.ENTERPRISE, Party.CENTRE): known.inputs.nnz + known.resources.needs.size + 2 * m,
            Channel(Party.CENTRE, Party.CONSUMERS): n * len(history),
            Channel(Party.CONSUMERS, Party.CENTRE): n * len(history),
            Channel(Party.CENTRE, Party.ENTERPRISE): m * len(history),
        }
        prices = in_baskets(facts, (draft.prices, draft.resource_prices))
        made = priced_plan(self.name, facts, draft.levels, prices, sent, began, history)
        return replace(made, notes=corrections(known) if self.open_books else ())


def _drafted(known: Table, facts: Table, bias: Numbers) -> Plan:
    """Return the best plan for these priorities; a chain that fails on the facts is told as reported."""
    try:
        return LinearProgramme()(Reports(prioritised(facts, bias)))
    except NotProductive as fault:
        raise chain_of(known) or fault from None


def last_priorities(known: Table) -> Numbers:
    """Return by product (n) the weight that need had in last year's deliveries; one on the whole."""
    last = np.maximum(known.final(known.achieved), 0.0)
    asked = known.demand > 0
    if not np.any(last[asked] > 0):
        return np.ones(len(known.demand))
    ratio = np.where(asked, last / np.where(asked, known.demand, 1.0), 1.0)
    return np.maximum(ratio / ratio[asked].mean(), 1e-3)


def prioritised(known: Table, bias: Numbers) -> Table:
    """Return the table with demand, or the weights of its aim, as these priorities have it."""
    if isinstance(known.aim, Proportional):
        return known.with_(demand=known.demand * bias)
    if isinstance(known.aim, Weighted):
        return known.with_(aim=Weighted(known.aim.weights * bias))
    if isinstance(known.aim, Logarithmic):
        return known.with_(aim=Logarithmic(known.aim.weights * bias))
    return known
