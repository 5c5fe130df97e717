"""Theories in their own terms: what fills each slot, its closures, where its claims stand."""

import inspect
import sys
from collections import Counter
from functools import cache
from typing import Any

from ..claims import CLAIMS
from ..claims.asserted import asserted
from ..lab import shelved
from ..lab.belief import mechanism_id
from ..lab.runs import find
from ..report.look import looks
from ..theories import THEORIES
from ..theory import SLOTS, Closing, Theory
from . import mechanisms
from .prose import prose

FIRST = "stated"


def every() -> list[dict[str, Any]]:
    """Return the theories, shortly."""
    return [{**_short(one), **_counts(one.id)} for one in THEORIES.values()]


def one(name: str) -> dict[str, Any]:
    """Return a theory with its slots, closures, standing, and what would refute it."""
    theory = find(name)[0]
    closures = list(dict.fromkeys(mechanism_id(c) for slot in theory.slots.values() for c in slot.closures))
    claims = {claim.id: claim for claim in CLAIMS}
    own = [said for said in asserted().values() if said.theory == name]
    return {
        **_short(theory), "source": theory.seed, **_counts(name),
        "slots": [{"slot": slot, **cell(theory, slot)} for slot in SLOTS if slot in theory.slots],
        "closures": [mechanisms.card(closure) for closure in closures],
        "standing": standing(name),
        "refuted_by": [
            {"claim": said.id, "paraphrase": said.paraphrase, "refuted_by": claims[said.id].refuted_by}
            for said in own if said.id in claims and said.priority == "A" and claims[said.id].refuted_by
        ],
        "disagreements": [row.id for row in shelved.apart().itertuples() if name in (row.first, row.second)],
    }  # fmt: skip


def slots() -> dict[str, Any]:
    """Return the matrix of slots and theories."""
    cells = {
        s: {name: cell(theory, s) for name, theory in THEORIES.items() if s in theory.slots} for s in SLOTS
    }
    return {"slots": list(SLOTS), "theories": list(THEORIES), "cells": cells}


def cell(theory: Theory, slot: str) -> dict[str, Any]:
    """Return what fills a slot of a theory."""
    filled: Closing = theory.slots[slot]
    strengths = [{"id": mechanism_id(c), "strength": filled.weights.get(c, 1.0)} for c in filled.closures]
    return {"rule": filled.rule, "inherited": filled.inherited, "closures": strengths}


@cache
def standing(theory: str) -> dict[str, Any]:
    """Return how the record and the theory's own runs stand to what its essay asserts (as stated)."""
    board = shelved.board()
    own = {said.id for said in asserted().values() if said.theory == theory}
    rows = board[board["claim"].isin(own) & (board["reading"] == FIRST)]
    record, runs = rows[rows["witness"] == "record"], rows[rows["witness"] == theory]
    return {
        "of": len(own), "record": dict(Counter(record["verdict"])), "runs": dict(Counter(runs["verdict"])),
        "agrees": int((runs["agrees"] == "yes").sum()), "disagrees": int((runs["agrees"] == "no").sum()),
        "open": int((runs["agrees"] == "").sum()),
    }  # fmt: skip


def _short(theory: Theory) -> dict[str, Any]:
    module = sys.modules[f"thermidor.theories.{theory.id.replace('-', '_')}"]
    paragraphs = prose(inspect.getdoc(module) or "").paragraphs
    summary = " ".join(piece[1] for paragraph in paragraphs for piece in paragraph)
    look = looks([theory.id])[theory.id]
    return {
        "id": theory.id,
        "name": theory.name,
        "authors": theory.authors,
        "short": look.short,
        "summary": summary,
    }


def _counts(name: str) -> dict[str, int]:
    found = standing(name)
    return {"agrees": found["agrees"], "disagrees": found["disagrees"], "claims": found["of"]}
