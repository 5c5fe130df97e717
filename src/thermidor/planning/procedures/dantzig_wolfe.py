r"""Prices down, proposals up: the centre mixes all that branches have proposed so far.

Round: the centre finds the best mix of each branch's proposals (they and doing nothing, shares adding up to
at most one), and its prices; each branch proposes what is most profitable at these. The value of the plan
rises, every plan on the way is feasible, and for technologies of finitely many corners the end is exact
after finitely many rounds. Source: Dantzig and Wolfe, Decomposition Principle for Linear Programs, 1960;
Malinvaud, Decentralized Procedures for Planning, 1967.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from scipy.sparse import csr_array, vstack

from ..certificate import shortfall
from ..duality import certify
from ..plan import Channel, Party, Plan, cpu
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Table
from .centre import Decision, Offers, decide
from .common import priced_plan, within
from .firms import Firms, firms, priced


@dataclass(frozen=True, slots=True)
class DantzigWolfe:
    """Plan from inside: feasible at every round, exact at the end.

    Starts from last year's levels as every branch's first proposal. Ends at the gap ``enough``, or after
    ``most`` rounds.
    """

    name: ClassVar[str] = "dantzig-wolfe"
    source: ClassVar[str] = "Dantzig and Wolfe 1960; Malinvaud 1967"
    enough: float = 1e-7
    most: int = 200

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the plan; its history is the proven gap.

        Raises ThermidorError if nothing bounds a technique.
        """
        began, known = cpu(), reports.table
        held = firms(known)
        proposals = first_proposals(known, held)
        history, bound = list[float](), (np.inf, (np.zeros(0), np.zeros(0), np.zeros(0)))
        levels = 0 * known.achieved
        for round_ in range(1, min(rounds, self.most) + 1):
            decided = decide(known, offered(held, proposals))
            levels = mixed(held, proposals, decided.chosen)
            shared = decided.worth[: len(held.limits)]
            prices = (decided.prices, *priced(known, shared))
            found = certify(known, levels, *prices)
            bound = min(bound, (found.best, prices), key=lambda one: one[0])
            history.append(shortfall(bound[0], found.value, found.scale))
            watch(round_, history[-1])
            if history[-1] < self.enough:
                break
            proposals.append(np.where(profits_of(known, held, decided) > 0, held.highest, 0.0))
        n, f, r = len(known.products), held.many, len(held.limits)
        sent = {
            Channel(Party.CENTRE, Party.BRANCH): (n + r) * f * len(history),
            Channel(Party.BRANCH, Party.CENTRE): (n + r) * f * (len(history) + len(proposals) - 1),
        }
        return priced_plan(self.name, known, levels, bound[1], sent, began, history)


def first_proposals(known: Table, held: Firms) -> list[Numbers]:
    """Return last year's levels within the limits, or all that can be had of every technique in step."""
    start = known.achieved if known.achieved.any() else held.highest
    return [np.minimum(within(known, start), held.highest)]


def offered(held: Firms, proposals: list[Numbers]) -> Offers:
    """Return the centre's choice among all proposals of all branches."""
    gains = np.hstack([held.by_branch(held.net, one) for one in proposals])
    use = np.hstack([held.by_branch(held.use, one) for one in proposals])
    each = np.hstack([np.eye(held.many)] * len(proposals))
    rows = csr_array(vstack([csr_array(use), csr_array(each)])) if len(use) else csr_array(each)
    limits = np.concatenate([held.limits, np.ones(held.many)])
    count = gains.shape[1]
    return Offers(csr_array(gains), rows, limits, np.zeros(count), np.full(count, np.inf))


def mixed(held: Firms, proposals: list[Numbers], shares: Numbers) -> Numbers:
    """Return the levels (m) of proposals mixed by branch in these shares."""
    by_round = shares.reshape(len(proposals), held.many)
    return np.asarray(sum(share[held.branch] * one for share, one in zip(by_round, proposals, strict=True)))


def profits_of(known: Table, held: Firms, decided: Decision) -> Numbers:
    """Return profits (m) per unit of level at the centre's prices."""
    p = known.aim.supported(decided.prices, known.demand)
    return held.profits(p, decided.worth[: len(held.limits)])
