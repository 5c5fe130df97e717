"""Numbers rounded to a grain, so that ties are ties on every machine.

A procedure that leaps from one best answer to another goes another way if two answers that are worth the same
differ in the last digit: sums in another order are enough. Rounded to a grain far above that, and far below
any tolerance, what is the same stays the same, and the first in order is taken.
"""

import numpy as np
from scipy.sparse import csc_array

from ..table import Numbers, Pollution, Resources, Table

BITS = 30  # kept of a number: a thousand-millionth of it, a million times what sums in another order change


def rounded(numbers: Numbers) -> Numbers:
    """Return numbers with so many bits as are kept, each by its own size.

    >>> a, b = rounded(np.array([0.1 + 0.2, 0.3]))
    >>> bool(a == b)
    True
    """
    size = np.frexp(numbers)[1]
    return np.ldexp(np.round(np.ldexp(numbers, BITS - size)), size - BITS)


def rounded_off(numbers: Numbers) -> Numbers:
    """Return numbers rounded to the same grain of one: for those that may come out near nought by chance."""
    return np.ldexp(np.round(np.ldexp(numbers, BITS)), -BITS)


def grained(known: Table) -> Table:
    """Return the table with its numbers rounded each by its own size."""
    held, foul, inputs = known.resources, known.pollution, known.inputs
    return known.with_(
        inputs=csc_array((rounded(inputs.data), inputs.indices, inputs.indptr), shape=inputs.shape),
        resources=Resources(held.names, held.units, rounded(held.needs), rounded(held.endowments)),
        pollution=Pollution(foul.names, rounded(foul.emissions), rounded(foul.limits)),
        capacities=rounded(known.capacities),
        stocks=rounded(known.stocks),
        demand=rounded(known.demand),
        achieved=rounded(known.achieved),
    )
