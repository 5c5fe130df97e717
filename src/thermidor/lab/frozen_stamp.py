"""What fits at a freeze depend on, in one short name: laws, forcings, record, what is seen and how."""

import hashlib
from functools import cache

from .kept import LAWS, PACKAGE

UNUSED = {"data/ensembles", "data/scenarios"}  # fits at a freeze start from the priors, under history
SEEN = (
    "record", "data/record", "claims/series.py", "claims/view.py", "data/targets.csv", "lab/observe.py",
    "lab/patterns", "lab/implausible.py", "lab/known.py", "lab/targets.py", "lab/block.py", "lab/loop.py",
    "lab/smoother.py", "lab/match.py", "lab/freeze.py", "lab/frozen.py",
)  # fmt: skip


@cache
def stamp() -> str:
    """Return a short name that changes with anything that the fits' numbers depend on."""
    told = hashlib.sha256()
    for part in (*sorted(set(LAWS) - UNUSED), *SEEN):
        place = PACKAGE / part
        for file in [place] if place.is_file() else sorted(place.rglob("*")):
            if file.is_file() and file.suffix in (".py", ".csv", ".json", ".toml"):
                told.update(file.read_bytes())
    return told.hexdigest()[:16]
