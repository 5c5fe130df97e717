"""``thermidor twin``: who is told from whom, and which parameters come back, before history is asked."""

from pathlib import Path
from typing import Any

import click

from thermidor.cli.fit import spread
from thermidor.cli.printing import as_json, progress, show, show_json, table
from thermidor.files import check_writable


@click.command()
@click.option("--theories", help="Ids of theories, with commas between.  [default: all]")
@click.option("--replicates", type=click.IntRange(2), default=100, show_default=True, help="Twins of each.")
@click.option("--until", type=int, default=1992, show_default=True, help="Last year of the record seen.")
@click.option("--bank", type=click.IntRange(100), default=4000, show_default=True, help="Runs to learn from.")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="Seed.")
@click.option("--workers", type=click.IntRange(1), default=2, show_default=True, help="Threads for runs.")
@click.option("--cluster", help="Address of a Dask scheduler; runs go to its workers.")
@click.option("--out", type=click.Path(path_type=Path), help="File for the result (JSON), beside the cache.")
@as_json
def twin(
    theories: str | None, replicates: int, until: int, bank: int, seed: int, workers: int,
    cluster: str | None, out: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Make data by each theory, fit all of them, and print who is taken for whom.

    The result is kept: `thermidor fit --all` refuses to compare theories on history without one of the same
    version and laws, with all theories and 20 replicates at least.

    \b
    Examples:
      thermidor twin
      thermidor twin --replicates 20 --bank 500
      thermidor twin --theories degenerated-workers-state,transitory-caste --replicates 40
    """
    from thermidor.fit.fitted import Asked  # imported here so that --help answers at once
    from thermidor.fit.study import study
    from thermidor.fit.trust import record, store
    from thermidor.fit.twin import twins
    from thermidor.lab.runs import find
    from thermidor.theories import THEORIES

    names = [one.id for one in find(theories.split(",") if theories else "all")]
    Asked(until)  # a year that cannot be fitted is told before any work
    if out is not None:
        check_writable(out.parent)
    with progress("bank of runs", len(THEORIES) * (bank + replicates)) as tick:
        shared = study(spread(workers, cluster, tick), until, bank, replicates, seed)
    with progress("fitting twins", len(names) ** 2 * replicates) as tick:
        told = record(twins(shared, names, replicates, tick), until, bank, seed)
    if len(names) == len(THEORIES):
        click.echo(f"Kept: {store(told, out)}", err=True)
    if as_json:
        show_json(told)
        return
    show(_confusion(told))
    show(_recovery(told))
    for sentence in sentences(told):
        click.echo(sentence)


def sentences(told: dict[str, Any]) -> list[str]:
    """Return in words what twins say: pairs that are confused, parameters that do not come back."""
    names, confusion, odds = told["theories"], told["confusion"], told["log_odds"]
    found = [
        f"{names[i]} is taken for {names[j]} in {confusion[i][j]:.0%} of its twins; the evidence is greater "
        f"for the true one by {odds[i][j]:.2f} in the middle case."
        for i in range(len(names))
        for j in range(len(names))
        if i != j and confusion[i][j] >= CONFUSED
    ]
    good = sum(row["verdict"] != "miscalibrated" for row in told["parameters"])
    found.append(f"Ranks are uniform for {good} of {len(told['parameters'])} parameters (chi-square, 5 %).")
    weak = [
        f"{row['theory']} {row['parameter']}" for row in told["parameters"] if row["verdict"] != "identified"
    ]
    found.append(f"Unidentified: {', '.join(weak) or 'none'}.")
    return found


CONFUSED = 0.1


def _confusion(told: dict[str, Any]):
    names = told["theories"]
    rows = [
        (name, *(f"{s:.0%} ({p:.0%})" for s, p in zip(shares, chances, strict=True)))
        for name, shares, chances in zip(names, told["confusion"], told["probability"], strict=True)
    ]
    title = (
        f"Data until {told['until']} made by the theory of the row, {told['replicates']} twins each: share "
        "for which the column has most evidence (mean chance)"
    )
    return table(title, ("made by", *names), rows)


def _recovery(told: dict[str, Any]):
    rows = [
        (r["theory"], r["parameter"], f"{r['uniform']:.3f}", f"{r['contraction']:.0%}",
         f"{r['correlation']:.2f}", r["verdict"])
        for r in told["parameters"]
    ]  # fmt: skip
    columns = ("theory", "parameter", "chance of such ranks", "prior variance taken away",
               "correlation with the truth", "verdict")  # fmt: skip
    return table("Recovery of parameters from their own twins", columns, rows)
