"""``thermidor evidence``: what to look for next, because it would tell the theories apart."""

from pathlib import Path

import click

from thermidor.cli.printing import as_json, progress, show, show_json, table
from thermidor.files import check_writable


@click.command()
@click.option("--draws", type=click.IntRange(40), default=200, show_default=True, help="Draws per theory.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of luck and bootstrap.")
@click.option("--scenario", multiple=True, help="Counterfactual to ask; may be repeated.  [default: all]")
@click.option("--history-only", is_flag=True, help="Ask no counterfactuals.")
@click.option("--top", "count", type=click.IntRange(1), default=20, show_default=True, help="Rows per list.")
@click.option("--page", type=click.Path(path_type=Path), help="Write the page to this file too.")
@as_json
def evidence(
    draws: int,
    seed: int,
    scenario: tuple[str, ...],
    history_only: bool,
    count: int,
    page: Path | None,
    as_json: bool,
) -> None:
    """Rank what evidence would decide between the theories.

    For every variable of the canon, year and span: the mutual information of theory and datum in bits, with
    its error; errors of observation are counted, and what the record holds already is marked as spent. Three
    lists: what could be found or counted anew, what could be coded, what only a counterfactual would show.

    \b
    Examples:
      thermidor evidence --history-only
      thermidor evidence --scenario no-military-rivalry --scenario no-oil-rent --json
      thermidor evidence --page docs/evidence.md
    """
    from thermidor.files import write_text
    from thermidor.lab import evidence as lab  # imported here so that --help answers at once
    from thermidor.lab import evidence_words
    from thermidor.lab.runs import find
    from thermidor.outside import shelf
    from thermidor.outside.scenario import HISTORY

    named = [one for one in scenario or shelf.scenario_ids() if one != HISTORY]
    asked = [] if history_only else named
    for one in asked:
        shelf.scenario(one)  # refuse before the runs what is not there
    if page is not None:
        check_writable(page.parent)
    theories = find()
    ids = [one.id for one in theories]
    with progress("evidence: settings asked", len(asked) + 1) as tick:
        base = lab.readings(theories, HISTORY, draws, seed)
        home = lab.ranking(base, ids, seed=seed)
        tick(1)
        away = lab.counterfactual_ranking(
            base, lambda one: lab.readings(theories, one, draws, seed), asked, ids, seed=seed,
            told=lambda _: tick(1),
        )  # fmt: skip
    if page is not None:
        how = f"thermidor evidence --draws {draws} --seed {seed} --page {page.name}"
        write_text(page, evidence_words.page(home, away, ids, how))
    told = evidence_words.sentences(home, away, len(ids))
    if as_json:
        lists = {"history": home.to_dict("records"), "counterfactuals": away.to_dict("records")}
        show_json({"draws": draws, "seed": seed, "theories": ids, "told": told, **lists})
        return
    for title, heads, rows in evidence_words.tables(home, away, count):
        show(table(title, heads, rows))
    click.echo("\n".join(told))
