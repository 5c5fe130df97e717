"""How large levels and rows of a programme usually are: a first-order solver wants numbers near one."""

import numpy as np

from ..balance import solve
from ..chain import NotProductive
from ..table import Numbers, Table
from .choice import cheapest, recipes

LEAST = 1e-6  # of the mean: a size of zero would not do
NEAR = 1e-3


def usual(known: Table, columns: int) -> tuple[Numbers, Numbers]:
    """Return sizes of the columns (levels first, then ones) and of the rows of a programme.

    Taken from the plan that delivers the demand with the cheapest techniques. Raises ThermidorError if
    these cannot reproduce themselves.
    """
    try:
        outputs = solve(
            recipes(known, cheapest(known)), known.demand + LEAST * known.demand.mean(), NEAR
        ).outputs
    except NotProductive as fault:
        raise fault.named(known.products) from None
    outputs = np.maximum(outputs, LEAST * outputs.mean())
    limits = np.concatenate([known.resources.endowments, known.pollution.limits])
    limits = np.where(np.isfinite(limits) & (limits > 0), limits, 1.0)
    sizes = np.ones(columns)
    sizes[: len(known.makes)] = outputs[known.makes]
    return sizes, np.concatenate([outputs, limits])
