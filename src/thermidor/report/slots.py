"""Which slots do the work: shares by slot and theory, and what separates nobody."""

from typing import Any

from ..lab.slot_tables import by_answer, by_item
from ..lab.slot_words import alike, over_pairs
from ..lab.slots import by_part
from ..lab.slots_kept import Kept
from .evidence import ids
from .forecasts import signed
from .html import listing, paragraphs, tag
from .look import FIVE
from .table import Cell, table

READ = (
    "One slot at a time is taken from another theory, in all pairs, with parameters from the priors "
    "({draws} draws, {orders} orders). In the table: in how many of {pairs} pairs the slot differs, in how "
    "many it has the greatest share of the difference in patterns met, and how many patterns a theory's own"
    " answer brings over those of the others (Shapley shares; within two standard errors it is a tie)."
)
MOVED = 3


def slots(kept: Kept) -> str:
    """Return shares by slot and theory, which slots do the work, and what no slot separates."""
    parts = by_part(kept.pairs)
    answers = {(r["part"], r["theory"]): r for r in by_answer(kept.pairs).to_dict("records")}
    brought = {part: [_brought(answers[part, one]) for one in ids()] for part in parts["part"]}
    moved = _moved(kept)
    rows = [
        [r["part"], str(r["pairs"]), str(r["greatest"]), *brought[r["part"]],
         Cell("; ".join(moved.get(r["part"], [])[:MOVED]), mark="long")]
        for r in parts.to_dict("records")
    ]  # fmt: skip
    heads = ["slot", "differs in", "greatest in", *(one.short for one in FIVE), "patterns it moves (pairs)"]
    said = READ.format(pairs=len(kept.pairs), **kept.told)
    told = [
        tag("h3", "Which slots do the work"),
        paragraphs(said),
        table("Patterns brought, by slot", heads, rows),
        listing(over_pairs(parts, len(kept.pairs))),
        tag("h4", "What separates nobody"),
        listing(alike(kept.separates)),
    ]
    return "\n".join(told)


def _moved(kept: Kept) -> dict[str, list[str]]:
    """Return by slot the patterns that it moves and in how many pairs, that of most pairs first."""
    items = by_item(kept.pairs)
    told = [
        (count, slot, meaning)
        for meaning, slots in items[items["kind"] == "pattern"][["meaning", "slots"]].itertuples(index=False)
        for slot, count in slots
    ]
    found: dict[str, list[str]] = {}
    for count, slot, meaning in sorted(told, key=lambda one: -one[0]):
        found.setdefault(slot, []).append(f"{meaning} ({count})")
    return found


def _brought(row: dict[str, Any]) -> str:
    return signed(row["brings"], row["error"]) if row["pairs"] else ""
