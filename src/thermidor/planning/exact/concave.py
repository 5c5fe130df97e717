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

ENOUGH = 3e-7  # proven gap at which tangents are added no more
MOST = 25  # programmes solved at most; the certificate says what was reached
COARSE = np.exp(np.linspace(-6.0, 3.0, 13))  # multiples of demand at which tangents always touch
FINE = np.arange(-2, 3)  # steps from the last deliveries at which further tangents touch
SHRINK = 0.3  # of the step, after each programme

Solver = Callable[[Programme], tuple[Numbers, Numbers]]


def best(known: Table, aim: Logarithmic, solve: Solver) -> Answer:
    """Return the best plan; ``solve`` gives the columns and the duals of a programme."""
    asked = np.flatnonzero((known.demand > 0) & (aim.weights > 0))
    weights, demand = aim.weights[asked], known.demand[asked]
    coarse = [share * demand for share in COARSE]
    near: list[Numbers] = []
    step = 0.5
    n, m, r = len(known.products), len(known.makes), len(known.resources.names)
    answer = Answer(np.zeros(m), known.demand, np.zeros(r), 0 * known.pollution.limits)
    gap = np.inf
    for _ in range(MOST):
        columns, duals = solve(_programme(known, asked, weights, demand, coarse + near))
        levels = np.maximum(columns[:m], 0.0)
        now = Answer(levels, duals[:n], duals[n : n + r], duals[n + r : n + r + len(known.pollution.names)])
        reached = certify(known, *now).gap
        if reached < gap:
            answer, gap = now, reached
        if gap < ENOUGH:
            break
        delivered = np.maximum(columns[m : m + len(asked)], coarse[0])
        near, step = [delivered * np.exp(step * k) for k in FINE], step * SHRINK
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
