"""``thermidor replicate`` and ``thermidor profit-rate``: published numbers, and a rate nobody published."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from thermidor.cli.printing import as_json, show, show_json, table

if TYPE_CHECKING:
    from thermidor.lab.replication import Check

SHOWN = (1913, 1928, 1937, 1950, 1960, 1970, 1980, 1988)


@click.command()
@click.option("--only", multiple=True, help="Id of a check; may be repeated.  [default: all]")
@click.option("--draws", type=click.IntRange(1), default=200, show_default=True, help="Draws of each theory.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of the runs.")
@click.option("--alone", is_flag=True, help="Leave out the checks that need runs of the theories.")
@as_json
def replicate(only: tuple[str, ...], draws: int, seed: int, alone: bool, as_json: bool) -> None:
    """Compute published numbers again: published, computed, tolerance, verdict, where published.

    Tags: R read in the work, R2 read second-hand, C computed in a note from such numbers. What is merely
    recalled is not asked.

    \b
    Examples:
      thermidor replicate
      thermidor replicate --alone --only feldman_cross --json
    """
    from thermidor.lab import replication  # imported here so that --help answers at once

    rows = replication.asked(only, draws, seed, alone)
    if as_json:
        show_json([_plain(row) for row in rows])
        return
    show(table("Replication", COLUMNS, [_row(row) for row in rows]))
    counted = Counter(row.verdict for row in rows)
    show(", ".join(f"{number} {verdict}" for verdict, number in counted.items()))


COLUMNS = ("check", "quantity", "published", "computed", "band", "verdict", "where", "read", "computed on")


def _row(row: "Check") -> tuple[str, ...]:
    return (
        row.id, row.quantity, row.published, f"{row.computed:.5g}", row.tolerance, row.verdict, row.where,
        row.tag, row.on,
    )  # fmt: skip


def _plain(row: "Check") -> dict[str, object]:
    return {**asdict(row), "verdict": row.verdict}


@click.command(name="profit-rate")
@click.option("--theory", default="state-capitalism", show_default=True, help="Id of a theory.")
@click.option("--draws", type=click.IntRange(1), default=200, show_default=True, help="Draws.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of the run.")
@as_json
def profit_rate(theory: str, draws: int, seed: int, as_json: bool) -> None:
    """Print r = (Y - wL) / K of a theory's run under every imputation, per cent a year.

    No series of this rate for the Soviet Union was found in print: these are the model's accounts, median
    draw.

    \b
    Examples:
      thermidor profit-rate
      thermidor profit-rate --theory non-mode-of-production --json
    """
    from thermidor.lab.profit_rate import of_theory  # imported here so that --help answers at once

    rates = of_theory(theory, draws, seed)
    if as_json:
        show_json([{**asdict(how), "rate": rate.to_dict()} for how, rate in rates])
        return
    words = ("farming", "officials a cost", "wear deducted", "unfinished plant")
    columns = (*words, *map(str, SHOWN))
    rows = [
        (*_yes(list(asdict(how).values())), *(f"{100 * rate[y]:.1f}" for y in SHOWN)) for how, rate in rates
    ]
    show(table(f"Rate of profit, per cent a year: {theory}", columns, rows))


def _yes(values: Sequence[bool]) -> list[str]:
    return ["yes" if value else "no" for value in values]
