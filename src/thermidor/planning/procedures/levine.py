r"""Balances in practice: a few rounds, then what is missing is closed by pressing, squeezing and drawing.

The deficit s > 0 left after the rounds is shared out, :math:`\theta` adding up to one: norms of users
pressed down, final deliveries squeezed, output raised without counting the inputs that this takes. Source:
Levine, The Centralized Planning of Supply in Soviet Industry, 1959. The shares are ours.
"""

from dataclasses import dataclass, field, replace
from typing import ClassVar, NamedTuple

import numpy as np

from thermidor.errors import ThermidorError

from ..exact.leontief import asked
from ..plan import Plan, cpu
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers
from .common import balanced_plan, last_mix, proven
from .material_balances import MaterialBalances


@dataclass(frozen=True, slots=True)
class Closure:
    """Share a deficit among norms, final deliveries, stocks and output; the shares add up to one.

    Stocks that do not suffice leave their part to final deliveries.
    """

    norms: float = 0.4
    final: float = 0.4
    stocks: float = 0.1
    outputs: float = 0.1

    def __post_init__(self) -> None:
        shares = (self.norms, self.final, self.stocks, self.outputs)
        if min(shares) < 0 or abs(sum(shares) - 1) > 1e-9:
            raise ThermidorError("shares do not add up to one", "closure", sum(shares), "Mend the shares.")


class Closed(NamedTuple):
    """Hold by product (n) what closes the deficit: the four add up to it."""

    pressed: Numbers
    squeezed: Numbers
    drawn: Numbers
    raised: Numbers


def close(deficit: Numbers, stocks: Numbers, closure: Closure) -> Closed:
    """Return how a deficit (n, zero or more) is closed.

    >>> import numpy as np
    >>> close(np.array([10.0]), np.array([0.5]), Closure()).squeezed
    array([4.5])
    """
    drawn = np.minimum(closure.stocks * deficit, stocks)
    squeezed = closure.final * deficit + (closure.stocks * deficit - drawn)
    return Closed(closure.norms * deficit, squeezed, drawn, closure.outputs * deficit)


@dataclass(frozen=True, slots=True)
class BalancesPressed:
    """Make two or three rounds of balances, then close what is left on paper.

    The plan's final deliveries are what its levels leave if norms are as reported: pressed norms promise
    more, and the difference is the part of the deficit that execution will meet.
    """

    name: ClassVar[str] = "balances-pressed"
    source: ClassVar[str] = "Levine 1959"
    exchanges: int = 2
    closure: Closure = field(default_factory=Closure)

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the plan.

        Raises ThermidorError if a chain of products cannot reproduce itself.
        """
        began, known = cpu(), reports.table
        drawn_up = MaterialBalances()(reports, min(rounds, self.exchanges), watch)
        mix, outputs = last_mix(known), drawn_up.outputs
        deficit = np.maximum(asked(known) + mix.recipes @ outputs - outputs, 0.0)
        raised = outputs + close(deficit, known.stocks, self.closure).raised
        made = balanced_plan(
            self.name, known, mix, raised, proven(known, mix), drawn_up.messages, began, drawn_up.history
        )
        return replace(made, cpu_seconds=cpu() - began)
