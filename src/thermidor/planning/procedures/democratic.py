r"""Planning by need: open books, drafts, and delegates who can be recalled.

Each round the delegates' priorities make a draft, the best plan for them on what the open books allow; those
whose priorities depart from need are recalled at the rate :math:`\rho`:

.. math:: q^{t+1} = q^t + \rho\,(n - q^t)

so priorities, which begin with those of last year's deliveries, come to need at the rate
:math:`1 - \rho`; without recall they stay. Open books correct what cannot be true given last year's public
results: a capacity below what was made, norms by which more was used than there was. Source: Lenin, The
State and Revolution, 1917, ch. 3 (recall, open books) for the institution; the equations are ours.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from scipy.sparse import csc_array

from ..aim import Logarithmic, Proportional, Weighted
from ..exact.kantorovich import LinearProgramme
from ..plan import Channel, Party, Plan, cpu
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Resources, Table
from .common import in_baskets, priced_plan


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
        draft = LinearProgramme()(Reports(prioritised(facts, bias)))
        for round_ in range(1, min(rounds, self.most) + 1):
            history.append(float(np.max(np.abs(bias[facts.demand > 0] - 1), initial=0.0)))
            watch(round_, history[-1])
            if history[-1] < self.enough or self.recall == 0:
                break
            if round_ < min(rounds, self.most):
                bias = bias + self.recall * (1 - bias)
                draft = LinearProgramme()(Reports(prioritised(facts, bias)))
        n, m = len(known.products), len(known.makes)
        sent = {
            Channel(Party.ENTERPRISE, Party.CENTRE): known.inputs.nnz + known.resources.needs.size + 2 * m,
            Channel(Party.CENTRE, Party.CONSUMERS): n * len(history),
            Channel(Party.CONSUMERS, Party.CENTRE): n * len(history),
            Channel(Party.CENTRE, Party.ENTERPRISE): m * len(history),
        }
        prices = in_baskets(facts, (draft.prices, draft.resource_prices))
        return priced_plan(self.name, facts, draft.levels, prices, sent, began, history)


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


def opened(known: Table) -> Table:
    """Return the reports corrected by what last year's public results show; honest ones stay as they are.

    >>> import numpy as np
    >>> from ..table import table
    >>> hidden = table(("coal",), np.array([[0.1]]), [1.0], capacities=[3.0], achieved=[4.0])
    >>> opened(hidden).capacities
    array([4.])
    """
    last, resources = known.achieved, known.resources
    used, made = known.inputs @ last, known.outputs(last) + known.stocks
    spent = resources.needs @ last
    product = np.where(used > made, made / np.where(used > 0, used, 1.0), 1.0)
    resource = np.where(
        spent > resources.endowments, resources.endowments / np.where(spent > 0, spent, 1.0), 1.0
    )
    data = known.inputs.data * product[known.inputs.indices]
    inputs = csc_array((data, known.inputs.indices, known.inputs.indptr), shape=known.inputs.shape)
    needs = resources.needs * resource[:, None]
    books = Resources(resources.names, resources.units, needs, resources.endowments)
    return known.with_(inputs=inputs, resources=books, capacities=np.maximum(known.capacities, last))
