"""The decomposition of all pairs that ships with the software: kept small, read by docs and report.

`thermidor slots --all --keep FOLDER` writes it. Of the moves of single patterns and series those are kept
that are no luck and no trifle; of the sums all are.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd

from ..errors import Kind, ThermidorError
from ..files import write_text
from .kept import PACKAGE, digest
from .slots import COLUMNS, Pair, clear_moves

FOLDER = PACKAGE / "data" / "slots"
TOLD = "slots.json"
COMMAND = "thermidor slots --all --keep FOLDER"
DIGITS = 4
SEEN = (
    "record", "data/record", "claims/series.py", "claims/view.py", "lab/observe.py", "lab/patterns",
    "lab/implausible.py", "lab/block.py", "lab/score.py", "lab/outcomes.py", "lab/hybrids.py", "lab/slots.py",
    "score/shapley.py",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kept:
    """Pairs, what separates any two theories (`slots.separates_nobody`), and how they were made."""

    pairs: tuple[Pair, ...]
    separates: pd.DataFrame
    told: Mapping[str, Any]

    @property
    def fresh(self) -> bool:
        """Return whether it was made under the laws, the record and the scores of this version."""
        return self.told["stamp"] == stamp()


@cache
def stamp() -> str:
    """Return a short name that changes with anything that a decomposition's numbers depend on."""
    told = hashlib.sha256(digest().encode())
    for part in SEEN:
        place = PACKAGE / part
        for file in [place] if place.is_file() else sorted(place.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                told.update(file.read_bytes())
    return told.hexdigest()[:16]


def keep(folder: Path, found: Sequence[Pair], separates: pd.DataFrame, how: Mapping[str, object]) -> Path:
    """Write a decomposition, each file wholly or not; raise ThermidorError if it cannot be written."""
    status = [_of(one) | {"part": p, "status": s} for one in found for p, s in one.status.items()]
    tables = {
        "status": pd.DataFrame(status),
        "ends": pd.concat([one.ends.assign(**_of(one)) for one in found]),
        "moves": pd.concat([_worth_keeping(one).assign(**_of(one)) for one in found]),
        "separates": separates,
    }
    for name, table in tables.items():
        write_text(folder / f"{name}.csv", table.round(DIGITS).to_csv(index=False))
    return write_text(folder / TOLD, json.dumps({"stamp": stamp(), **how}, indent=1) + "\n")


@cache
def kept(folder: Path = FOLDER) -> Kept:
    """Return the decomposition kept in a folder, that of the package by default.

    Raises ThermidorError if there is none.
    """
    try:
        told = json.loads((folder / TOLD).read_text(encoding="utf-8"))
        tables = {name: _read(folder / f"{name}.csv") for name in ("status", "ends", "moves", "separates")}
    except OSError as lacking:
        remedy = f"Make it: `{COMMAND}`."
        raise ThermidorError("no decomposition is kept", "slots", None, remedy, Kind.MISSING) from lacking
    names = tables["status"][["one", "other"]].drop_duplicates().itertuples(index=False)
    pairs = tuple(_pair(tables, str(one), str(other)) for one, other in names)
    return Kept(pairs, tables["separates"], told)


def _of(pair: Pair) -> dict[str, str]:
    return {"one": pair.first, "other": pair.second}


def _worth_keeping(pair: Pair) -> pd.DataFrame:
    sums = pair.moves[pair.moves["kind"] == "sum"]
    return pd.concat([sums, clear_moves(pair)]).sort_index()


def _read(place: Path) -> pd.DataFrame:
    return pd.read_csv(StringIO(place.read_text(encoding="utf-8")))


def _pair(tables: Mapping[str, pd.DataFrame], one: str, other: str) -> Pair:
    own = {
        name: table[(table["one"] == one) & (table["other"] == other)].reset_index(drop=True)
        for name, table in tables.items()
        if name != "separates"
    }
    status = dict(zip(own["status"]["part"], own["status"]["status"], strict=True))
    return Pair(one, other, status, own["ends"].drop(columns=["one", "other"]), own["moves"][list(COLUMNS)])
