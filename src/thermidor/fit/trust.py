"""The stored twin result: without one of the same version and laws no comparison on history is printed."""

import json
from collections.abc import Mapping
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np

from .. import __version__
from ..errors import Kind, ThermidorError
from ..files import write_text
from ..lab.cache import folder
from .stamp import stamp
from .summary import LAST
from .twin import Twins, recovery

FEWEST = 20  # twins of each theory below which a result is no ground for trust
Told = dict[str, object]


def record(found: Twins, until: int, bank: int, seed: int) -> Told:
    """Return a twin result as plain data, with the version and laws it holds for."""
    return {
        "version": __version__, "stamp": stamp(), "until": until, "replicates": found.replicates,
        "bank": bank, "seed": seed, "theories": list(found.theories),
        "command": f"thermidor twin --until {until} --replicates {found.replicates}"
        f" --bank {bank} --seed {seed}",
        "confusion": _plain(found.confusion), "probability": _plain(found.probability),
        "log_odds": _plain(_odds(found)), "parameters": recovery(found).round(4).to_dict("records"),
    }  # fmt: skip


def _plain(values: np.ndarray) -> list:
    return np.round(values, 4).tolist()


def _odds(found: Twins) -> np.ndarray:
    """Return the median log Bayes factor of the true theory (row) over another (column)."""
    own = np.einsum("iri->ir", found.log_evidence)
    return np.median(own[:, :, None] - found.log_evidence, axis=1)


def store(told: Told, place: Path | None = None) -> Path:
    """Keep a twin result where fits look for it, and at ``place`` too if one is given."""
    content = json.dumps(told, indent=1) + "\n"
    if place is not None:
        write_text(place, content)
    return write_text(_held(int(str(told["until"]))), content)


def trusted(until: int = LAST) -> Told:
    """Return the stored twin result for fits until a year.

    Raises ThermidorError if there is none of this version and these laws, or one of too few twins.
    """
    with as_file(files("thermidor") / "data" / "twin" / f"twin-{until}.json") as packaged:
        found = [told for place in (_held(until), packaged) if (told := _read(place)) is not None]
    good = [told for told in found if _holds(told)]
    if not good:
        why = "those stored are of other laws or too few" if found else "none is stored"
        remedy = f"Run `thermidor twin --until {until}` first ({FEWEST} replicates at least)."
        raise ThermidorError(
            f"no comparison on history without a twin result of this version; {why}", "twin", None, remedy,
            Kind.MISSING,
        )  # fmt: skip
    return good[0]


def _holds(told: Mapping[str, object]) -> bool:
    enough = int(str(told.get("replicates", 0))) >= FEWEST
    return enough and (told.get("version"), told.get("stamp")) == (__version__, stamp())


def _held(until: int) -> Path:
    return folder().parent / "fit" / stamp() / f"twin-{until}.json"


def _read(place: Path) -> Told | None:
    try:
        told = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return told if isinstance(told, dict) else None
