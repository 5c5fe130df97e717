"""Any id explained, with the mechanisms that touch it."""

import inspect
from functools import lru_cache
from typing import Any

import numpy as np

from ..frame.state import METAS
from ..lab.explain import explain
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
    parts = dict(found.parts)
    listed = lambda head: [m for m in parts.get(head, "").split(", ") if m in known()]  # noqa: E731
    own = [name] if name in known() else []
    return {"id": found.id, "kind": found.kind, "parts": found.parts,
            "mechanisms": own or listed("Changed by"), "readers": listed("Read by")}  # fmt: skip


def _lever(name: str) -> dict[str, Any]:
    lever = LEVERS[name]
    first, last = lever.span
    parts = [
        ("Meaning", lever.meaning), ("Takes", lever.domain.words()), ("In history", f"{lever.historical}"),
        ("Unit", lever.unit or "none"), ("Years", f"{first} to {last}, unless a scenario names others"),
    ]  # fmt: skip
    changed = sorted({n for value in lever.examples() for n in _touched(name, value)})
    readers = [m for m, one in known().items() if _reads(one, changed)]
    why = [("Why it is here", lever.ours)] if lever.ours else []
    numbers = [("Changes", ", ".join(changed) or "nothing")]
    return {
        "id": name,
        "kind": "lever",
        "parts": [*parts, *numbers, *why],
        "mechanisms": readers,
        "readers": readers,
    }


def _touched(name: str, value: Any) -> list[str]:
    course = LEVERS[name].course(value)
    return [*course.levers, *course.drives, *course.start]


def _reads(one: object, names: list[str]) -> bool:
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
    return {"id": name, "kind": "series", "parts": parts, "mechanisms": list(dict.fromkeys(makers)),
            "readers": []}  # fmt: skip


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
