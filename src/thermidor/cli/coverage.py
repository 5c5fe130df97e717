"""``thermidor coverage``: where every id of the canon lives."""

from typing import TYPE_CHECKING

import click

from thermidor.cli.printing import as_json, show, show_json, table

if TYPE_CHECKING:
    from thermidor.lab.coverage import Part


@click.command()
@click.option("--missing", is_flag=True, help="Show only what has no home yet.")
@as_json
def coverage(missing: bool, as_json: bool) -> None:
    """Show where every id of the canon lives.

    \b
    Examples:
      thermidor coverage
      thermidor coverage --missing
      thermidor coverage --json
    """
    from thermidor.lab.coverage import coverage as parts  # imported here so that --help answers at once

    found = parts()
    if as_json:
        show_json({part.name: part.rows.to_dict("records") for part in found})
        return
    for part in found:
        rows = part.rows[part.rows["home"] == ""] if missing else part.rows
        texts = [tuple(map(str, row)) for row in rows.itertuples(index=False)]
        show(table(_title(part), [str(name) for name in rows.columns], texts) if texts else _title(part))


def _title(part: "Part") -> str:
    return f"{part.name}: {len(part.rows) - len(part.missing)} of {len(part.rows)} have a home"
