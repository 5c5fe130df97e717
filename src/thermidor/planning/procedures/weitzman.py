r"""Targets down, nearest possible results and marginal rates up: the centre learns what cannot be.

The centre holds for each branch f an outer picture :math:`P_f \supseteq Y_f` and asks for the best within
it. A branch that cannot do what is asked answers with the nearest it can, and with the rates
:math:`\pi_f` at which its possibilities give way there; the centre adds the cut
:math:`\pi_f y_f \le \max_{Y_f} \pi_f y`. The value asked for falls to the best; until then targets are taut
beyond the possible. Finite for technologies of finitely many corners. Source: Weitzman, Iterative
Multilevel Planning with Production Targets, 1970.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from scipy.sparse import csr_array, hstack, identity, kron

from ..certificate import shortfall
from ..duality import certify
from ..plan import Channel, Party, Plan, cpu
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Table
from .centre import Offers, decide
from .common import priced_plan, within
from .firms import Firms, firms, priced
from .usual import in_usual_units

REFUSED = 1e-9  # a cut this near to what is asked teaches nothing


@dataclass(frozen=True, slots=True)
class WeitzmanTargets:
    """Plan from outside: too much is asked for until the end, which is exact.

    The plan is what branches answer, brought within the limits; ``optimism``, the greatest value that the
    centre still thinks possible, is the bound of its certificate. Ends at the gap ``enough``, or after
    ``most`` rounds.
    """

    name: ClassVar[str] = "weitzman-targets"
    source: ClassVar[str] = "Weitzman 1970"
    enough: float = 1e-7
    most: int = 300

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the plan; its history is the centre's optimism over what the best plan met with gives.

        Raises ThermidorError if nothing bounds a technique.
        """
        return in_usual_units(reports.table, lambda known: self._planned(known, rounds, watch))

    def _planned(self, known: Table, rounds: int, watch: Watch) -> Plan:
        began = cpu()
        held = firms(known)
        cuts, right = list[Numbers](), list[Numbers]()
        history = list[float]()
        best, prices = (-np.inf, known.achieved * 0), (np.inf, (np.zeros(0), np.zeros(0), np.zeros(0)))
        n, r, f = len(known.products), len(held.limits), held.many
        learned = 0
        for round_ in range(1, min(rounds, self.most) + 1):
            decided = decide(known, picture(held, cuts, right))
            asked = decided.chosen.reshape(f, n + r).T
            short = known.aim.supported(decided.prices, known.demand) + 1e-3 * _usual(held)
            over = decided.worth[:r] + 1e-3 / np.maximum(held.limits, 1e-300)
            levels, rates, charges, _ = held.answer(asked[:n], asked[n:], short, over)
            kept = within(known, levels)
            offers = (decided.prices, *priced(known, decided.worth[:r]))
            found = certify(known, kept, *offers)
            best = max((found.value, kept), best, key=lambda one: one[0])  # of equals the later
            prices = min(prices, (found.best, offers), key=lambda one: one[0])
            optimism = min(prices[0], decided.value)
            history.append(shortfall(optimism, best[0], found.scale))
            watch(round_, history[-1])
            if history[-1] < self.enough:
                break
            most = held.most(held.profits(rates, charges))
            missed = (
                np.einsum("if,if->f", rates, asked[:n]) - np.einsum("if,if->f", charges, asked[n:]) - most
            )
            new = np.flatnonzero(missed > REFUSED * np.maximum(np.abs(most), 1e-12))
            learned += len(new)
            if len(new) == 0:
                break
            for one in new:
                cuts.append(_cut(int(one), f, np.concatenate([rates[:, one], -charges[:, one]])))
                right.append(most[one])
        sent = {
            Channel(Party.CENTRE, Party.BRANCH): (n + r) * f * len(history),
            Channel(Party.BRANCH, Party.CENTRE): 2 * (n + r) * learned,
        }
        return priced_plan(self.name, known, best[1], prices[1], sent, began, history)


def picture(held: Firms, cuts: list[Numbers], right: list[Numbers]) -> Offers:
    """Return the centre's choice of net outputs and quotas (n + l by branch) under all it has learned."""
    n, r, f = held.net.shape[0], len(held.limits), held.many
    each = hstack([identity(n), csr_array((n, r))])
    shared = hstack([csr_array((r, n)), identity(r)])
    gains = csr_array(kron(np.ones((1, f)), each))
    rows = [csr_array(kron(np.ones((1, f)), shared)).toarray(), *(cut[None, :] for cut in cuts)]
    limits = np.concatenate([held.limits, np.asarray(right)])
    made = held.by_branch(held.net.maximum(0), held.highest)
    upper = np.concatenate([made, np.tile(held.limits[:, None], f)]).T.ravel()
    lower = np.concatenate([np.full((n, f), -np.inf), np.zeros((r, f))]).T.ravel()
    return Offers(gains, csr_array(np.vstack(rows)), limits, lower, upper)


def _cut(branch: int, many: int, rates: Numbers) -> Numbers:
    row = np.zeros((many, len(rates)))
    row[branch] = rates
    return row.ravel()


def _usual(held: Firms) -> Numbers:
    """Return one over the amount (n) of each product that could be made: so units do not count."""
    made = held.net.maximum(0) @ held.highest
    return 1 / np.where(made > 0, made, 1.0)
