r"""Units in which the numbers of a programme lie near one, for a solver whose tolerances are absolute.

Rows and columns are divided in turn by the roots of their greatest entries, until these are near one; then
limits and costs are counted in their greatest. A programme whose numbers are usual is left as it is. Source:
Ruiz, A Scaling Algorithm to Equilibrate Both Rows and Columns Norms in Matrices, 2001.
"""

from typing import NamedTuple

import numpy as np

from ..table import Indices, Numbers
from .programme import Programme

USUAL = (1e-4, 1e8)  # between these the greatest cost, limit and entry of a column need no other unit
TURNS = 20


class Units(NamedTuple):
    """Hold the units of columns, of rows, and of the cost."""

    columns: Numbers
    rows: Numbers
    cost: float


def even(wanted: Programme) -> Units:
    """Return units in which a programme is even; ones, if it is as it stands."""
    height, width = wanted.rows.shape
    entries = abs(wanted.rows).tocoo()
    columns, rows = np.ones(width), np.ones(height)
    sizes = [_greatest(entries.coords[1], entries.data, width), _bounds(wanted, columns, rows)]
    if all(map(_usual, [*sizes, np.abs(wanted.cost).max(keepdims=True, initial=0.0)])):
        return Units(columns, rows, 1.0)
    for _ in range(TURNS):
        now = entries.data * columns[entries.coords[1]] / rows[entries.coords[0]]
        rows *= np.sqrt(_or_one(_greatest(entries.coords[0], now, height)))
        columns /= np.sqrt(_or_one(_greatest(entries.coords[1], now, width)))
    size = float(_or_one(_bounds(wanted, columns, rows))[0])
    cost = np.abs(wanted.cost * columns * size).max(keepdims=True, initial=0.0)
    return Units(columns * size, rows * size, float(_or_one(cost)[0]))


def _bounds(wanted: Programme, columns: Numbers, rows: Numbers) -> Numbers:
    """Return the greatest finite limit or bound (an array of one)."""
    every = np.abs(np.concatenate([wanted.limits / rows, wanted.lower / columns, wanted.upper / columns]))
    return every[np.isfinite(every)].max(keepdims=True, initial=0.0)


def _greatest(place: Indices, entries: Numbers, size: int) -> Numbers:
    found = np.zeros(size)
    np.maximum.at(found, place, entries)
    return found


def _or_one(sizes: Numbers) -> Numbers:
    return np.where(sizes > 0, sizes, 1.0)


def _usual(sizes: Numbers) -> bool:
    some = sizes[sizes > 0]
    return bool(np.all((some >= USUAL[0]) & (some <= USUAL[1])))
