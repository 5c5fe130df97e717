r"""What planners lose against the oracle, in parts that add up: information, procedure, execution.

.. math:: V^* - V_e = (V^* - V_r) + (V_r - V_p) + (V_p - V_e)

with :math:`V^*` the best that the truth allows, :math:`V_r` the best that the reports allow, :math:`V_p` the
procedure's plan cut to what the reports allow, and :math:`V_e` what came out. Open books may allow more than
the reports: then the procedure's part is negative. The first two are computed here; a way of execution, any
function from the economy and a plan to the worth that came out, gives the third. Run as
``python -m thermidor.planning.losses``.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from thermidor.errors import ThermidorError

from .catalogue import PROCEDURES
from .exact import AT_ONCE, BEST
from .generator import Features, draw
from .oracle import oracle
from .plan import Plan
from .procedure import Procedure
from .procedures.common import in_step, within
from .procedures.democratic import DemocraticPlanning, opened
from .reporting import misreported
from .reports import Reports
from .table import Table
from .truth import Economy

Execution = Callable[[Economy, Plan], float]
"""Returns the worth, by the true aim, of what comes out when a plan is carried out in the true economy."""

AFTER = (1, 3, 10, 100)
MANY_YEARS = {"receding-horizon"}  # gives up part of this year for later ones: not comparable by this year


@dataclass(frozen=True, slots=True)
class Loss:
    """Hold the parts of what is lost, in units of the aim; ``execution`` is None where none was tried."""

    procedure: str
    rounds: int
    oracle: float
    information: float
    procedural: float
    execution: float | None
    messages: int
    cpu_seconds: float
    why_not: str = ""

    @property
    def whole(self) -> float:
        """Return the sum of the parts."""
        return self.information + self.procedural + (self.execution or 0.0)


def losses(
    economy: Economy,
    reports: Reports,
    procedures: Sequence[Procedure],
    rounds: Sequence[int] = AFTER,
    execute: Execution | None = None,
) -> Iterator[Loss]:
    """Yield the loss of each procedure stopped after so many rounds, all on the same reports."""
    best, reported = worth_of(oracle(economy), economy.truth), worth_of(BEST(reports), reports.table)
    for procedure in procedures:
        for most in rounds:
            try:
                plan = procedure(reports, most)
            except ThermidorError as fault:
                yield Loss(procedure.name, most, best, best - reported, np.nan, None, 0, 0.0, fault.message)
                break
            kept = worth_of(plan, seen_by(procedure, reports))
            lost = None if execute is None else kept - execute(economy, plan)
            sent, cpu = plan.numbers_sent, plan.cpu_seconds
            yield Loss(procedure.name, most, best, best - reported, reported - kept, lost, sent, cpu)


def worth_of(plan: Plan, known: Table) -> float:
    """Return what a plan is worth by a table's aim after it is cut to what the table allows.

    It is cut product by product or all in step, whichever leaves more.
    """
    found = [within(known, plan.levels), within(known, in_step(known, plan.levels))]
    finals = [np.maximum(known.final(levels) + known.stocks, 0.0) for levels in found]
    return max(known.aim.value(final, known.demand) for final in finals)


def seen_by(procedure: Procedure, reports: Reports) -> Table:
    """Return what a procedure takes for possible: the reports, or what open books make of them."""
    opens = isinstance(procedure, DemocraticPlanning) and procedure.open_books
    return opened(reports.table) if opens else reports.table


def line(one: Loss) -> str:
    """Return a row of the table, in per cent of what the oracle gets."""
    if one.why_not:
        return f"| {one.procedure} | - | - | - | - | - | - | {one.why_not} |"
    parts = (one.information, one.procedural, one.execution)
    shown = " | ".join("-" if part is None else f"{100 * part / one.oracle:.1f}" for part in parts)
    return f"| {one.procedure} | {one.rounds} | {shown} | {one.messages} | {one.cpu_seconds:.3f} | |"


def main() -> None:
    """Print the table for a random economy in which every enterprise misreports by an amount of its own."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--padding", type=float, default=0.1)
    parser.add_argument("--hidden", type=float, default=0.1)
    asked = parser.parse_args()
    economy = draw(Features(products=asked.products), asked.seed).economy
    reports = unevenly(economy, asked.padding, asked.hidden, asked.seed)
    compared = [one for one in PROCEDURES if one.name not in MANY_YEARS and one.name != AT_ONCE[1].name]
    sys.stdout.write("\n".join(["Loss in per cent of the oracle's worth.", "", *heads()]) + "\n")
    for one in losses(economy, reports, compared):
        sys.stdout.write(line(one) + "\n")
        sys.stdout.flush()


def heads() -> list[str]:
    """Return the heads of the table."""
    names = ("procedure", "rounds", "information", "procedure", "execution", "messages", "CPU s", "why not")
    return ["| " + " | ".join(names) + " |", "|---" * len(names) + "|"]


def unevenly(economy: Economy, padding: float, hidden: float, seed: int) -> Reports:
    """Return reports padded and hidden by up to twice these shares, each technique by its own."""
    dice, m = np.random.default_rng(seed), len(economy.truth.makes)
    return misreported(economy, padding * dice.uniform(0, 2, m), hidden * dice.uniform(0, 2, m))


if __name__ == "__main__":
    main()
