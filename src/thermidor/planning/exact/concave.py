"""The best plan for a logarithmic aim, by tangents: each programme stands above the aim, the last near it.

Source: Kelley, The Cutting-Plane Method for Solving Convex Programs, 1960.
"""

from collections.abc import Callable

import numpy as np
from scipy.sparse import csr_array, diags, hstack, vstack

from ..aim import Logarithmic
from ..duality import certify
from ..table import Indices, Numbers, Table
from .programme import Programme, net_inputs, shared_rows
from .shortcut import Answer

ENOUGH = 1e-8  # proven gap at which tangents are added no more
MOST = 60  # programmes solved at most; the certificate says what was reached
FIRST = np.exp(np.linspace(-6.0, 3.0, 37))  # multiples of demand at which the first tangents touch

Solver = Callable[[Programme], tuple[Numbers, Numbers]]


def best(known: Table, aim: Logarithmic, solve: Solver) -> Answer:
    """Return the best plan; ``solve`` gives the columns and the duals of a programme."""
    asked = np.flatnonzero((known.demand > 0) & (aim.weights > 0))
    weights, demand = aim.weights[asked], known.demand[asked]
    points = [share * demand for share in FIRST]
    n, m, r = len(known.products), len(known.makes), len(known.resources.names)
    answer = Answer(np.zeros(m), known.demand, np.zeros(r), 0 * known.pollution.limits)
    gap = np.inf
    for _ in range(MOST):
        columns, duals = solve(_programme(known, asked, weights, demand, points))
        levels = np.maximum(columns[:m], 0.0)
        now = Answer(levels, duals[:n], duals[n : n + r], duals[n + r : n + r + len(known.pollution.names)])
        reached = certify(known, *now).gap
        if reached < gap:
            answer, gap = now, reached
        if gap < ENOUGH:
            break
        points.append(np.maximum(columns[m : m + len(asked)], demand * FIRST[0]))
    return answer


def _programme(
    known: Table, asked: Indices, weights: Numbers, demand: Numbers, points: list[Numbers]
) -> Programme:
    """Return the programme over levels, deliveries and worths, under the tangents at these deliveries."""
    m, many = len(known.makes), len(asked)
    take = csr_array((np.ones(many), (asked, np.arange(many))), shape=(len(known.products), many))
    shared, limits = shared_rows(known)
    none = csr_array((shared.shape[0], 2 * many))
    rows = [hstack([net_inputs(known), take, csr_array(take.shape)]), hstack([shared, none])]
    bounds = [known.stocks, limits]
    for point in points:
        slope = diags(-weights / point)
        rows.append(hstack([csr_array((many, m)), slope, diags(np.ones(many))]))
        bounds.append(weights * (np.log(point / demand) - 1))
    cost = np.concatenate([np.zeros(m + many), -np.ones(many)])
    upper = np.concatenate([known.capacities, np.full(2 * many, np.inf)])
    lower = np.concatenate([np.zeros(m + many), np.full(many, -np.inf)])
    return Programme(cost, csr_array(vstack(rows)), np.concatenate(bounds), lower, upper)
