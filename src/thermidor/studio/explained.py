"""Any id explained, with the mechanisms that touch it."""

import inspect
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import numpy as np

from ..frame.derived import DERIVED
from ..frame.state import METAS
from ..lab.explain import explain
from ..lab.touches import changers, readers, sources
from ..outside import LEVERS, YEARS
from ..run import rows
from .mechanisms import known
from .quantities import QUANTITIES


@lru_cache(maxsize=1024)
def one(name: str) -> dict[str, Any]:
    """Return what an id means and where it is used; raises ThermidorError if there is none of that name."""
    if name in LEVERS:
        return _lever(name)
    observed = QUANTITIES[name].observed if name in QUANTITIES else None
    if observed is not None:
        return _series(name)
    found = explain(name)
    own = [name] if name in known() else []
    return {"id": found.id, "kind": found.kind, "parts": found.parts,
            "mechanisms": list(dict.fromkeys([*own, *_movers(name)]))}  # fmt: skip


def _movers(name: str) -> list[str]:
    """Return the mechanisms that change a variable; of a derived one, its sources."""
    fields = sources(name) if name in DERIVED else (name,)
    return [mechanism for field in fields for mechanism in changers(field)]


def _lever(name: str) -> dict[str, Any]:
    lever = LEVERS[name]
    first, last = lever.span
    parts = [
        ("Meaning", lever.meaning), ("Takes", lever.domain.words()), ("In history", f"{lever.historical}"),
        ("Unit", lever.unit or "none"), ("Years", f"{first} to {last}, unless a scenario names others"),
    ]  # fmt: skip
    courses = [lever.course(value) for value in lever.examples()]
    switched = {one for course in courses for one in course.levers}
    fields = {one for course in courses for one in (*course.drives, *course.start)}
    changed = sorted(switched | fields)
    moved = {m for field in fields for m in readers(field)}
    reading = [m for m, one in known().items() if m in moved or _reads(one, switched)]
    why = [("Why it is here", lever.ours)] if lever.ours else []
    numbers = [("Changes", ", ".join(changed) or "nothing")]
    return {
        "id": name,
        "kind": "lever",
        "parts": [*parts, *numbers, *why],
        "mechanisms": reading,
    }


def _reads(one: object, names: Iterable[str]) -> bool:
    """Return whether the text of a mechanism reads one of the levers."""
    text = inspect.getsource(type(one))
    return any(f"lever.{name}" in text for name in names)


def _series(name: str) -> dict[str, Any]:
    """Return a recorded series: the fields of the model it is held against, and what makes them."""
    quantity, seen = QUANTITIES[name], _Noted()
    quantity.values(seen)
    fields = sorted(seen.names)
    makers = [m for field in fields for m in one(field)["mechanisms"]]
    parts = [
        ("Meaning", quantity.title), ("Unit", quantity.unit), ("Use", quantity.about),
        ("Held against", "; ".join(f"{field}: {METAS[field].meaning}" for field in fields)),
    ]  # fmt: skip
    return {"id": name, "kind": "series", "parts": parts, "mechanisms": list(dict.fromkeys(makers))}


class _Noted(dict[str, np.ndarray]):
    """A run of zeros that remembers which of its fields were read."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def __missing__(self, name: str) -> np.ndarray:
        self.names.add(name)
        return np.zeros((1, len(YEARS), *rows()[name][2]))

    def __contains__(self, name: object) -> bool:
        return name in rows()
