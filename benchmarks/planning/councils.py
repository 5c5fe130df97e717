"""Participatory councils, with effort, public goods and pollutants: rounds and CPU by size.

Run as ``python benchmarks/planning/councils.py [COUNCILS ...]``. The peer (pequod-plus) reports 2.7 to 4.2
hours for 60,000 councils with 10 goods a category, stopping at 5 %; its forms and numbers differ from ours,
so the ratio says what order of time the model takes, no more.
"""

import sys

from thermidor.planning.procedures.councils import damped, facilitated, plan_by_councils
from thermidor.planning.procedures.society import drawn

SIZES = (600, 6_000, 60_000)
NEAR = (0.05, 0.001)


def main(sizes: tuple[int, ...]) -> None:
    """Print a table of sizes, rules and thresholds."""
    sys.stdout.write(
        "| councils | board | imbalance | rounds | CPU s | proven gap |\n|---|---|---|---|---|---|\n"
    )
    for size in sizes:
        society = drawn(size, 1)
        for board, near in ((damped, NEAR[0]), (facilitated, NEAR[0]), (damped, NEAR[1])):
            plan = plan_by_councils(society, near=near, board=board)
            sys.stdout.write(
                f"| {size} | {board.__name__} | {near} | {plan.rounds} "
                f"| {plan.cpu_seconds:.2f} | {plan.certificate.gap:.1e} |\n"
            )


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
