r"""The greatest weighted sum of logarithms under linear limits, with the worth of each limit.

.. math:: \max \sum_i w_i \log y_i \quad\text{with}\quad C (v, y) \le d

by Newton's method on the conditions of Karush, Kuhn and Tucker with slack s and duals z, where
:math:`s_i z_i = \mu` and :math:`\mu` is brought to nothing. Source: Mehrotra 1992 (without his second step);
Boyd and Vandenberghe, Convex Optimization, 2004, ch. 11.7. The y are the last unknowns.
"""

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from threadpoolctl import ThreadpoolController

from ..table import Numbers

STEPS = 80
EXACT = 1e-9  # complementarity over the sum of weights
NEAR = 1e-7  # conditions unmet over their size
BACK = 0.99  # of the way to the wall
CENTRE = 0.1  # of the present complementarity, for the next

# Matrices here have a few hundred rows: a second thread gains nothing, and where other work holds the cores
# threads wait for each other a hundred times longer than they count.
BLAS = ThreadpoolController()


@BLAS.wrap(limits=1, user_api="blas")
def logarithms(weights: Numbers, rows: Numbers, limits: Numbers, start: Numbers) -> tuple[Numbers, Numbers]:
    """Return the unknowns and the duals (zero or more) of the rows.

    >>> import numpy as np
    >>> found, worth = logarithms(np.array([1.0, 3.0]), np.ones((1, 2)), np.array([8.0]), np.ones(2))
    >>> np.round(found, 6), np.round(worth, 6)
    (array([2., 6.]), array([0.5]))
    """
    size = np.maximum(np.abs(rows).max(axis=1), 1e-300)
    rows, limits = rows / size[:, None], limits / size
    free = len(start) - len(weights)
    x = start.astype(float)
    slack = np.maximum(limits - rows @ x, 0.1 * np.maximum(np.abs(limits), 1e-3))
    dual = weights.mean() / slack
    for _ in range(STEPS):
        slope, curve = np.zeros(len(x)), np.zeros(len(x))
        slope[free:], curve[free:] = -weights / x[free:], weights / x[free:] ** 2
        unmet, over, product = slope + rows.T @ dual, rows @ x + slack - limits, slack @ dual
        if _done(unmet, over, product, slope, limits, weights):
            break
        aim = CENTRE * product / len(slack)
        weight = dual / slack
        matrix = (rows.T * weight) @ rows
        matrix[np.diag_indices_from(matrix)] += curve + 1e-14 * matrix.diagonal().max()
        right = -(slope + rows.T @ (weight * over + aim / slack))
        dx = cho_solve(cho_factor(matrix, check_finite=False), right, check_finite=False)
        dslack = -over - rows @ dx
        ddual = (aim - dual * dslack) / slack - dual
        inside = _step(np.concatenate([slack, x[free:]]), np.concatenate([dslack, dx[free:]]))
        kept = _step(dual, ddual)
        x, slack, dual = x + inside * dx, slack + inside * dslack, dual + kept * ddual
    return x, dual / size


def _step(now: Numbers, change: Numbers) -> float:
    """Return the length of the step that keeps everything above zero."""
    falling = change < 0
    return float(min(1.0, BACK * np.min(-now[falling] / change[falling], initial=np.inf)))


def _done(
    unmet: Numbers, over: Numbers, product: float, slope: Numbers, limits: Numbers, weights: Numbers
) -> bool:
    near = np.abs(unmet).max() <= NEAR * np.abs(slope).max()
    kept = np.abs(over).max() <= NEAR * np.abs(limits).max()
    return bool(near and kept and product <= EXACT * weights.sum())
