"""One table: all procedures, the same economy, the same misreporting, at 1, 3, 10 and 100 rounds.

Run as ``python -m thermidor.planning.execution.table``.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..catalogue import PROCEDURES
from ..compare import Tried, try_all
from ..enterprise.population import Setting, populate, told
from ..generator import Features, draw
from ..procedure import Procedure
from .loss import Loss, Trial, trial
from .regime import RATIONING, Technology

ROUNDS = (1, 3, 10, 100)
ECONOMY = Features(products=60, techniques=1, inputs=5, branches=6)
ENTERPRISES = 300


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """Hold a procedure's result at a number of rounds; ``loss`` is none where it gave no plan."""

    procedure: str
    allowed: int
    used: int
    numbers_sent: int
    cpu_seconds: float
    loss: Loss | None
    why_not: str = ""


def standard(seed: int = 1, economy: Features = ECONOMY, enterprises: int = ENTERPRISES) -> Trial:
    """Return the economy and the misreporting of the table."""
    drawn = draw(economy, seed).economy
    people = populate(drawn, enterprises, Setting(), seed)
    return trial(drawn, people, told(drawn, people), RATIONING, Technology(), seed)


def rows(
    same: Trial, procedures: Sequence[Procedure] = PROCEDURES, rounds: Sequence[int] = ROUNDS
) -> Iterator[Row]:
    """Yield the rows, each procedure at each number of rounds."""
    for allowed in rounds:
        truth = try_all(same.truth, procedures, allowed)
        for one, other in zip(truth, try_all(same.reports, procedures, allowed), strict=True):
            yield _row(same, allowed, one, other)


def _row(same: Trial, allowed: int, on_truth: Tried, on_reports: Tried) -> Row:
    name, plan = on_reports.procedure.name, on_reports.plan
    if on_truth.plan is None or plan is None:
        return Row(name, allowed, 0, 0, 0.0, None, on_reports.why_not or on_truth.why_not)
    loss = same.loss(on_truth.plan, plan)
    return Row(name, allowed, plan.rounds, plan.numbers_sent, plan.cpu_seconds, loss)


HEAD = (
    "| procedure | rounds | used | loss | by procedure | information | execution | numbers sent | CPU s |",
    "|---|---|---|---|---|---|---|---|---|",
)


def line(row: Row) -> str:
    """Return a row of the printed table; losses in per cent of the best plan's needs."""
    if row.loss is None:
        return f"| {row.procedure} | {row.allowed} | none: {row.why_not} | | | | | | |"
    parts = (row.loss.whole, row.loss.procedure, row.loss.information, row.loss.execution)
    losses = " | ".join(f"{100 * part:.1f}" for part in parts)
    return (
        f"| {row.procedure} | {row.allowed} | {row.used} | {losses} | {row.numbers_sent}"
        f" | {row.cpu_seconds:.3f} |"
    )


def main() -> None:
    """Print the table as it is computed."""
    for text in HEAD:
        sys.stdout.write(text + "\n")
    for row in rows(standard()):
        sys.stdout.write(line(row) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
