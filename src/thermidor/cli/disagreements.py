"""``thermidor disagreements``: on what two theories part, and how much the record on hand decides."""

from typing import Any

import click

from thermidor.cli.printing import as_json, progress, show, show_json, table


@click.command()
@click.option("--draws", type=int, default=500, show_default=True, help="Draws per theory.")
@click.option("--luck", type=int, default=1, show_default=True, help="Seed of luck and of parameters.")
@as_json
def disagreements(draws: int, luck: int, as_json: bool) -> None:
    """Put the theories' disagreements to runs and record.

    The log score is that of the record under the first theory's runs less that under the second's; beyond
    3 (odds of twenty to one), with all readings on one side, the record decides.

    \b
    Examples:
      thermidor disagreements
      thermidor disagreements --draws 100 --json
    """
    from thermidor.claims.disagreements import DISAGREEMENTS  # imported here so that --help answers at once
    from thermidor.lab import crucial
    from thermidor.lab.board import runs_for
    from thermidor.lab.runs import find

    theories = find("all")
    with progress("disagreements: scenarios run", 5) as tick:
        hand = runs_for([p.claim for p in DISAGREEMENTS], theories, draws, luck, told=lambda _: tick(1))
        rows = crucial.disagreements([one.id for one in theories], hand)
    if as_json:
        show_json(rows.to_dict("records"))
        return
    heads = ("disagreement", "first", "second", "record", "log score", "favours", "observation")
    show(table("Where the theories part, the weightiest first", heads, [_row(r) for r in rows.itertuples()]))
    known = rows[rows["score"].notna()]
    click.echo(f"Most separating on the record we have: {', '.join(known['id'].head(5))}")


def _row(row: Any) -> tuple[str, ...]:
    from thermidor.claims.verdict import shown
    from thermidor.report.look import KNOWN

    sides = [
        f"{KNOWN[t].short} {shown(m)}"
        for t, m in ((row.first, row.first_median), (row.second, row.second_median))
    ]
    favours = (KNOWN[row.favours].short if row.favours else "neither") + (
        ", decisive" if row.decisive else ""
    )
    record = "missing" if row.record else shown(row.record_median)
    return (row.id, *sides, record, shown(row.score), favours, row.observation)
