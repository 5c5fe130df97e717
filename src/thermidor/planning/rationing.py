r"""What levels a plan comes to where users of what is short are rationed until what is claimed is there.

Makers of what is short come first, for if they were cut with the rest there would be less of it, and less
again, until nothing is left of a plan that was a little out of balance; all others are cut alike. A user goes
on at the least share :math:`\text{given} / \text{needed}` of its inputs, cut gently since others cut too, and
rises again toward the plan where there is more than is claimed.
"""

import numpy as np

from .table import Indices, Numbers, Table

GENTLY = 0.2  # of a cut, or of what may be made up for, is made at a time: others cut too
LEAP = 2.0  # times its level, or one over it, is the most that a user moves toward: who stops, stops for good


def rationed(
    known: Table, most: Numbers, claimed: Numbers, allotted: Numbers, near: float, turns: int
) -> Numbers:
    """Return levels (m), at most ``most``, which the inputs that users get let them keep to.

    By link of the table's inputs: ``claimed`` per unit of level, ``allotted`` at most. Ends when levels
    change by less than the share ``near``, or after so many turns.
    """
    levels = most
    for _ in range(turns):
        going = np.clip(supplies(known, levels, claimed, allotted), 1 / LEAP, LEAP)
        before, levels = levels, np.minimum(most, levels * going**GENTLY)
        if np.all(np.abs(levels - before) <= near * most):
            break
    return levels


def supplies(known: Table, levels: Numbers, claimed: Numbers, allotted: Numbers) -> Numbers:
    """Return for each user (m) the least share of its inputs at these levels that it is given."""
    column = np.repeat(np.arange(len(known.makes)), np.diff(known.inputs.indptr))
    there, needed = known.outputs(levels) + known.stocks, known.inputs.data * levels[column]
    claims = claimed * levels[column]
    given = np.minimum(_enough(known, there, claims, column) * claims, allotted)
    share = given / np.where(needed > 0, needed, 1.0)
    return by_column(np.where(needed > 0, share, np.inf), known.inputs.indptr, np.inf)


def _enough(known: Table, there: Numbers, claims: Numbers, column: Indices) -> Numbers:
    """Return what there is over what is claimed, by link; makers of what is short are served first."""
    product, n = known.inputs.indices, len(there)
    claimed = np.bincount(product, claims, n)
    urgent = (claimed > there)[known.makes[column]]
    first = np.bincount(product, np.where(urgent, claims, 0.0), n)
    rest = np.maximum(there - first, 0.0)
    before = there / np.where(first > 0, first, np.inf)
    after = rest / np.where(claimed > first, claimed - first, np.inf)
    return np.where(urgent, before[product], after[product])


def by_column(by_link: Numbers, start: Indices, otherwise: float) -> Numbers:
    """Return the least number in each column of a matrix stored by columns, of starts ``start``."""
    found, filled = np.full(len(start) - 1, otherwise), np.flatnonzero(np.diff(start))
    if len(filled):
        found[filled] = np.minimum.reduceat(by_link, start[filled])
    return found
