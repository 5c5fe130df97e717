"""How fast procedures come to the known best plan: rounds against error, over many random economies.

Run as ``python -m thermidor.planning.convergence --economies 100 --into FILE``; the packaged table is made
so. The error after a round is by the procedure's own measure: imbalance over gross output for balances,
residual over final demand for sweeps, the proven gap for those that seek the best, the greatest gap between
demand and supply, or distance from need, for councils. The last columns are against the known optimum:
distance of outputs, or worth lost; and what certificates prove at the end: residual, or gap.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from csv import DictReader, DictWriter
from dataclasses import dataclass
from importlib.resources import files
from io import StringIO
from pathlib import Path

import numpy as np

from thermidor.files import write_text

from .aim import Proportional
from .catalogue import PROCEDURES
from .certificate import ResidualBound
from .generator import Features, Known, draw
from .pace import PACES, pace
from .plan import Plan
from .procedure import Procedure
from .reporting import honest

ROUNDS = (1, 3, 10, 30, 100, 300, 1000)
ONE_RECIPE = {  # these mix techniques as last year: they are held to an economy without choice
    "leontief",
    "leontief-direct",
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

    ``pace`` is the median, ``slowest`` the greatest of :mod:`thermidor.planning.pace`; ``error`` the median,
    ``worst`` the greatest distance from the known optimum; ``proven`` the greatest residual or gap by
    certificate; ``cpu_seconds`` the mean.
    """

    procedure: str
    economies: int
    products: int
    by_round: tuple[float, ...]
    median_rounds: float
    most_rounds: int
    pace: float
    slowest: float
    error: float
    worst: float
    proven: float
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


def proven(plan: Plan) -> float:
    """Return what the certificate proves: the residual over final demand, or the gap to the best."""
    proof = plan.certificate
    return proof.residual if isinstance(proof, ResidualBound) else proof.gap


def measured(procedure: Procedure, drawn: Iterable[Known], rounds: Sequence[int] = ROUNDS) -> Convergence:
    """Return how a procedure converges on these economies."""
    tried = [(known, procedure(honest(known.economy))) for known in drawn]
    errors = [error(known, plan) for known, plan in tried]
    histories = [plan.history for _, plan in tried]
    after = tuple(float(np.median([one[min(r, len(one)) - 1] for one in histories])) for r in rounds)
    paces = [pace(PACES[procedure.name].kind, one) for one in histories]
    counts = [plan.rounds for _, plan in tried]
    return Convergence(
        procedure.name,
        len(tried),
        len(tried[0][0].prices),
        after,
        float(np.median(counts)),
        max(counts),
        float(np.median(paces)),
        max(paces),
        float(np.median(errors)),
        max(errors),
        max(proven(plan) for _, plan in tried),
        float(np.mean([plan.cpu_seconds for _, plan in tried])),
    )


PLAIN = ("median_rounds", "pace", "slowest", "error", "worst", "proven", "cpu_seconds")
WHOLE = ("economies", "products", "most_rounds")


def as_text(found: Iterable[Convergence]) -> str:
    """Return the table as CSV, numbers to three digits."""
    text = StringIO()
    heads = ["procedure", *WHOLE, *(f"after {r}" for r in ROUNDS), *PLAIN]
    writer = DictWriter(text, heads, lineterminator="\n")
    writer.writeheader()
    for one in found:
        row: dict[str, object] = {"procedure": one.procedure, **{name: getattr(one, name) for name in WHOLE}}
        row |= {f"after {r}": f"{value:.3g}" for r, value in zip(ROUNDS, one.by_round, strict=True)}
        writer.writerow(row | {name: f"{getattr(one, name):.3g}" for name in PLAIN})
    return text.getvalue()


def packaged() -> list[Convergence]:
    """Return the table that comes with the package."""
    text = (files("thermidor") / "data" / "planning" / "convergence.csv").read_text(encoding="utf-8")
    return [_row(row) for row in DictReader(StringIO(text))]


def _row(row: dict[str, str]) -> Convergence:
    whole = {name: int(row[name]) for name in WHOLE}
    plain = {name: float(row[name]) for name in PLAIN}
    after = tuple(float(row[f"after {r}"]) for r in ROUNDS)
    return Convergence(procedure=row["procedure"], by_round=after, **whole, **plain)  # pyright: ignore[reportArgumentType]


def line(one: Convergence) -> str:
    """Return a row of the table for a page."""
    theory = PACES[one.procedure]
    shown = " | ".join(f"{value:.0e}" for value in one.by_round)
    said = f"{theory}: {theory.source}"
    paces = f"{one.pace:.2g} | {one.slowest:.2g}" if np.isfinite(theory.bound) else " | "
    return (
        f"| `{one.procedure}` | {shown} | {one.median_rounds:.0f} | {one.most_rounds} | {said} | {paces} "
        f"| {one.error:.0e} | {one.worst:.0e} | {one.proven:.0e} |"
    )


def heads(rounds: Sequence[int] = ROUNDS) -> list[str]:
    """Return the heads of the table for a page."""
    counts = ["rounds, median", "most", "theory", "measured, median", "slowest", "error, median", "worst"]
    names = ["procedure", *map(str, rounds), *counts, "proven, worst"]
    return ["| " + " | ".join(names) + " |", "|---" * len(names) + "|"]


def main() -> None:
    """Print the table, and write it where asked."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--economies", type=int, default=100)
    parser.add_argument("--products", type=int, default=12)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument(
        "--into", type=Path, help="file for the table as CSV; with --only, other rows are those packaged"
    )
    asked = parser.parse_args()
    found = list[Convergence]()
    sys.stdout.write("\n".join(heads()) + "\n")
    for one in PROCEDURES:
        if not asked.only or one.name in asked.only:
            found.append(measured(one, economies(one, asked.economies, asked.products)))
            sys.stdout.write(f"{line(found[-1])} {found[-1].cpu_seconds:.2f} CPU s\n")
            sys.stdout.flush()
    if asked.into is not None:
        new = {one.procedure: one for one in found}
        kept = [new.get(one.procedure, one) for one in packaged()] if asked.only else found
        write_text(asked.into, as_text(kept))


if __name__ == "__main__":
    main()
