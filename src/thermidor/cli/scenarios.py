"""``thermidor scenarios`` and ``thermidor levers``: what might have been otherwise."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from thermidor.cli.printing import as_json, show, show_json, table

if TYPE_CHECKING:
    from thermidor.outside.scenario import Scenario


@click.command()
@click.argument("scenario", required=False)
@as_json
def scenarios(scenario: str | None, as_json: bool) -> None:
    """List the scenarios, or show one.

    SCENARIO is the id of a packaged scenario or the path of a TOML file.

    \b
    Examples:
      thermidor scenarios
      thermidor scenarios germany-1923-success
      thermidor scenarios mine.toml --json
    """
    from thermidor.outside import shelf  # imported here so that --help answers at once

    if scenario is None:
        every = shelf.scenarios().values()
        if as_json:
            show_json([one.plain() for one in every])
        else:
            rows = [(one.id, one.kind, one.title, " ".join(one.levers)) for one in every]
            show(table(f"{len(rows)} scenarios", ("scenario", "kind", "title", "levers"), rows))
        return
    one = shelf.scenario(scenario)
    if as_json:
        show_json(one.plain())
    else:
        show(table(f"{one.id}: {one.title}", ("lever", "set to", "in history", "meaning"), _settings(one)))
        show(
            table(
                "What the theories expect",
                ("theory", "expects"),
                [(p.theory, p.text) for p in one.predictions],
            )
        )


def _settings(one: "Scenario") -> Iterator[tuple[str, str, str, str]]:
    from thermidor.outside.catalogue import LEVERS

    for name, setting in one.levers.items():
        yield name, f"{setting.plain()}", f"{LEVERS[name].historical}", LEVERS[name].meaning


@click.command()
@as_json
def levers(as_json: bool) -> None:
    """List the levers that a scenario can set.

    \b
    Examples:
      thermidor levers
      thermidor levers --json
    """
    from thermidor.outside.catalogue import LEVERS

    heads = ("lever", "meaning", "takes", "in history", "unit", "years")
    rows = [
        (one.id, one.meaning, one.domain.words(), f"{one.historical}", one.unit, "{}-{}".format(*one.span))
        for one in LEVERS.values()
    ]
    if as_json:
        show_json([dict(zip(heads, row, strict=True)) for row in rows])
    else:
        show(table(f"{len(rows)} levers", heads, rows))
