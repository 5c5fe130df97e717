"""How a deficit that rounds of balances leave is closed, product by product, without starting over.

Raised output, pressed norms, cut deliveries, stocks, imports: what one of them cannot take falls on
deliveries, the least urgent class of users first, and what these cannot give on output. Source: Levine, The
Centralized Planning of Supply in Soviet Industry, 1959, for the order and for stopping at direct links.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from thermidor.errors import ThermidorError

from ..exact.leontief import asked
from ..table import Numbers, Table


@dataclass(frozen=True, slots=True)
class Closure:
    """Share a deficit among norms, final deliveries, stocks, imports and output; one in all.

    The shares are a hypothesis of ours: Levine tells in which order planners turned to each, not how far.
    """

    norms: float = 0.4
    final: float = 0.3
    stocks: float = 0.1
    imports: float = 0.1
    outputs: float = 0.1

    def __post_init__(self) -> None:
        shares = (self.norms, self.final, self.stocks, self.imports, self.outputs)
        if min(shares) < 0 or abs(sum(shares) - 1) > 1e-9:
            raise ThermidorError("shares do not add up to one", "closure", sum(shares), "Mend the shares.")


class Closed(NamedTuple):
    """Hold by product (n) what closes the deficit: the five add up to it."""

    pressed: Numbers
    squeezed: Numbers
    drawn: Numbers
    imported: Numbers
    raised: Numbers


class Room(NamedTuple):
    """Hold by product (n) what each means can give at most: users, stocks, imports, final use."""

    used: Numbers
    stocks: Numbers
    imports: Numbers
    final: Numbers


def room(known: Table, levels: Numbers) -> Room:
    """Return the room that a table leaves at these levels (m): stocks are those that final use leaves."""
    n = len(known.products)
    imports = np.zeros(n) if known.imports is None else known.imports
    spare = np.maximum(known.stocks - known.demand, 0.0)
    return Room(known.inputs @ levels, spare, imports, asked(known))


def close(deficit: Numbers, there: Room, closure: Closure) -> Closed:
    """Return how a deficit (n, zero or more) is closed.

    >>> import numpy as np
    >>> there = Room(np.array([50.0]), np.array([0.5]), np.zeros(1), np.array([3.0]))
    >>> closed = close(np.array([10.0]), there, Closure())
    >>> closed.pressed, closed.squeezed, closed.drawn, closed.raised
    (array([4.]), array([3.]), array([0.5]), array([2.5]))
    """
    pressed = np.minimum(closure.norms * deficit, there.used)
    drawn = np.minimum(closure.stocks * deficit, there.stocks)
    imported = np.minimum(closure.imports * deficit, there.imports)
    due = np.maximum((1 - closure.outputs) * deficit - pressed - drawn - imported, 0.0)
    squeezed = np.minimum(due, there.final)
    raised = np.maximum(deficit - pressed - squeezed - drawn - imported, 0.0)
    return Closed(pressed, squeezed, drawn, imported, raised)


def by_urgency(known: Table, final: Numbers) -> Numbers | None:
    """Return what each class of final use (class x product) gets of deliveries (n), the most urgent first.

    What is there beyond all that is asked goes to no class. None if the table tells of no classes.
    """
    if known.priorities is None:
        return None
    wanted = known.priorities.parts * known.demand
    before = np.cumsum(wanted, axis=0) - wanted
    return np.clip(final - before, 0.0, wanted)


def followed(known: Table, levels: Numbers, pressed: Numbers, spare: float) -> tuple[Numbers, Numbers]:
    """Return what users make of pressed inputs: levels (m), and inputs per unit by link.

    A user is allotted ``1 - pressed / use`` of what the norm gives for each input, does without the share
    ``spare`` of it, and makes less where even that is not enough, by the input that is shortest.
    """
    used = known.inputs @ levels
    left = 1 - np.divide(pressed, used, out=np.zeros(len(used)), where=used > 0)
    starts, by_link = known.inputs.indptr, left[known.inputs.indices]
    filled = np.flatnonzero(np.diff(starts))
    least = np.ones(len(levels))
    if len(filled):
        least[filled] = np.minimum.reduceat(by_link, starts[filled])
    made = np.minimum(1.0, least / (1 - spare)) if spare < 1 else np.ones(len(levels))
    each = np.repeat(made, np.diff(starts))
    part = np.minimum(1.0, np.divide(by_link, each, out=np.ones(len(each)), where=each > 0))
    return levels * made, known.inputs.data * part
