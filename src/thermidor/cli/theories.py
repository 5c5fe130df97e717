"""``thermidor theories``: what each theory fills the slots with."""

from typing import TYPE_CHECKING

import click

from thermidor.cli.printing import as_json, show, show_json, table

if TYPE_CHECKING:
    from thermidor.theory import Theory


@click.command()
@click.argument("theory", required=False)
@as_json
def theories(theory: str | None, as_json: bool) -> None:
    """List the theories, or show what fills the slots of one.

    A slot on which a theory's seed is silent is inherited and marked so.

    \b
    Examples:
      thermidor theories
      thermidor theories state-capitalism
      thermidor theories --json
    """
    from thermidor.lab.runs import find  # imported here so that --help answers at once

    chosen = find("all" if theory is None else theory)
    if as_json:
        show_json([_plain(one) for one in chosen])
    elif theory is None:
        rows = [(one.id, one.name, one.authors, one.seed) for one in chosen]
        show(table(f"{len(rows)} theories", ("theory", "name", "authors", "seed"), rows))
    else:
        for one in chosen:
            columns = ("slot", "rule", "closures", "inherited from")
            rows = [(s["slot"], s["rule"], " ".join(s["closures"]), s["inherited"]) for s in _slots(one)]
            show(table(f"{one.id}: {one.name} ({one.authors})", columns, rows))


def _plain(one: "Theory") -> dict:
    return {"id": one.id, "name": one.name, "authors": one.authors, "seed": one.seed, "slots": _slots(one)}


def _slots(one: "Theory") -> list[dict]:
    from thermidor.lab.belief import mechanism_id

    return [
        {
            "slot": slot,
            "rule": filled.rule,
            "closures": [mechanism_id(closure) for closure in filled.closures],
            "inherited": filled.inherited,
        }
        for slot, filled in one.slots.items()
    ]
