"""What a fit depends on, in one short name: laws, forcings, ensembles, record, what is seen and how."""

import hashlib
from functools import cache
from pathlib import Path

from ..lab.kept import PACKAGE, digest

SEEN = (
    "fit", "claims/series.py", "claims/view.py", "record", "data/record", "lab/observe.py", "lab/patterns",
    "lab/implausible.py", "lab/block.py", "lab/score.py",
)  # fmt: skip


@cache
def stamp() -> str:
    """Return a short name that changes with anything that a fit's numbers depend on."""
    told = hashlib.sha256(digest().encode())
    for part in SEEN:
        for file in _files(PACKAGE / part):
            told.update(file.read_bytes())
    return told.hexdigest()[:16]


def _files(place: Path) -> list[Path]:
    files = [place] if place.is_file() else sorted(place.rglob("*"))
    return [file for file in files if file.is_file() and file.suffix != ".pyc"]
