"""The page on planning in the macro model; every number is computed when the page is made.

Usage: python -m thermidor.lab.macro_plan.page DOCS_FOLDER
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from ...files import folder_of, write_text
from .compare import Compared, compared
from .forms import FORMS
from .sample import ASKED, REGULATIONS, Sampled, sampled

HEAD = """# Planning in the macro model

The macro model has no room for procedures that go on for rounds: it carries them out in short forms, on six
sectors, in every draw of every year. This page holds each short form against the procedure for which it
stands (`thermidor.planning`), on an economy made of the model's own coefficients, capacities and aims, at
states which the model itself comes to. The lever `planning_mode` moves the weights of command, markets and
elected bodies (`mechanisms/polity/regulators.py`), by which all short forms are weighed; `management_mode`
moves workers' control, by which enterprises are true or untrue in their reports (democratic planning brings
it along). Both act alike in all theories.

Parameters of the short forms are the medians of their priors; those of the procedures are their usual ones,
and some of these are assumptions (`docs/execution.md`). A form that does not match says so: what then
follows from it in a run is the model's claim, not the procedure's."""

COLUMNS = (
    "| mechanism | procedure | states | correlation | mean gap | greatest | tolerated | share of | matches"
    " | what keeps them apart |",
    "|---|---|---|---|---|---|---|---|---|---|",
)
SHOWN = ("gdp", "info_distortion", "hidden_capacity", "waste_share", "shortage", "plan_tautness")
LAST = 1980


def lines(states: Sequence[Sampled]) -> Iterator[str]:
    """Yield the lines of the page for these states."""
    yield from (HEAD, "", "## Short forms beside their procedures", "")
    yield (
        f"States: {len(states)}, at the ends of {', '.join(map(str, ASKED))}, under history, democratic"
        " planning and markets (both from 1929), in all theories. A gap is the sum over sectors of what lies"
        " between the two."
    )
    yield from ("", *COLUMNS)
    yield from (row(one) for one in compared(FORMS, states))
    yield from ("", *moved(states))


def row(one: Compared) -> str:
    """Return a row of the table."""
    form, alike = one.form, "-" if np.isnan(one.correlation) else f"{one.correlation:.2f}"
    return (
        f"| {form.mechanism} | {form.procedure} | {one.states} | {alike} | {one.mean:.4f} | {one.most:.4f}"
        f" | {form.tolerated:g} | {form.unit} | {'yes' if one.matches else 'no'} | {form.apart} |"
    )


def moved(states: Sequence[Sampled]) -> Iterator[str]:
    """Yield what the regulations come to in each theory."""
    yield from (f"## What the levers come to, {LAST}", "")
    yield "Means over the sampled draws: few, for the eye only. GDP of 1913 is 100."
    yield from ("", "| theory | regulation | " + " | ".join(SHOWN) + " |", "|---" * (len(SHOWN) + 2) + "|")
    for theory in dict.fromkeys(one.theory for one in states):
        for regulation in REGULATIONS:
            held = [s.now for s in states if (s.theory, s.regulation, s.year) == (theory, regulation, LAST)]
            means = (np.mean([float(getattr(now, name)) for now in held]) for name in SHOWN)
            yield f"| {theory} | {regulation} | " + " | ".join(f"{value:.3g}" for value in means) + " |"


def main(folder: Path) -> None:
    """Write the page."""
    write_text(folder / "planning-macro.md", "\n".join(lines(sampled())).rstrip() + "\n")


if __name__ == "__main__":
    main(folder_of(sys.argv))
