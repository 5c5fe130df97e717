r"""Quotas down, shadow prices up: planning by levels as a game that is played over and over.

The centre gives each branch f tasks and quotas :math:`u_f`; the branch answers with what one unit more of
each would be worth to it, :math:`\pi_f`, unmet tasks counting at the most that a unit can be worth to the
aim. In fictitious play (Brown 1951) each side answers the *average* of all the other has done so far, and the
plan is the average of all quotas:

.. math:: \bar\pi^N = \tfrac{N-1}{N} \bar\pi^{N-1} + \tfrac1N \pi_f(\bar u^N), \qquad
   u^{N+1} = \arg\max_u \sum_f \bar\pi_f u_f

Values converge, slowly; quotas need not. Source: Kornai and Lipták, Two-Level Planning, 1965; that a task
unmet has a price is our way to their condition that every sharing-out can be carried out.
"""

from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np
from scipy.sparse import csr_array, hstack, identity, kron

from thermidor.errors import ThermidorError

from ..aim import Proportional
from ..duality import certify
from ..plan import Channel, Party, Plan, cpu
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Table
from .centre import programme
from .common import priced_plan, within
from .firms import Firms, firms, priced

DEAR = 2.0  # baskets that all there is of a shared limit, or of a product not asked for, is worth at most


@dataclass(frozen=True, slots=True)
class KornaiLiptak:
    """Play the game for ``most`` rounds, or to the gap ``enough``; for aims of a fixed basket."""

    name: ClassVar[str] = "kornai-liptak"
    source: ClassVar[str] = "Kornai and Lipták 1965"
    enough: float = 1e-3
    most: int = 300

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the best plan met with; its history is the proven gap.

        Raises ThermidorError if the aim is not a fixed basket, or nothing bounds a technique.
        """
        began, known = cpu(), reports.table
        if not isinstance(known.aim, Proportional):
            raise ThermidorError("this procedure knows fixed baskets only", "aim", type(known.aim).__name__)
        held = firms(known)
        short, over = penalties(known, held)
        n, r, f = len(known.products), len(held.limits), held.many
        rates, charges = np.tile(short[:, None] / 2, f), np.tile(over[:, None] / 2, f)
        quotas, mean = _first(known, held), None
        ceiling = np.inf
        history, best, bound = list[float](), (-np.inf, 0 * known.achieved), (np.inf, (short, over, over[:0]))
        for round_ in range(1, min(rounds, self.most) + 1):
            mean = quotas if mean is None else mean + (quotas - mean) / round_
            answered, paid, rent = held.answer(mean[:n], mean[n:], short, over)
            rates, charges = rates + (paid - rates) / round_, charges + (rent - charges) / round_
            levels = within(known, answered)
            prices = (rates.max(axis=1), *priced(known, charges.max(axis=1)))
            average = (rates.mean(axis=1), *priced(known, charges.mean(axis=1)))
            for one in (prices, average):
                found = certify(known, levels, *one)
                bound = min(bound, (found.best, one), key=lambda met: met[0])
            best = max(best, (found.value, levels), key=lambda met: met[0])
            quotas, no_more = shared_out(known, held, rates, charges)
            ceiling = min(ceiling, no_more, bound[0])
            history.append(max(ceiling - best[0], 0.0) / max(abs(ceiling), 1.0))
            watch(round_, history[-1])
            if history[-1] < self.enough:
                break
        sent = {
            Channel(Party.CENTRE, Party.BRANCH): (n + r) * f * len(history),
            Channel(Party.BRANCH, Party.CENTRE): (n + r) * f * len(history),
        }
        made = priced_plan(self.name, known, best[1], bound[1], sent, began, history)
        return replace(made, certificate=replace(made.certificate, best=ceiling))


def penalties(known: Table, held: Firms) -> tuple[Numbers, Numbers]:
    """Return what a unit missed of each product (n), and of each shared limit (l), costs at most.

    A basket is worth one, so a unit of a product of it no more than one over its amount.
    """
    made = np.maximum(held.net.maximum(0) @ held.highest, 1e-300)
    short = np.where(known.demand > 0, 1 / np.maximum(known.demand, 1e-300), DEAR / made)
    return short, DEAR / np.maximum(held.limits, 1e-300)


def shared_out(known: Table, held: Firms, rates: Numbers, charges: Numbers) -> tuple[Numbers, float]:
    """Return tasks (n by branch, negative: allotted) and quotas (l by branch) best at these rates.

    With them comes what no plan exceeds: a branch loses by tasks no less than its rates say, less the most
    it could earn at them.
    """
    n, f = rates.shape
    most = held.by_branch(held.net.maximum(0), held.highest).ravel()
    need = held.by_branch(-held.net.minimum(0), held.highest).ravel()
    met = kron(identity(n), np.ones((1, f)))
    rows = csr_array(hstack([-met, csr_array(known.demand[:, None])]))
    cost = np.append(rates.ravel(), -1.0)
    chosen, _, value = programme(cost, rows, known.stocks, np.append(-need, 0.0), np.append(most, np.inf))
    quotas = np.zeros_like(charges)
    quotas[np.arange(len(charges)), charges.argmax(axis=1)] = held.limits
    earned = float(held.most(held.profits(rates, charges)).sum() + charges.max(axis=1) @ held.limits)
    return np.vstack([chosen[:-1].reshape(n, f), quotas]), earned - value


def _first(known: Table, held: Firms) -> Numbers:
    """Return last year's tasks and quotas."""
    return np.vstack([held.by_branch(held.net, known.achieved), held.by_branch(held.use, known.achieved)])
