"""``thermidor slots``: which slot makes the difference between two theories."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from thermidor.cli.printing import as_json, progress, show, show_json, table
from thermidor.errors import ThermidorError
from thermidor.files import check_writable

if TYPE_CHECKING:
    import pandas as pd

    from thermidor.lab.slots import Pair


@click.command()
@click.argument("one", required=False)
@click.argument("other", required=False)
@click.option("--all", "every", is_flag=True, help="All pairs of theories; name none then.")
@click.option("--draws", type=click.IntRange(2, 400), default=100, show_default=True, help="Draws per run.")
@click.option("--orders", type=click.IntRange(4), default=8, show_default=True, help="Orders for the shares.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of luck, parameters and orders.")
@click.option("--keep", type=click.Path(path_type=Path), help="With --all: write the numbers to this folder.")
@as_json
def slots(
    one: str | None, other: str | None, every: bool, draws: int, orders: int, seed: int, keep: Path | None,
    as_json: bool,
):  # fmt: skip
    """Say which slot does the work between ONE and OTHER.

    One slot at a time is taken from the other theory, both ways, and all is scored again on the same luck
    and the same draws of the shared body. Shares add up to the whole difference; their error is of draws
    and of orders. docs/slots.md and reports show what --all --keep has written into the package.

    \b
    Examples:
      thermidor slots state-capitalism degenerated-workers-state
      thermidor slots state-capitalism transitory-caste --orders 16 --json
      thermidor slots --all --draws 60
      thermidor slots --all --keep out/slots
    """
    from thermidor.lab import slots as lab  # imported here so that --help answers at once
    from thermidor.lab.hybrids import Worth
    from thermidor.lab.runs import find
    from thermidor.lab.slot_words import of_all, sentences

    names = [name for name in (one, other) if name]
    if every == bool(names) or len(names) == 1:
        raise ThermidorError("needs two theories, or --all", "slots", names, "See `thermidor slots --help`.")
    chosen = lab.pairs(find()) if every else [tuple(find(names))]
    if keep and not every:
        raise ThermidorError("only all pairs are kept", "--keep", str(keep), "Give --all beside it.")
    if not every and one == other:
        raise ThermidorError("both theories are the same", "slots", one, "Name two different theories.")
    if keep:
        check_writable(keep)
    with progress("slots: theories run", 0) as tick:
        worth = Worth(draws, seed, tick)
        nobody = lab.separates_nobody(find(), worth)
        found = [lab.decompose(a, b, worth, orders) for a, b in chosen]
    if keep:
        _keep(keep, found, nobody, {"draws": draws, "orders": orders, "seed": seed})
    parts = lab.by_part(found)
    if as_json:
        show_json({"draws": draws, "seed": seed, "orders": orders, "pairs": [_plain(p) for p in found],
                   "parts": parts.to_dict("records"), "separates": nobody.to_dict("records"),
                   "told": of_all(nobody)})  # fmt: skip
        return
    for pair in found:
        show(_table(pair))
        click.echo("\n".join(sentences(pair)) + "\n")
    if every:
        show(_summary(found))
        show(_parts(parts))
    click.echo("\n".join(of_all(nobody)))


def _keep(folder: Path, found: "list[Pair]", nobody: "pd.DataFrame", how: dict[str, int]) -> None:
    from thermidor import __version__
    from thermidor.lab.slots_kept import keep

    said = " ".join(f"--{name} {value}" for name, value in how.items())
    keep(folder, found, nobody, {"version": __version__, "command": f"thermidor slots --all {said}", **how})


def _summary(found: "list[Pair]"):
    rows = []
    for pair in found:
        ends = pair.ends.set_index("item")
        sums = [f"{ends.loc[i, 'apart']:+.2f} ± {ends.loc[i, 'apart_error']:.2f}" for i in _sums()]
        patterns = pair.moves[pair.moves["item"] == _sums()[0]]
        most = patterns.reindex(patterns["share"].abs().sort_values(ascending=False).index).head(4)
        slots = ", ".join(f"{r.part} {r.share:+.1f} ± {r.share_error:.1f}" for r in most.itertuples())
        rows.append((pair.first, pair.second, *sums, slots))
    heads = ("first", "second", "patterns: second less first", "distance", "slots that bring most")
    return table("All pairs", heads, rows)


def _parts(parts: "pd.DataFrame"):
    rows = [
        (r["part"], str(r["pairs"]), str(r["greatest"]), *(f"{r[i]:.2f}" for i in _sums()),
         ", ".join(r["moves"][:6]))
        for r in parts.to_dict("records")
    ]  # fmt: skip
    heads = ("slot", "pairs differ", "greatest in", "patterns: mean size", "distance: mean size",
             "what it moves, in how many pairs")  # fmt: skip
    return table("By slot, over these pairs", heads, rows)


def _plain(pair: "Pair") -> dict:
    from thermidor.lab.slot_words import sentences

    return {
        "first": pair.first, "second": pair.second, "status": pair.status, "told": sentences(pair),
        "ends": pair.ends.to_dict("records"), "moves": pair.moves.to_dict("records"),
    }  # fmt: skip


def _table(pair: "Pair"):
    rows = []
    for part, status in pair.status.items():
        cells = [cell for item in _sums() for cell in _cells(pair.moves, part, item)]
        rows.append((part, status, *cells))
    heads = [f"{what}: {how}" for what in ("patterns", "distance") for how in ("share", "there", "back")]
    return table(f"From {pair.first} to {pair.second}, by slot", ("slot", "status", *heads), rows)


def _sums() -> tuple[str, str]:
    from thermidor.lab.hybrids import MISFIT, PATTERNS_MET

    return PATTERNS_MET, MISFIT


def _cells(moves: "pd.DataFrame", part: str, item: str) -> list[str]:
    own = moves[(moves["part"] == part) & (moves["item"] == item)] if len(moves) else moves
    if own.empty:
        return ["", "", ""]
    row = own.iloc[0]
    return [f"{row[c]:+.2f} ± {row[f'{c}_error']:.2f}" for c in ("share", "ahead", "back")]
