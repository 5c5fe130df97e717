"""``thermidor record``: what is known to have happened."""

import click

from thermidor.cli.printing import as_json, show, show_json


@click.command()
@click.argument("series", required=False)
@as_json
def record(series: str | None, as_json: bool) -> None:
    """Show the record, or one series.

    Every row has low, value and high, the kind of estimate, and its source.

    \b
    Examples:
      thermidor record
      thermidor record gdp-ussr-maddison
      thermidor record gdp-ussr-maddison --json
    """
    from thermidor.record import show as shown  # imported here so that --help answers at once

    if as_json:
        show_json(shown.as_json(series))
    else:
        show(shown.table(series))
