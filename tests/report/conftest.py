"""Runs and kept results made up for the report: plausible sizes, planted differences, no engine."""

import zlib
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from thermidor.claims.series import FIRST_YEAR, LAST_YEAR
from thermidor.frame.axes import shape
from thermidor.frame.state import METAS
from thermidor.lab import tournament_tables
from thermidor.lab.hybrids import ITEMS, PARTS, PATTERNS_MET
from thermidor.lab.slots import Pair
from thermidor.lab.slots_kept import Kept, stamp
from thermidor.lab.theory_entrants import FROZEN, KNOWN, THE_END, name
from thermidor.lab.tournament import FREEZES, NULL
from thermidor.lab.verdict_words import HAZARDS
from thermidor.report import write
from thermidor.report.results import Results
from thermidor.theories import THEORIES

YEARS = LAST_YEAR - FIRST_YEAR + 1
DRAWS = 12
SAID = {
    "scenario": "historical-baseline",
    "draws": DRAWS,
    "seed": 3,
    "parameters": "made up",
    "version": "0.0",
    "prior": False,
}


def made_up(theory: str, draws: int = DRAWS) -> dict[str, np.ndarray]:
    """Return every field as a walk from its start, different in each theory."""
    rng = np.random.default_rng(zlib.crc32(theory.encode()))
    return {name: _walk(meta, rng, draws) for name, meta in METAS.items()}


def _walk(meta, rng: np.random.Generator, draws: int) -> np.ndarray:
    axes = shape(tuple(axis for axis in meta.axis if axis != "vintage"))
    steps = rng.normal(rng.normal(0.01, 0.01), 0.04, (draws, YEARS, *axes)).cumsum(axis=1)
    start = np.abs(np.mean(meta.start)) or 0.3
    values = start * np.exp(steps)
    return values if meta.high is None else np.clip(values, meta.low, meta.high)


@pytest.fixture(scope="session")
def runs() -> Mapping[str, dict[str, np.ndarray]]:
    return {theory: made_up(theory) for theory in THEORIES}


@pytest.fixture(scope="session")
def page(runs, tmp_path_factory) -> str:
    place = write(runs, tmp_path_factory.mktemp("report") / "report.html", **SAID)
    return Path(place).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def few() -> Mapping[str, dict[str, np.ndarray]]:
    return {"state-capitalism": made_up("state-capitalism", 4)}


@pytest.fixture(scope="session")
def said() -> Mapping[str, object]:
    """Return what a caller says of the runs."""
    return SAID


BC, DWS, NM, TC, SC = THEORIES
SERIES = ("gdp-ussr-maddison", "birth-rate", "army-share-of-population", "party-size")
AHEAD, BEHIND, LOST = SC, TC, "birth-rate"  # a theory that gains on all series but one, and one that loses
WIDE = 5.0  # log evidence between neighbours in the order of theories


def planted_tournament() -> tournament_tables.Tables:
    """Return tables in which one theory gains one, one loses two, the others and a rival are level."""
    rng, rows = np.random.default_rng(1), []
    entrants = [NULL, "ces", "popov", *(name(t, v) for t in THEORIES for v in (FROZEN, KNOWN))]
    for entrant in entrants:
        for freeze in FREEZES:
            for series in SERIES[: 1 if entrant == "popov" else None]:
                for years in (1, 5, 9):
                    luck = 0.0 if entrant == NULL else 0.1 * rng.standard_normal()
                    log = -2 + luck + _gain(entrant, series)
                    rows.append((entrant, freeze, series, freeze + years, years, log, -log, 0.5))
    ends = [(name(t, v), f, np.log(0.01), 0.1, 0.5) for t in THEORIES for v in (FROZEN, KNOWN, THE_END)
            for f in FREEZES]  # fmt: skip
    ends += [(hazard, f, np.log(0.01), 0.1, 0.5) for hazard in HAZARDS for f in FREEZES]
    of_ends = ["entrant", "freeze", "log score", "brier", "ended"]
    columns = ["entrant", "freeze", "series", "year", "ahead", "log score", "crps", "pit"]
    found = pd.DataFrame(rows, columns=columns)
    return tournament_tables.tables(found, pd.DataFrame(ends, columns=of_ends))


def _gain(entrant: str, series: str) -> float:
    if entrant == "popov":  # far ahead on the one series of which it speaks
        return 3.0
    if entrant.startswith(AHEAD):
        return -3.0 if series == LOST else 1.0
    return -2.0 if entrant.startswith(BEHIND) else 0.0


def planted_fits() -> dict[str, object]:
    """Return fits whose log evidence falls by the same step from theory to theory, the last two level."""
    steps = [0.0, -WIDE, -2 * WIDE, -3 * WIDE, -3 * WIDE - 0.5]
    made = [
        {"theory": theory, "log_evidence": step, "error": 0.1, "refuted": int(theory == NM)}
        for theory, step in zip(THEORIES, steps, strict=True)
    ]
    return {"fits": made, "twin": planted_twin(), "again": []}


def planted_twin() -> dict[str, object]:
    """Return twins of which all are recognised but those of one theory, half taken for another."""
    confusion = np.eye(len(THEORIES))
    one, other = list(THEORIES).index(DWS), list(THEORIES).index(TC)
    confusion[one, one] = confusion[one, other] = 0.5
    return {"until": 1992, "replicates": 100, "theories": list(THEORIES), "confusion": confusion.tolist()}


def planted_slots() -> Kept:
    """Return pairs in which one slot brings all of the difference, and one pair that is level."""
    pairs = tuple(_pair(*two) for two in combinations(THEORIES, 2))
    rows = [
        {"item": i.id, "kind": i.kind, "meaning": i.meaning, "least": 1.0, "most": 1.0,
         "separates": i.id == "terror"}
        for i in ITEMS
    ]  # fmt: skip
    return Kept(pairs, pd.DataFrame(rows), {"stamp": stamp(), "draws": 50, "orders": 4})


def _pair(one: str, other: str) -> Pair:
    apart = 0.0 if {one, other} == {DWS, TC} else 3.0
    sums = [item for item in ITEMS if item.kind == "sum"]
    ends = [{"item": i.id, "kind": i.kind, "better": i.better, "first": 40.0, "second": 40.0 + apart,
             "apart": apart, "apart_error": 0.2} for i in sums]  # fmt: skip
    errors = dict.fromkeys(("share_error", "ahead_error", "back_error"), 0.1)
    moves = [
        {"part": part, "item": i.id, "kind": i.kind, "better": i.better, **errors}
        | dict.fromkeys(
            ("share", "ahead", "back"), apart if (part, i.id) == ("coercion", PATTERNS_MET) else 0.0
        )
        for part in PARTS
        for i in sums
    ]
    return Pair(one, other, dict.fromkeys(PARTS, "differs"), pd.DataFrame(ends), pd.DataFrame(moves))


@pytest.fixture(scope="session")
def kept() -> Results:
    """Return kept results in which it is planted who is ahead, who is level, and by how much."""
    return Results(planted_tournament(), planted_fits(), planted_twin(), planted_slots())
