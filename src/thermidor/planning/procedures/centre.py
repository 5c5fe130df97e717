r"""What the centre solves in planning by levels: the best use of what branches offer.

.. math:: \max\; U(y) \quad\text{with}\quad y \le s + G v,\; H v \le h,\; l \le v \le u

for offers v. A logarithmic aim is reached by the interior (:mod:`interior`).
"""

from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array, hstack, identity, vstack

from thermidor.errors import ThermidorError

from ..aim import Logarithmic, Proportional, Weighted
from ..exact import highs
from ..exact.programme import Programme
from ..table import Numbers, Table
from . import interior


class Offers(NamedTuple):
    """Hold what the centre may choose: ``gains`` (n x v) of products, ``rows`` @ v <= ``limits``, bounds."""

    gains: csr_array
    rows: csr_array
    limits: Numbers
    lower: Numbers
    upper: Numbers


class Decision(NamedTuple):
    """Hold the choice v, prices (n), the worth of each limit, and a bound on the aim from above."""

    chosen: Numbers
    prices: Numbers
    worth: Numbers
    value: float


def decide(known: Table, offers: Offers) -> Decision:
    """Return the best choice; raises ThermidorError if the aim is of a kind not known here."""
    aim, n = known.aim, len(known.products)
    if isinstance(aim, Proportional):
        return _linear(known, offers, csr_array(known.demand[:, None]), np.ones(1))
    if isinstance(aim, Weighted):
        return _linear(known, offers, csr_array(identity(n)), aim.weights)
    if isinstance(aim, Logarithmic):
        return _smooth(known, offers, aim)
    raise ThermidorError("this procedure knows no such aim", "aim", type(aim).__name__)


def _linear(known: Table, offers: Offers, deliveries: csr_array, worth: Numbers) -> Decision:
    """Decide for deliveries that are worth so much a unit."""
    many, n = len(offers.lower), len(known.products)
    rows = csr_array(
        vstack(
            [
                hstack([-offers.gains, deliveries]),
                hstack([offers.rows, csr_array((offers.rows.shape[0], len(worth)))]),
            ]
        )
    )
    cost = np.concatenate([np.zeros(many), -worth])
    lower = np.concatenate([offers.lower, np.zeros(len(worth))])
    upper = np.concatenate([offers.upper, np.full(len(worth), np.inf)])
    limits = np.concatenate([known.stocks, offers.limits])
    found = highs.solve(Programme(cost, rows, limits, lower, upper))
    return Decision(found.columns[:many], found.duals[:n], found.duals[n:], -found.value)


def _smooth(known: Table, offers: Offers, aim: Logarithmic) -> Decision:
    """Decide for a logarithmic aim, by the interior."""
    asked = np.flatnonzero((known.demand > 0) & (aim.weights > 0))
    many, n, k = len(offers.lower), len(known.products), len(asked)
    take = csr_array((np.ones(k), (asked, np.arange(k))), shape=(n, k))
    below, above = np.flatnonzero(np.isfinite(offers.lower)), np.flatnonzero(np.isfinite(offers.upper))
    unit = csr_array(identity(many + k))
    rows = vstack(
        [
            hstack([-offers.gains, take]),
            hstack([offers.rows, csr_array((offers.rows.shape[0], k))]),
            -unit[below],
            unit[above],
        ]
    ).toarray()
    right = np.concatenate([known.stocks, offers.limits, -offers.lower[below], offers.upper[above]])
    start = np.concatenate([np.zeros(many), known.demand[asked]])
    found, duals = interior.logarithms(aim.weights[asked], rows, right, start)
    value = float(aim.weights[asked] @ np.log(found[many:] / known.demand[asked]))
    return Decision(found[:many], duals[:n], duals[n : n + len(offers.limits)], value)
