r"""Quotas down, shadow prices up: planning by levels as a game that is played over and over.

The centre gives each branch f tasks and quotas :math:`u_f`; the branch answers with what one unit more of
each would be worth to it, :math:`\pi_f`, unmet tasks counting at the most that a unit can be worth to the
aim. In fictitious play (Brown 1951) each side answers the *average* of all the other has done so far, and the
plan is the average of all quotas:

.. math:: \bar\pi^N = \tfrac{N-1}{N} \bar\pi^{N-1} + \tfrac1N \pi_f(\bar u^N), \qquad
   u^{N+1} = \arg\max_u \sum_f \bar\pi_f u_f

Values converge (Robinson 1951), quotas need not: the gap falls about as :math:`N^{-1/2}` (Karlin's
conjecture of 1959; false for adverse ties, Daskalakis and Pan 2014), and begins with all that unmet tasks
can cost, many times what the plan is worth. So ten exchanges prove nothing. Best answers are often tied:
the game is played with numbers rounded to a grain (:mod:`.grain`), the first of tied answers taken; plans and
bounds are measured on the table as it is. Source: Kornai and Lipták,
Two-Level Planning, 1965; that a task unmet has a price is our way to their condition that every sharing-out
can be carried out.
"""

from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from thermidor.errors import ThermidorError

from ..aim import NOTHING, Proportional
from ..certificate import shortfall
from ..duality import certify
from ..exact.productive import chain_of
from ..plan import Channel, Party, Plan, cpu
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Table
from .common import priced_plan, within
from .firms import Firms, firms, priced
from .grain import grained, rounded, rounded_off
from .sharing import shared_out
from .usual import in_usual_units

DEAR = 2.0  # baskets that all there is of a shared limit, or of a product not asked for, is worth at most
LOOK = 10  # rounds between two looks at what branches could carry out
SAME = 1e-9  # relative: of two plans, or bounds, as near as this the first is kept


@dataclass(frozen=True, slots=True)
class KornaiLiptak:
    """Play the game for ``most`` rounds, or to the gap ``enough``; for aims of a fixed basket."""

    name: ClassVar[str] = "kornai-liptak"
    source: ClassVar[str] = "Kornai and Lipták 1965"
    enough: float = 1e-3
    most: int = 1000

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the best plan met with; its history is the proven gap in baskets.

        Raises ThermidorError if the aim is not a fixed basket, nothing bounds a technique, or nothing can be
        delivered and a chain of products cannot reproduce itself.
        """
        return in_usual_units(reports.table, lambda known: self._planned(known, rounds, watch))

    def _planned(self, known: Table, rounds: int, watch: Watch) -> Plan:
        began = cpu()
        if not isinstance(known.aim, Proportional):
            raise ThermidorError("this procedure knows fixed baskets only", "aim", type(known.aim).__name__)
        scale, exact, even = known.aim.scale(known.demand), firms(known), grained(known)
        held = firms(even)
        short, over = penalties(even, held)
        n, r, f = len(known.products), len(held.limits), held.many
        rates, charges = np.tile(short[:, None] / 2, f), np.tile(over[:, None] / 2, f)
        mean = quotas = _first(even, held)
        ceiling, basis = np.inf, None
        history, best, bound = list[float](), (-np.inf, 0 * known.achieved), (np.inf, (short, over, over[:0]))
        for round_ in range(1, min(rounds, self.most) + 1):
            mean = rounded_off(mean + (quotas - mean) / round_)
            levels, paid, rent, basis = held.answer(mean[:n], mean[n:], short, over, basis)
            rates = rounded(rates + (paid - rates) / round_)
            charges = rounded(charges + (rent - charges) / round_)
            if round_ % LOOK == 0 or round_ == rounds or round_ <= LOOK:
                kept = within(known, levels)
                for prices, shared in (
                    (rates.max(axis=1), charges.max(axis=1)),
                    (rates.mean(axis=1), charges.mean(axis=1)),
                ):
                    offers = (prices, *priced(known, shared))
                    found = certify(known, kept, *offers)
                    if found.best < bound[0] * (1 - SAME):
                        bound = (found.best, offers)
                if found.value > best[0] + SAME * scale:
                    best = (found.value, kept)
            quotas, _ = shared_out(even, held, rates, charges)
            no_more = shared_out(known, exact, rates, charges)[1]
            ceiling = min(ceiling, no_more, bound[0])
            history.append(max(ceiling - best[0], 0.0))
            watch(round_, history[-1])
            if shortfall(ceiling, best[0], scale) < self.enough:
                break
        sent = {
            Channel(Party.CENTRE, Party.BRANCH): (n + r) * f * len(history),
            Channel(Party.BRANCH, Party.CENTRE): (n + r) * f * len(history),
        }
        if best[0] <= NOTHING:
            _blame_a_chain(known)
        made = priced_plan(self.name, known, best[1], bound[1], sent, began, history)
        return replace(made, certificate=replace(made.certificate, best=ceiling))


def penalties(known: Table, held: Firms) -> tuple[Numbers, Numbers]:
    """Return what a unit missed of each product (n), and of each shared limit (l), costs at most.

    A basket is worth one, so a unit of a product of it no more than one over its amount.
    """
    made = np.maximum(held.net.maximum(0) @ held.highest, 1e-300)
    short = np.where(known.demand > 0, 1 / np.maximum(known.demand, 1e-300), DEAR / made)
    return short, DEAR / np.maximum(held.limits, 1e-300)


def _blame_a_chain(known: Table) -> None:
    fault = chain_of(known)
    if fault:
        raise fault


def _first(known: Table, held: Firms) -> Numbers:
    """Return last year's tasks and quotas."""
    return np.vstack([held.by_branch(held.net, known.achieved), held.by_branch(held.use, known.achieved)])
