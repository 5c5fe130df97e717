r"""Levels and prices move together: each enterprise up the slope of profit, each price up with the excess.

.. math:: x^{t+1} = [x^t + \tau\,\partial_x L(x^t, p^t)]_+, \qquad
   p^{t+1} = [p^t + \sigma\,(K (x^{t+1} + \theta (x^{t+1} - x^t)) - b)]_+

With :math:`\theta = 0` this is the gradient process of Arrow, Hurwicz and Uzawa, Studies in Linear and
Non-Linear Programming, 1958: proven for strictly concave aims, circling for linear ones, whose averages
settle. With :math:`\theta = 1`, the step to where the other side is going, it is PDHG (Chambolle and Pock
2011), and with restarts from averages the kernel of PDLP (Applegate et al. 2021): a decentralised planning
procedure of 1958 is today's solver of large linear programmes. Steps by row and column sums after Pock and
Chambolle 2011.
"""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

import numpy as np
from scipy.sparse import csr_array, diags, hstack, vstack

from ..aim import Logarithmic, Proportional
from ..certificate import DualityGap, shortfall
from ..duality import certify, highest_levels
from ..exact.programme import net_inputs, shared_rows
from ..exact.shortcut import must_ask, unlimited
from ..exact.sizes import usual
from ..plan import Channel, Party, Plan, cpu
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Table
from .common import in_baskets, priced_plan, within
from .usual import in_usual_units

LOOK = 10  # rounds between two looks at the gap


class Saddle(NamedTuple):
    """Hold the game in usual units: ``rows`` x <= ``limits``; ``pay`` x plus weights times logarithms.

    The last len(``logs``) columns stand under logarithms. ``width`` and ``height`` are the units.
    """

    rows: csr_array
    limits: Numbers
    pay: Numbers
    logs: Numbers
    upper: Numbers
    width: Numbers
    height: Numbers


@dataclass(frozen=True, slots=True)
class ArrowHurwicz:
    """Follow both gradients, and hand over the last levels; ends at the gap ``enough`` or after ``most``."""

    name: ClassVar[str] = "arrow-hurwicz"
    source: ClassVar[str] = "Arrow, Hurwicz and Uzawa 1958"
    enough: float = 1e-4
    most: int = 20_000

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the best plan met with; its history is the proven gap, looked at every tenth round."""
        limit = min(rounds, self.most)
        return in_usual_units(
            reports.table,
            lambda known: _plan(self.name, known, limit, self.enough, watch, ahead=0.0, restarts=False),
        )


@dataclass(frozen=True, slots=True)
class PrimalDualHybridGradient:
    """The same with a step ahead, averages and restarts; ends at the gap ``enough`` or after ``most``."""

    name: ClassVar[str] = "primal-dual-hybrid-gradient"
    source: ClassVar[str] = "Chambolle and Pock 2011; Applegate et al. 2021"
    enough: float = 1e-4
    most: int = 20_000

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the best plan met with; its history is the proven gap, looked at every tenth round."""
        limit = min(rounds, self.most)
        return in_usual_units(
            reports.table,
            lambda known: _plan(self.name, known, limit, self.enough, watch, ahead=1.0, restarts=True),
        )


def saddle(known: Table) -> Saddle:
    """Return the game of levels against prices for a table; raises ThermidorError if nothing is asked for."""
    must_ask(known)
    shared, limits = shared_rows(known)
    net, (n, m) = net_inputs(known), known.inputs.shape
    logs, pay, deliveries = np.zeros(0), np.zeros(m), csr_array((n, 0))
    if isinstance(known.aim, Proportional):
        deliveries, pay = csr_array(known.demand[:, None]), np.append(pay, 1.0)
    elif isinstance(known.aim, Logarithmic):
        asked = np.flatnonzero((known.demand > 0) & (known.aim.weights > 0))
        many = len(asked)
        deliveries = csr_array((known.demand[asked], (asked, np.arange(many))), shape=(n, many))
        pay, logs = np.zeros(m + many), known.aim.weights[asked]
    else:
        pay = -(net.T @ known.aim.marginal(known.demand, known.demand))
    width, height = usual(known, len(pay))
    none = csr_array((shared.shape[0], deliveries.shape[1]))
    rows = vstack([hstack([net, deliveries]), hstack([shared, none])])
    upper = np.concatenate([highest_levels(known), np.full(deliveries.shape[1], np.inf)]) / width
    scaled = csr_array(diags(1 / height) @ rows @ diags(width))
    return Saddle(
        scaled, np.concatenate([known.stocks, limits]) / height, pay * width, logs, upper, width, height
    )


def _plan(
    name: str, known: Table, rounds: int, enough: float, watch: Watch, *, ahead: float, restarts: bool
) -> Plan:
    began = cpu()
    game, scale = saddle(known), known.aim.scale(known.demand)
    sums = abs(game.rows)
    along = 0.95 / np.maximum(np.asarray(sums.sum(axis=0)).ravel(), 1e-12)
    across = 0.95 / np.maximum(np.asarray(sums.sum(axis=1)).ravel(), 1e-12)
    x, p = _start(known, game), np.zeros(len(game.limits))
    mean_x, mean_p, since = np.zeros_like(x), np.zeros_like(p), 0
    best, bound, history = (-np.inf, x), (np.inf, p), list[float]()
    turning = game.rows.T.tocsr()
    gap = np.inf
    for round_ in range(1, rounds + 1):
        new = _raised(game, x, along, turning @ p)
        p = np.maximum(p + across * (game.rows @ (new + ahead * (new - x)) - game.limits), 0.0)
        x, since = new, since + 1
        mean_x += (x - mean_x) / since
        mean_p += (p - mean_p) / since
        if round_ % LOOK == 0 or round_ == rounds or round_ <= 3:
            for one in ((x, p), (mean_x, mean_p)):
                found = _certified(known, game, *one)
                best = max(best, (found.value, one[0].copy()), key=lambda met: met[0])
                bound = min(bound, (found.best, one[1].copy()), key=lambda met: met[0])
            gap = shortfall(bound[0], best[0], scale)
            if restarts and since >= 200 and since >= 0.4 * round_:
                x, p, since = mean_x.copy(), mean_p.copy(), 0
        history.append(gap)
        watch(round_, gap)
        if gap < enough:
            break
    if np.isinf(bound[0]):
        raise unlimited()
    n, m, r = len(known.products), len(known.makes), len(game.limits)
    sent = {
        Channel(Party.CENTRE, Party.ENTERPRISE): r * len(history),
        Channel(Party.ENTERPRISE, Party.CENTRE): (m + known.inputs.nnz) * len(history),
        Channel(Party.CONSUMERS, Party.CENTRE): n * len(history),
    }
    levels = within(known, (best[1] * game.width)[:m])
    return priced_plan(name, known, levels, _parts(known, game, bound[1]), sent, began, history)


def _raised(game: Saddle, x: Numbers, along: Numbers, cost: Numbers) -> Numbers:
    """Return the columns after a step up their gains; under logarithms the step is taken to its end."""
    moved = x + along * (game.pay - cost)
    k = len(game.logs)
    if k:
        moved[-k:] = (moved[-k:] + np.sqrt(moved[-k:] ** 2 + 4 * along[-k:] * game.logs)) / 2
    return np.clip(moved, 0.0, game.upper)


def _start(known: Table, game: Saddle) -> Numbers:
    """Return last year's levels, and deliveries as asked for."""
    start = np.ones(len(game.width))
    start[: len(known.makes)] = known.achieved / game.width[: len(known.makes)]
    return np.minimum(start, game.upper)


def _certified(known: Table, game: Saddle, x: Numbers, p: Numbers) -> DualityGap:
    levels = within(known, (x * game.width)[: len(known.makes)])
    return certify(known, levels, *_parts(known, game, p))


def _parts(known: Table, game: Saddle, p: Numbers) -> tuple[Numbers, ...]:
    n, r = len(known.products), len(known.resources.names)
    worth = p / game.height
    if not isinstance(known.aim, Proportional | Logarithmic):
        worth[:n] += known.aim.marginal(known.demand, known.demand)
    return in_baskets(known, (worth[:n], worth[n : n + r], worth[n + r :]))
