"""The pages on coverage, theories and mechanisms, made from what the code runs.

Usage: python -m thermidor.lab.pages DOCS_FOLDER
"""

import inspect
import sys
from collections.abc import Sequence
from pathlib import Path

from ..files import folder_of, write_text
from ..frame.mechanism import Mechanism, parameters
from ..frame.prior import Prior, Uniform
from ..outside.pages import markdown
from ..run import MODEL
from ..theories import THEORIES
from ..theory import SLOTS, Closing
from .belief import mechanism_id, mechanisms
from .coverage import Part, coverage
from .thin import THIN

COVERAGE = """# Coverage of the canon

Where every id lives, computed from what runs. *Merged*: no mechanism is for this id alone; its effect is a
term of equations that carry others too. *Thin*: the effect is only partly in the equations, and the note
says what is missing (a reader's judgement, kept in `lab/thin.py`)."""

THEORY = """# Theories

What fills the fifteen slots of each theory. Everything else is the body, the same for all. A slot without a
closure is filled by the body alone; a slot on which the seed is silent is inherited and marked so. A number
after a closure is its strength where it is not one."""

MECHANISMS = """# Mechanisms

In the order of the year. A closure is nought unless a theory gives it strength. Priors: median and spread (of
the logarithm, or of the odds of a share), or the two ends of an even spread."""


def coverage_page() -> str:
    """Return the page that says where each id of the canon lives, as Markdown."""
    return "\n\n".join([COVERAGE, *map(_part, coverage())]) + "\n"


def theories_page() -> str:
    """Return the page that sets slots against theories, and says what each closure does."""
    names = [f"- `{one.id}`: {one.name} ({one.authors})" for one in THEORIES.values()]
    parts = [THEORY, "\n".join(names), *map(_slot, SLOTS)]
    return "\n\n".join(parts) + "\n"


def mechanisms_page() -> str:
    """Return the page that lists every mechanism with its source and its numbers."""
    parts = [MECHANISMS]
    for phase, row in MODEL.items():
        parts += [f"## {phase.capitalize()}", *map(_mechanism, row)]
    return "\n\n".join(parts) + "\n"


def _part(part: Part) -> str:
    rows = [(f"`{row['id']}`", row["home"], _note(row["id"])) for _, row in part.rows.iterrows()]
    held = len(rows) - len(part.missing)
    return f"## {part.name.capitalize()}: {held} of {len(rows)}\n\n" + markdown(("id", "home", "note"), rows)


def _note(canon: str) -> str:
    homes = [one.canon for one in mechanisms() if canon in one.canon]
    merged = "merged" if homes and all(len(ids) > 1 for ids in homes) else ""
    thin = f"thin: {THIN[canon]}" if canon in THIN else ""
    return "; ".join(filter(None, (merged, thin)))


def _slot(slot: str) -> str:
    rows = [(f"`{one.id}`", *_closing(one.slots[slot])) for one in THEORIES.values()]
    return f"## {slot}\n\n" + markdown(("theory", "rule", "closures"), rows)


def _closing(filled: Closing) -> Sequence[str]:
    told = [_closure(one, filled.weights.get(one, 1.0)) for one in filled.closures] or ["body alone"]
    inherited = f"{filled.rule} (inherited from {filled.inherited})" if filled.inherited else filled.rule
    return (inherited, "<br>".join(told))


def _closure(one: type[Mechanism], strength: float) -> str:
    weight = "" if strength == 1 else f" ({strength:g})"
    return f"`{mechanism_id(one)}`{weight}: {_first(one)}"


def _mechanism(one: Mechanism) -> str:
    kind = type(one)
    lines = [
        f"### {mechanism_id(kind)}",
        f"{_first(kind)} Source: {one.source}. Canon: {', '.join(one.canon)}.",
    ]
    rows = [(n, w.unit, _prior(w.prior, w.value), w.source) for n, w in parameters(kind).items()]
    return "\n\n".join(
        [*lines, *([markdown(("parameter", "unit", "prior", "source"), rows)] if rows else [])]
    )


def _prior(prior: Prior | None, value: float) -> str:
    if prior is None:
        return f"fixed {value:g}"
    if isinstance(prior, Uniform):
        return f"{prior.low:g} to {prior.high:g}"
    return f"{prior.median:g} ({type(prior).__name__}, spread {prior.spread:g})"


def _first(kind: type) -> str:
    return " ".join((inspect.getdoc(kind) or "").split("\n\n")[0].split())


def main(folder: Path) -> None:
    """Write the three pages."""
    write_text(folder / "coverage.md", coverage_page())
    write_text(folder / "theories.md", theories_page())
    write_text(folder / "mechanisms.md", mechanisms_page())


if __name__ == "__main__":
    main(folder_of(sys.argv))
