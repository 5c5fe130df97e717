"""``thermidor explain``: what an id means, and what it rests on."""

import click
from rich.console import Group
from rich.text import Text

from thermidor.cli.printing import as_json, show, show_json


@click.command()
@click.argument("id")
@as_json
def explain(id: str, as_json: bool) -> None:
    """Explain an id: equation, source, numbers, use.

    ID is a variable, mechanism, closure, theory, claim, lever, forcing, pattern or series.

    \b
    Examples:
      thermidor explain migration
      thermidor explain state-capitalism
      thermidor explain national_income --json
    """
    from thermidor.lab.explain import explain as explained  # imported here so that --help answers at once

    found = explained(id)
    if as_json:
        show_json({"id": found.id, "kind": found.kind, **dict(found.parts)})
        return
    parts = [Text.assemble((f"{head}: ", "bold"), text) for head, text in found.parts]
    show(Group(Text(f"{found.id} ({found.kind})", style="bold underline"), *parts))
