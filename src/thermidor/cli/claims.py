"""``thermidor claims``: every assertion of the essays, put to the record and to the theories."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from thermidor.cli.printing import as_json, progress, show, show_json, table
from thermidor.errors import ThermidorError, unknown

if TYPE_CHECKING:
    import pandas as pd

    from thermidor.claims.claim import Claim

KINDS = ("causal", "comparative", "counterfactual", "fact-event", "fact-number", "normative", "prediction")
VERDICTS = ("borne out", "against", "open", "silent", "documentary", "not testable")
MARKS = dict(zip(VERDICTS, "+-?.dn", strict=True))


@click.command()
@click.argument("claim", nargs=-1)
@click.option("--seed", "essay", type=click.Choice(["000", "001", "002", "003", "004"]), help="Essay.")
@click.option("--theory", multiple=True, help="Id of a theory; may be repeated.  [default: all]")
@click.option("--kind", type=click.Choice(KINDS), help="Kind of claim.")
@click.option("--verdict", type=click.Choice(VERDICTS), help="Verdict of the record.")
@click.option("--draws", type=int, default=500, show_default=True, help="Draws per theory.")
@click.option("--luck", type=int, default=1, show_default=True, help="Seed of luck and of parameters.")
@click.option("--prior", is_flag=True, help="Draw parameters from their priors, unfitted.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the board as a page to this file.")
@as_json
def claims(
    claim: tuple[str, ...], essay: str | None, theory: tuple[str, ...], kind: str | None,
    verdict: str | None, draws: int, luck: int, prior: bool, out: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Put the essays' claims to the record and to the theories.

    Prints the board; of a CLAIM that is named, the whole finding. Each verdict is computed: on the record
    from every estimate at its low, middle and high end, in a theory from its draws. Runs that claims need
    are made once and kept.

    \b
    Examples:
      thermidor claims
      thermidor claims --seed 004 --kind causal
      thermidor claims c001-working-class-disintegrated
      thermidor claims --out claims.html
    """
    chosen = _chosen(claim, essay, kind)
    found = _found(chosen, theory, draws, luck, prior)
    if verdict:
        found = _with_verdict(found, verdict)
    if out:
        from thermidor.report.board import write  # imported here so that --help answers at once

        write(found, out, draws)
        click.echo(f"Written: {out}", err=True)
    if as_json:
        show_json(found.to_dict("records"))
    elif claim:
        _show_each(found)
    else:
        _show_board(found)


def _chosen(names: Sequence[str], essay: str | None, kind: str | None) -> "list[Claim]":
    from thermidor.claims import CLAIMS  # imported here so that --help answers at once
    from thermidor.claims.asserted import asserted

    known = {one.id: one for one in CLAIMS}
    for name in names:
        if name not in known:
            raise unknown("claim", "claims", name, known, "thermidor claims")
    wanted = [known[name] for name in names] or list(known.values())
    said = asserted()
    kept = [c for c in wanted if essay in (None, said[c.id].seed) and kind in (None, said[c.id].kind)]
    if not kept:
        raise ThermidorError("no claim is like that", "claims", f"{essay} {kind}", "Ask for one thing less.")
    return kept


def _found(
    chosen: "list[Claim]", theory: tuple[str, ...], draws: int, luck: int, prior: bool
) -> "pd.DataFrame":
    from thermidor.lab.board import claims as put

    with progress("claims: scenarios run", 40) as tick:
        return put(theory=theory or "all", draws=draws, seed=luck, prior=prior, chosen=chosen,
                   told=lambda _: tick(1))  # fmt: skip


def _with_verdict(found: "pd.DataFrame", verdict: str) -> "pd.DataFrame":
    of_record = found[(found["witness"] == "record") & (found["verdict"] == verdict)]
    keys = set(zip(of_record["claim"], of_record["reading"], strict=True))
    return found[[key in keys for key in zip(found["claim"], found["reading"], strict=True)]]


def _show_board(found: "pd.DataFrame") -> None:
    from thermidor.claims.asserted import asserted  # imported here so that --help answers at once
    from thermidor.claims.tally import cited
    from thermidor.report.look import looks

    said, witnesses = asserted(), list(dict.fromkeys(found["witness"]))
    heads = [one.short for one in looks(witnesses[1:]).values()]
    rows = []
    for (claim, reading), part in found.groupby(["claim", "reading"], sort=False):
        cells = part.set_index("witness").loc[witnesses]
        name = f"{claim}" + (", weaker" if reading == "weaker" else "")
        rows.append((name, said[str(claim)].kind, *(_cell(row) for row in cells.itertuples())))
    marks = ", ".join(f"{mark} {verdict}" for verdict, mark in MARKS.items())
    show(
        table(
            f"Claims, with the share of readings or draws ({marks})",
            ("claim", "kind", "record", *heads),
            rows,
        )
    )
    show(_counts(found))
    click.echo(cited(found))


def _counts(found: "pd.DataFrame") -> Any:
    stated = found[found["reading"] == "stated"]
    counts = stated.groupby(["witness", "verdict"], sort=False).size().unstack(fill_value=0)
    rows = [(str(w), *(str(int(counts.loc[w].get(v, 0))) for v in VERDICTS)) for w in counts.index]
    return table("Verdicts, claims as stated", ("witness", *VERDICTS), rows)


def _cell(row: Any) -> str:
    share = f" {row.share:.0%}" if row.share == row.share else ""
    return f"{MARKS[row.verdict]}{share}{' †' if row.cited else ''}"


def _show_each(found: "pd.DataFrame") -> None:
    from thermidor.lab.claim_text import described  # the strip of numbers is made there

    for claim, part in found.groupby("claim", sort=False):
        click.echo(described(str(claim), part))
