r"""Balances in practice: a few rounds, then what is missing is closed by many means at once.

The deficit s > 0 left after the rounds is shared out, the shares adding up to one. Norms of users are
pressed down: they are allotted less a unit, and make less unless they can spare it. Final deliveries are cut,
the least urgent class of users first. Stocks beyond final use are drawn, and what the table says can be
imported is. Output is raised without counting the inputs that this takes. No means looks further than its
direct links. Source: Levine, The Centralized Planning of Supply in Soviet Industry, 1959; shares are ours.
"""

from dataclasses import dataclass, field, replace
from typing import ClassVar

import numpy as np
from scipy.sparse import csc_array

from ..balance import Balance
from ..exact.leontief import asked
from ..plan import Plan, cpu
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Table
from .closing import Closed, Closure, by_urgency, close, followed, room
from .common import Mix, balanced_plan, last_mix, proven
from .material_balances import MaterialBalances


@dataclass(frozen=True, slots=True)
class BalancesPressed:
    """Make two or three rounds of balances, then close what is left by pressing, cutting, drawing, buying.

    ``spare`` is the part of a norm that users are taken to do without: at zero norms are true, and who is
    pressed makes less. The certificate is by the norms as reported, pressed or not.
    """

    name: ClassVar[str] = "balances-pressed"
    source: ClassVar[str] = "Levine 1959"
    exchanges: int = 2
    closure: Closure = field(default_factory=Closure)
    spare: float = 0.0

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the plan.

        Raises ThermidorError if a chain of products cannot reproduce itself.
        """
        began, known = cpu(), reports.table
        drawn_up = MaterialBalances()(reports, min(rounds, self.exchanges), watch)
        mix, outputs = last_mix(known), drawn_up.outputs
        deficit = np.maximum(asked(known) + mix.recipes @ outputs - outputs, 0.0)
        there = room(known, drawn_up.levels)
        closed = close(deficit, there, self.closure)
        proof, sent = proven(known, mix), drawn_up.messages
        raised = balanced_plan(
            self.name, known, mix, outputs + closed.raised, proof, sent, began, drawn_up.history
        )
        made = pressed_plan(known, mix, raised, closed, self.spare, proof)
        return replace(made, cpu_seconds=cpu() - began)


def pressed_plan(
    known: Table, mix: Mix, raised: Plan, closed: Closed, spare: float, proof: tuple[Numbers, Numbers]
) -> Plan:
    """Return a plan with its norms pressed, stocks drawn and imports bought, and what follows from that."""
    levels, data = followed(known, raised.levels, closed.pressed, spare)
    inputs = csc_array((data, known.inputs.indices, known.inputs.indptr), shape=known.inputs.shape)
    outputs, imports = known.outputs(levels), None if known.imports is None else closed.imported
    final = outputs - inputs @ levels + known.stocks + (0.0 if imports is None else imports)
    wanted = asked(known) - closed.drawn - closed.imported
    residual = wanted + mix.recipes @ outputs - outputs
    held = Balance(mix.recipes, wanted, outputs, residual, *proof, raised.rounds, raised.history)
    return replace(
        raised,
        levels=levels,
        inputs=inputs,
        outputs=outputs,
        final=final,
        certificate=held.certificate,
        imports=imports,
        deliveries=by_urgency(known, final),
    )
