"""The claims board and each claim, from what was found with the packaged ensembles."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pandas as pd

from ..claims import CLAIMS
from ..claims.asserted import Asserted, asserted
from ..claims.claim import Measured, Moved, Test
from ..claims.put import readings
from ..claims.verdict import AGAINST, BORNE_OUT, DOCUMENTARY, NOT_TESTABLE, OPEN, SILENT
from ..errors import unknown
from ..lab import shelved
from ..lab.canon import table
from ..lab.claim_text import code, meaning
from ..theories import THEORIES

VERDICTS = (BORNE_OUT, AGAINST, OPEN, DOCUMENTARY, NOT_TESTABLE, SILENT)
ROW = ("witness", "verdict", "share", "median", "low", "high", "rows", "note", "agrees", "cited")
FIRST = "stated"


@cache
def board() -> dict[str, Any]:
    """Return every claim with its verdicts as stated."""
    found = shelved.board()
    stated = found[found["reading"] == FIRST]
    by = {str(name): rows for name, rows in stated.groupby("claim", sort=False)}
    witnesses = ["record", *THEORIES]
    claims = [{**_head(said), **_verdicts(by[said.id])} for said in asserted().values() if said.id in by]
    return {"about": shelved.about(), "witnesses": witnesses, "verdicts": list(VERDICTS), "claims": claims}


def one(name: str) -> dict[str, Any]:
    """Return a claim with every reading of it; raises ThermidorError if there is none of that name."""
    if name not in asserted():
        raise unknown("claim", "address", name[:200], asserted())
    claim = next(one for one in CLAIMS if one.id == name)
    rows = shelved.board()
    rows = rows[rows["claim"] == name]
    told = [
        _reading(reading, test, rows[rows["reading"] == reading]) for reading, test in readings(claim).items()
    ]
    head = {**_head(asserted()[name]), **_verdicts(rows[rows["reading"] == FIRST])}
    return {
        **head,
        "where": where(asserted()[name]),
        "refuted_by": claim.refuted_by,
        "correction": claim.correction,
        "readings": told,
    }


def disagreements() -> dict[str, Any]:
    """Return the observations on which pairs of theories part, with what was found."""
    return {"about": shelved.about(), "rows": shelved.apart().to_dict("records")}


def where(said: Asserted) -> list[dict[str, Any]]:
    """Return the paragraphs that an assertion stands in: first words, number, essay, whose theory."""
    rows = table("paragraphs")
    own = rows[rows["seed"].str.startswith(said.seed)].set_index("opening")["n"]
    return [
        {"opening": opening, "paragraph": int(own[opening]), "essay": said.seed, "theory": said.theory}
        for opening in said.anchors
    ]


def _head(said: Asserted) -> dict[str, Any]:
    return {
        "id": said.id, "theory": said.theory, "kind": said.kind, "priority": said.priority,
        "paraphrase": said.paraphrase, "anchors": list(said.anchors), "variables": list(said.variables),
        "forecast": said.forecast, "slip": said.slip,
    }  # fmt: skip


def _verdicts(rows: pd.DataFrame) -> dict[str, Any]:
    verdicts = dict(zip(rows["witness"], rows["verdict"], strict=True))
    agrees = {w: a for w, a in zip(rows["witness"], rows["agrees"], strict=True) if w != "record"}
    return {"verdicts": verdicts, "agrees": agrees}


def _reading(reading: str, test: Test, rows: pd.DataFrame) -> dict[str, Any]:
    low, high = (test.low, test.high) if isinstance(test, Measured | Moved) else (None, None)
    return {
        "reading": reading, "meaning": meaning(test), "code": code(test), "low": low, "high": high,
        "unit": test.unit if isinstance(test, Measured | Moved) else "",
        "draws": shelved.about()["draws"], "rows": list(_rows(rows)),
    }  # fmt: skip


def _rows(rows: pd.DataFrame) -> Iterator[dict[str, Any]]:
    for row in rows.to_dict("records"):
        yield {name: row[name] for name in ROW}
