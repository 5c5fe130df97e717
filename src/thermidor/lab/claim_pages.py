"""The pages on claims: each essay paragraph by paragraph, first readings, slips, disagreements.

Usage: python -m thermidor.lab.claim_pages DOCS_FOLDER
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from ..claims import CLAIMS
from ..claims.asserted import SEEDS, Asserted, asserted
from ..claims.history import FOLDER
from ..claims.tally import about, differing, first_readings
from ..claims.verdict import shown
from ..files import folder_of, write_text
from ..outside.pages import markdown
from ..theories import THEORIES
from . import shelved
from .canon import table
from .claim_text import meaning

ESSAY = """# Claims of the essay {seed}: {name}

Paragraph by paragraph: its opening words, and what was drawn from it. Verdicts are computed ({told}):
on the record from all estimates at their low, middle and high ends, in the essay's own theory from its
runs."""

FIRST = """# First readings and computed verdicts

The canon came with a first reading of the record for every claim, made before any test. Here are the
computed verdicts beside it. Where they differ, the reason stands in the last column: a note of ours, on
which no verdict depends."""

SLIPS = """# Slips of the essays

Dates, numbers and wordings that are wrong in an essay. Each sentence is measured as it stands, and the
right figure is given with its source. Slips count against no theory."""

CRUCIAL = """# Where the theories part

The twenty-one pairwise disagreements, each with an observation on which the two theories part: what
each theory's runs give (median), what the record says, and how decisive that is: the difference of log
scores, first theory less second. Beyond 3 (odds of twenty to one) the record on hand decides; within 1
it does not. *Readings needed*: independent observations of the present precision until the odds are
expected to pass twenty to one, if the first or the second theory is right."""


def pages() -> dict[str, str]:
    """Return every page on claims as Markdown, by its path in the docs folder."""
    essays = {f"claims/{seed}.md": essay_page(seed) for seed in SEEDS}
    rest = {"claims/first-readings.md": first_page(), "claims/slips.md": slips_page()}
    return essays | rest | {"claims/disagreements.md": crucial_page()}


def essay_page(seed: str) -> str:
    """Return one essay's paragraphs with the claims drawn from each and their verdicts."""
    made = shelved.about()
    told = f"`{made['command']}`, {made['draws']} draws per theory"
    name = THEORIES[SEEDS[seed]].name
    rows = table("paragraphs")
    parts = [_paragraph(row) for row in rows[rows["seed"].str.startswith(seed)].itertuples()]
    return "\n\n".join([ESSAY.format(seed=seed, name=name, told=told), *parts]) + "\n"


def first_page() -> str:
    """Return computed verdicts beside first readings: counts, and every difference with its reason."""
    found = shelved.board()
    why = dict(pd.read_csv(FOLDER / "disagreements_with_first_reading.csv").itertuples(index=False))
    counts = first_readings(found)
    heads = ["first reading", *map(str, counts.columns)]
    rows = [(str(name), *map(str, row)) for name, row in zip(counts.index, counts.to_numpy(), strict=True)]
    told = [
        (f"`{row.claim}`", row.first, row.verdict, _number(row), why.get(row.claim, ""))
        for row in differing(found).itertuples()
    ]
    columns = ("claim", "first reading", "computed", "figure", "why they differ")
    return "\n\n".join([FIRST, markdown(heads, rows), markdown(columns, told)]) + "\n"


def slips_page() -> str:
    """Return the slips of the essays: what is asserted, what is found, the right figure."""
    said, found = asserted(), dict(zip(*_of_record(), strict=True))
    rows = [
        (f"`{c.id}`", said[c.id].paraphrase, said[c.id].slip, found[c.id], c.correction)
        for c in CLAIMS
        if said[c.id].slip
    ]
    return (
        "\n\n".join([SLIPS, markdown(("claim", "as stated", "slip", "record", "right figure"), rows)]) + "\n"
    )


def crucial_page() -> str:
    """Return the disagreements of the theories, most decisive first, and the five that separate most."""
    rows = shelved.apart()
    told = [_parting(row) for row in rows.itertuples()]
    heads = ("disagreement", "observation", "first", "second", "record", "log score", "favours",
             "readings needed (if first, if second right)", "data wanted")  # fmt: skip
    known = rows[rows["score"].notna()]
    most = ", ".join(f"`{name}`" for name in known["id"].head(5))
    deciding = ", ".join(f"`{name}`" for name in known[known["decisive"]]["id"]) or "none"
    said = f"The five that separate the theories most on the record we have: {most}. Decisive: {deciding}."
    return "\n\n".join([CRUCIAL, said, markdown(heads, told)]) + "\n"


def _parting(row: Any) -> tuple[str, ...]:
    record = f"{shown(row.record_median)}, {shown(row.record_low)} to {shown(row.record_high)}"
    favours = (row.favours or "neither") + (", decisive" if row.decisive else "")
    outside = "; record outside both" if row.outside else ""
    return (
        f"`{row.id}`: {row.issue}", f"{row.observation} ({row.unit})",
        f"{row.first}: {shown(row.first_median)}", f"{row.second}: {shown(row.second_median)}",
        "missing" if row.record else record, f"{shown(row.score)} ({shown(row.least)} to {shown(row.most)})",
        favours + outside, f"{shown(row.needed_first)}, {shown(row.needed_second)}", row.wanted,
    )  # fmt: skip


def _paragraph(row: Any) -> str:
    head = f"**{row.n}.** {row.opening}..."
    if row.none:
        return f"{head} *{row.none}*"
    drawn = [name for name in row.claims.split(";") if name]
    others = [
        f"`{name}`" for part in (row.mechanisms, row.systems_or_scenarios) for name in part.split(";") if name
    ]
    lines = [head + (f" Mechanisms and scenarios: {', '.join(others)}." if others else "")]
    return "\n\n".join([*lines, *(["\n".join(_claims(drawn))] if drawn else [])])


def _claims(drawn: list[str]) -> Iterator[str]:
    said, homes, found = asserted(), {claim.id: claim for claim in CLAIMS}, about(shelved.board())
    for name in drawn:
        rows = {row.witness: row for row in found[found["claim"] == name].itertuples()}
        yield f"- `{name}` ({_kind(said[name])}): {said[name].paraphrase}"
        yield f"  Measure: {meaning(homes[name].test)}."
        own, record = rows[said[name].theory], rows["record"]
        yield f"  Record: **{record.verdict}**{_said(record)}."
        yield f"  Own theory: **{own.verdict}**{_said(own)}."


def _kind(one: Asserted) -> str:
    return one.kind + (", forecast" if one.forecast else "") + (", slip" if one.slip else "")


def _said(row: Any) -> str:
    if row.rows:
        cited = f"; cited, not opened: {row.cited}" if row.cited else ""
        return f" ({row.share:.0%} of {row.rows} within the band; {_number(row)}{cited})"
    return f" ({row.note})" if row.note else ""


def _number(row: Any) -> str:
    return f"{shown(row.median)}, {shown(row.low)} to {shown(row.high)}" if row.rows else row.note


def _of_record() -> tuple[list[str], list[str]]:
    found = about(shelved.board())
    rows = found[found["witness"] == "record"]
    return rows["claim"].tolist(), rows["verdict"].tolist()


def main(folder: Path) -> None:
    """Write the pages."""
    for name, page in pages().items():
        write_text(folder / name, page)


if __name__ == "__main__":
    main(folder_of(sys.argv))
