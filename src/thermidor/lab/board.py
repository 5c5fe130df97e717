"""The board: every claim put to the record and to every theory's runs, as one labelled table."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
import pandas as pd
import xarray as xr

from ..claims import CLAIMS
from ..claims.claim import Change, Claim
from ..claims.history import Sourcebook, packaged
from ..claims.put import HISTORY, readings, to_record, to_runs
from ..claims.verdict import Finding, agreement
from ..claims.view import Run, View
from ..errors import ThermidorError
from ..theory import Theory
from .ensemble import Frames
from .kept import ensembles
from .runs import find, frames
from .setting import closed

RECORD = "record"
DRAWS = 500
Ensembles = Callable[[str | Change], Mapping[str, Frames]]
"""Runs of all theories under a scenario: fields (draw, year, ...) by theory."""
Told = Callable[[str], object]


def claims(
    runs: xr.Dataset | None = None, theory: str | Iterable[str] = "all", draws: int = DRAWS, seed: int = 1,
    prior: bool = False, chosen: Sequence[Claim] = CLAIMS, told: Told = lambda _: None,
) -> pd.DataFrame:  # fmt: skip
    """Put claims to the record and to theories; return one row per claim, reading and witness.

    ``runs``: history's runs as :func:`thermidor.run` returns them; what a claim needs of other scenarios is
    run on the same luck, and kept for the next time. Without it ``theory``, ``draws``, ``seed`` and ``prior``
    say what is run. ``told`` hears of each scenario that has to be run. Columns: see :func:`board`.
    """
    if runs is not None:
        theory = [str(one) for one in runs["theory"].to_numpy()]
        draws, seed = int(runs.attrs["draws"]), int(runs.attrs["seed"])
        prior = runs.attrs["parameters"] == "prior"
    theories = find(theory)
    hand = runs_for(chosen, theories, draws, seed, prior, told)
    return board([one.id for one in theories], _with(hand, runs), chosen)


def runs_for(
    chosen: Sequence[Claim], theories: Sequence[Theory], draws: int = DRAWS, seed: int = 1,
    prior: bool = False, told: Told = lambda _: None,
) -> Ensembles:  # fmt: skip
    """Return what hands out the runs that claims need: kept ones, or new ones that are kept."""
    sample = frames(theories[:1], closed(), 1, seed)[theories[0].id]
    return ensembles(theories, draws, seed, needs(chosen, sample), prior, told)


def _with(hand: Ensembles, runs: xr.Dataset | None) -> Ensembles:
    """Return what hands out runs, history's being those given."""
    if runs is None:
        return hand
    if runs.attrs["scenario"] != HISTORY:
        raise ThermidorError(
            "are runs of another scenario", "claims", runs.attrs["scenario"],
            "Claims are about history: give the runs of thermidor.run() without a scenario.",
        )  # fmt: skip
    arrays = {str(name): values.to_numpy() for name, values in runs.data_vars.items()}
    given = {str(t): {n: v[i] for n, v in arrays.items()} for i, t in enumerate(runs["theory"].to_numpy())}
    return lambda by: given if by == HISTORY else hand(by)


def board(
    theories: Sequence[str], ensembles: Ensembles, claims: Sequence[Claim] = CLAIMS,
    book: Sourcebook | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Return one row per claim, reading and witness (the record or a theory).

    Columns: claim, reading, witness, verdict, share, median, low, high, rows, note, agrees (with the
    record: 'yes', 'no' or ''), cited (events and tables cited from works that were not opened).
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
    told: dict[str, object] = {"claim": claim.id, "reading": reading, "witness": witness}
    numbers = {n: getattr(found, n) for n in ("verdict", "share", "median", "low", "high", "rows", "note")}
    return told | numbers | {"agrees": agrees, "cited": "; ".join(found.cited)}


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
