"""``thermidor rivals``: yardsticks from outside the five."""

from dataclasses import asdict

import click

from thermidor.cli.printing import as_json, show, show_json, table


@click.command()
@as_json
def rivals(as_json: bool) -> None:
    """List the rivals and nulls with their sources, and the series each can speak of.

    \b
    Examples:
      thermidor rivals
      thermidor rivals --json
    """
    from thermidor.lab import tournament  # imported here so that --help answers at once

    rows = tournament.spoken()
    if as_json:
        show_json([asdict(row) for row in rows])
        return
    told = [(r.id, r.label, r.source, _spoken(r.series, r.end)) for r in rows]
    show(table(f"{len(rows)} rivals and nulls", ("rival", "what it is", "source", "speaks of"), told))


def _spoken(series: tuple[str, ...], end: bool) -> str:
    few = ", ".join(series) if len(series) < 4 else f"{len(series)} series"
    return ", ".join(filter(None, [few, "the end" if end else ""]))
