"""The board: every claim put to the record and to every theory's runs, as one labelled table."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd

from ..claims import CLAIMS
from ..claims.claim import Change, Claim
from ..claims.history import Sourcebook, packaged
from ..claims.put import readings, to_record, to_runs
from ..claims.verdict import Finding, agreement
from ..claims.view import Run, View
from .ensemble import Frames

RECORD = "record"
Ensembles = Callable[[str | Change], Mapping[str, Frames]]
"""Runs of all theories under a scenario: fields (draw, year, ...) by theory."""


def board(
    theories: Sequence[str], ensembles: Ensembles, claims: Sequence[Claim] = CLAIMS,
    book: Sourcebook | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Return one row per claim, reading and witness (the record or a theory).

    Columns: claim, reading, witness, verdict, share, median, low, high, rows, note, agrees (with the
    record: 'yes', 'no' or '').
    """
    facts = book or packaged()
    rows: list[dict[str, object]] = []
    for claim in claims:
        for reading, test in readings(claim).items():
            record = to_record(claim, test, facts)
            rows.append(_row(claim, reading, RECORD, record, ""))
            for theory in theories:
                found = to_runs(test, _of(theory, ensembles))
                rows.append(_row(claim, reading, theory, found, agreement(record, found)))
    return pd.DataFrame(rows)


def _of(theory: str, ensembles: Ensembles) -> Callable[[str | Change], View]:
    return lambda by: Run(ensembles(by)[theory])


def _row(claim: Claim, reading: str, witness: str, found: Finding, agrees: str) -> dict[str, object]:
    told = {"claim": claim.id, "reading": reading, "witness": witness, "verdict": found.verdict}
    numbers = {n: getattr(found, n) for n in ("share", "median", "low", "high", "rows", "note")}
    return told | numbers | {"agrees": agrees}


def needs(claims: Sequence[Claim], sample: Mapping[str, np.ndarray]) -> dict[str | Change, set[str]]:
    """Return, by scenario, the names of the fields that the claims read; ``sample`` is any run."""
    seen: dict[str | Change, _Noted] = {}

    def runs(by: str | Change) -> View:
        return Run(seen.setdefault(by, _Noted(sample)))

    for claim in claims:
        for test in readings(claim).values():
            to_runs(test, runs)
    return {by: noted.names for by, noted in seen.items()}


class _Noted(Mapping[str, np.ndarray]):
    """A run that remembers which of its fields were read."""

    def __init__(self, fields: Mapping[str, np.ndarray]) -> None:
        self.fields = fields
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> np.ndarray:
        self.names.add(name)
        return self.fields[name]

    def __iter__(self):
        return iter(self.fields)

    def __len__(self) -> int:
        return len(self.fields)
