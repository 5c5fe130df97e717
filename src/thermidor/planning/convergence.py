"""How fast procedures come to the known best plan: rounds against error, over many random economies.

Run as ``python -m thermidor.planning.convergence --economies 100``. The error after a round is by the
procedure's own measure: imbalance over gross output for balances, the proven gap for those that seek the
best, the greatest gap between demand and supply, or distance from need, for councils. The last columns are
against the known optimum: distance of outputs, or worth lost.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from .aim import Proportional
from .catalogue import PROCEDURES
from .certificate import ResidualBound
from .exact import AT_ONCE
from .generator import Features, Known, draw
from .plan import Plan
from .procedure import Procedure
from .reporting import honest

ROUNDS = (1, 3, 10, 30, 100, 300, 1000)
ONE_RECIPE = {  # these mix techniques as last year: they are held to an economy without choice
    "achieved-level",
    "aggregate-balances",
    "balances-pressed",
    "material-balances",
    "balances-in-order",
    "harmony",
    "consumer-feedback",
}


@dataclass(frozen=True, slots=True)
class Convergence:
    """Hold for a procedure the median error after so many rounds, and what is left at the end.

    ``least_rounds`` to ``most_rounds`` are those needed; ``error`` is the median, ``worst`` the greatest
    distance from the known optimum; ``cpu_seconds`` the mean.
    """

    procedure: str
    by_round: tuple[float, ...]
    median_rounds: float
    most_rounds: int
    error: float
    worst: float
    cpu_seconds: float


def economies(procedure: Procedure, many: int, products: int) -> Iterator[Known]:
    """Yield random economies of eight branches that fit the procedure, the same ones each time."""
    techniques = 1 if procedure.name in ONE_RECIPE else 2
    for seed in range(many):
        yield draw(Features(products=products, techniques=techniques, aim=Proportional), seed)


def error(known: Known, plan: Plan) -> float:
    """Return how far a plan is from the known best: outputs at its prices, or worth lost."""
    if isinstance(plan.certificate, ResidualBound):
        best = known.economy.truth.outputs(known.levels)
        return float(known.prices @ np.abs(plan.outputs - best) / (known.prices @ best))
    if plan.procedure in {"harmony", "receding-horizon"}:  # their aims are not the table's
        return plan.certificate.gap
    return max(known.value - plan.certificate.value, 0.0) / max(abs(known.value), 1.0)


def measured(procedure: Procedure, drawn: Iterable[Known], rounds: Sequence[int] = ROUNDS) -> Convergence:
    """Return how a procedure converges on these economies."""
    tried = [(known, procedure(honest(known.economy))) for known in drawn]
    errors = [error(known, plan) for known, plan in tried]
    histories = [plan.history for _, plan in tried]
    after = tuple(float(np.median([one[min(r, len(one)) - 1] for one in histories])) for r in rounds)
    counts = [plan.rounds for _, plan in tried]
    return Convergence(
        procedure.name,
        after,
        float(np.median(counts)),
        max(counts),
        float(np.median(errors)),
        max(errors),
        float(np.mean([plan.cpu_seconds for _, plan in tried])),
    )


def line(one: Convergence) -> str:
    """Return a row of the table."""
    shown = " | ".join(f"{value:.1e}" for value in one.by_round)
    return (
        f"| {one.procedure} | {shown} | {one.median_rounds:.0f} | {one.most_rounds} "
        f"| {one.error:.1e} | {one.worst:.1e} | {one.cpu_seconds:.2f} |"
    )


def heads(rounds: Sequence[int] = ROUNDS) -> list[str]:
    """Return the heads of the table."""
    names = ["procedure", *map(str, rounds), "rounds, median", "most", "error, median", "worst", "CPU s"]
    return ["| " + " | ".join(names) + " |", "|---" * len(names) + "|"]


def main() -> None:
    """Print the table."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--economies", type=int, default=100)
    parser.add_argument("--products", type=int, default=12)
    parser.add_argument("--only", nargs="*", default=[])
    asked = parser.parse_args()
    wanted = [one for one in PROCEDURES if one not in AT_ONCE]
    sys.stdout.write("\n".join(heads()) + "\n")
    for one in wanted:
        if not asked.only or one.name in asked.only:
            drawn = economies(one, asked.economies, asked.products)
            sys.stdout.write(line(measured(one, drawn)) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
