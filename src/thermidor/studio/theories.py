"""Theories in their own terms: what fills each slot, its closures, where its claims stand."""

import inspect
import sys
from typing import Any

from ..claims import CLAIMS
from ..claims.asserted import asserted
from ..lab import shelved
from ..lab.belief import mechanism_id
from ..lab.runs import find
from ..report.look import looks
from ..theories import THEORIES
from ..theory import SLOTS, Closing, Theory
from . import learnt, mechanisms, standing
from .prose import prose


def every() -> list[dict[str, Any]]:
    """Return the theories, shortly."""
    return [{**_short(one), "standing": standing.claims(one.id)} for one in THEORIES.values()]


def one(name: str) -> dict[str, Any]:
    """Return a theory with its slots, closures, standing, and what would refute it."""
    theory = find(name)[0]
    closures = list(dict.fromkeys(mechanism_id(c) for slot in theory.slots.values() for c in slot.closures))
    claims = {claim.id: claim for claim in CLAIMS}
    own = [said for said in asserted().values() if said.theory == name]
    return {
        **_short(theory), "source": theory.seed,
        "slots": [{"slot": slot, **cell(theory, slot)} for slot in SLOTS if slot in theory.slots],
        "closures": [mechanisms.card(closure) for closure in closures],
        "standing": standing.claims(name), "forecasts": standing.forecasts(name),
        "evidence": standing.evidence(name), "left": learnt.left(name),
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
