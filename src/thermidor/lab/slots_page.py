"""The page on which slot does the work, made from the decomposition that ships with the software.

Usage: python -m thermidor.lab.slots_page DOCS_FOLDER
"""

import sys
from collections.abc import Sequence
from typing import Any

import pandas as pd

from ..files import folder_of, write_text
from ..outside.pages import markdown
from ..theories import THEORIES
from .hybrids import MISFIT, PARTS, PATTERNS_MET
from .slot_tables import by_answer, by_item
from .slot_words import alike, over_pairs, sentences
from .slots import Pair, by_part
from .slots_kept import COMMAND, Kept, kept

HEAD = """# Which slot does the work

A theory is fifteen slots, each filled by its own closures, and for some a few numbers of its own. Of two
theories one slot at a time is taken from the other, in both directions, and all is scored again on the same
luck and the same draws of the shared body. Numbers of closures are drawn from their priors, so that no fit
stands between the laws and what they do.

- *Share*: the Shapley share, over {orders} orders; shares of all slots add up to the whole difference.
- *There*: the slot of the second theory put into the first, less the first. *Back*: the second less the
  second with the slot of the first. Where these differ, slots work together.
- Patterns count those met in the mean draw; distance is in errors allowed, so that less is better.
- Errors are standard errors. A difference within two of them is a tie; of single patterns, series and events
  a move is named if it is beyond three errors and no trifle.

Made by `{command}`
and `python -m thermidor.lab.slots_page docs`; do not edit.{stale}

```console
$ thermidor slots degenerated-workers-state state-capitalism   # one pair
$ thermidor slots --all                                        # what stands below
$ thermidor slots --all --keep src/thermidor/data/slots        # kept for this page and the report
```"""
STALE = (
    " **The numbers are of other laws, another record or other scores than those of this version;"
    f" make them anew: `{COMMAND}`.**"
)
ANSWERS = """## Patterns by slot and theory

What a theory's own answer brings in patterns met by the mean draw, against the answers of the others: the
mean of its shares over its pairs, nought where two answer alike. Within two errors it is a tie."""
PATTERNS = """## What moves a pattern

The slots that move it, and in how many of {count} pairs. A pattern that no slot moves tells nothing of the
theories."""
NOBODY = "## What separates nobody"


def page(found: Kept) -> str:
    """Return the page as Markdown."""
    pairs, told = found.pairs, found.told
    head = HEAD.format(**told, stale="" if found.fresh else STALE)
    parts = by_part(pairs)
    return "\n\n".join(
        [head, "## By slot", _parts(parts), bullets(over_pairs(parts, len(pairs))), ANSWERS, _answers(pairs),
         PATTERNS.format(count=len(pairs)), _items(by_item(pairs), found.separates), NOBODY,
         bullets(alike(found.separates)), "## Pair by pair", *map(_pair, pairs)]
    ) + "\n"  # fmt: skip


def bullets(lines: Sequence[str]) -> str:
    """Return sentences as a list."""
    return "\n".join(f"- {line}" for line in lines)


def _parts(parts: pd.DataFrame) -> str:
    rows = [
        (r["part"], str(r["pairs"]), str(r["greatest"]), *(f"{r[i]:.2f}" for i in (PATTERNS_MET, MISFIT)),
         ", ".join(r["moves"][:6]))
        for r in _rows(parts)
    ]  # fmt: skip
    heads = ("slot", "pairs differ", "greatest in", "patterns: mean size", "distance: mean size",
             "what it moves, in how many pairs")  # fmt: skip
    return markdown(heads, rows)


def _answers(pairs: Sequence[Pair]) -> str:
    table = by_answer(pairs)
    theories = list(dict.fromkeys(table["theory"]))
    cells = {(r["part"], r["theory"]): _brought(r) for r in _rows(table)}
    rows = [(part, *(cells[part, theory] for theory in theories)) for part in PARTS]
    return markdown(("slot", *(THEORIES[one].name for one in theories)), rows)


def _brought(row: dict[str, Any]) -> str:
    return f"{row['brings']:+.2f} ± {row['error']:.2f}" if row["pairs"] else ""


def _items(table: pd.DataFrame, separates: pd.DataFrame) -> str:
    told = dict(zip(separates["item"], separates["separates"], strict=True))
    rows = [
        (r["item"], r["meaning"], ", ".join(f"{slot} ({n})" for slot, n in r["slots"]) or "none",
         "yes" if told[r["item"]] else "no")
        for r in _rows(table[table["kind"] == "pattern"])
    ]  # fmt: skip
    return markdown(("pattern", "meaning", "slots that move it", "separates some two"), rows)


def _pair(pair: Pair) -> str:
    rows = [
        (part, status, *(cell for item in (PATTERNS_MET, MISFIT) for cell in _cells(pair, part, item)))
        for part, status in pair.status.items()
    ]
    heads = [f"{what}: {how}" for what in ("patterns", "distance") for how in ("share", "there", "back")]
    title = f"### {THEORIES[pair.first].name} and {THEORIES[pair.second].name}"
    return "\n\n".join([title, bullets(sentences(pair)), markdown(("slot", "status", *heads), rows)])


def _cells(pair: Pair, part: str, item: str) -> list[str]:
    own = pair.moves[(pair.moves["part"] == part) & (pair.moves["item"] == item)]
    if own.empty:
        return ["", "", ""]
    row = own.iloc[0]
    return [f"{row[c]:+.2f} ± {row[f'{c}_error']:.2f}" for c in ("share", "ahead", "back")]


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return frame.to_dict("records")


if __name__ == "__main__":
    write_text(folder_of(sys.argv) / "slots.md", page(kept()))
