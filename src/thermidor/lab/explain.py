"""Explain any id: what it is, its equation, source and numbers, where it is used."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..claims.asserted import asserted
from ..errors import unknown
from ..frame.derived import DERIVED
from ..frame.forcing import FORCINGS
from ..frame.lever import LEVERS
from ..frame.mechanism import Mechanism, parameters
from ..frame.state import METAS
from ..run import MODEL
from ..theories import THEORIES
from . import shelved
from .belief import mechanism_id, mechanisms
from .canon import mechanism_homes, slot_homes, table
from .claim_text import described
from .observe import OBSERVED
from .patterns import PATTERNS
from .touches import changers, readers, sources


@dataclass(frozen=True, slots=True)
class Explanation:
    """What an id means: its kind and paragraphs of (heading, text)."""

    id: str
    kind: str
    parts: tuple[tuple[str, str], ...]


def explain(name: str) -> Explanation:
    """Return the explanation of a variable, mechanism, closure, theory, lever, pattern, series or claim id.

    Raises ThermidorError with the nearest known ids if there is none of that name.
    """
    for kind, found in _finders():
        parts = found(name)
        if parts:
            return Explanation(name, kind, tuple(parts))
    raise unknown("id", "explain", name, known_ids())


def known_ids() -> tuple[str, ...]:
    """Return every id that can be explained."""
    canon = [*table("mechanisms")["id"], *asserted()]
    model = [mechanism_id(one) for one in mechanisms()]
    rest = [p.id for p in PATTERNS] + [o.series for o in OBSERVED]
    return tuple(dict.fromkeys([*METAS, *DERIVED, *model, *canon, *THEORIES, *FORCINGS, *LEVERS, *rest]))


Parts = list[tuple[str, str]]


def _finders() -> Iterator[tuple[str, Callable[[str], Parts]]]:
    yield "variable", _variable
    yield "mechanism", _mechanism
    yield "canon mechanism", _canon_mechanism
    yield "theory", _theory
    yield "claim", _claim
    yield "forcing", lambda name: _outside(FORCINGS, name)
    yield "lever of the frame", lambda name: _outside(LEVERS, name)
    yield "pattern", _pattern


def _variable(name: str) -> Parts:
    if name in DERIVED:
        return [
            ("Meaning", DERIVED[name].meaning),
            ("Unit", DERIVED[name].unit),
            ("Kind", "derived, never set"),
            ("Computed from", ", ".join(sources(name))),
        ]
    if name not in METAS:
        return []
    meta = METAS[name]
    return [("Meaning", meta.meaning), ("Unit", meta.unit), ("Kind", meta.kind), ("Start", f"{meta.start}"),
             ("Changed by", ", ".join(changers(name)) or "nothing"),
             ("Read by", ", ".join(readers(name)) or "no mechanism: it is there to be looked at"),
             *_computed(name)]  # fmt: skip


def _mechanism(name: str) -> Parts:
    one = next((m for m in mechanisms() if mechanism_id(m) == name), None)
    return [] if one is None else _described(one)


def _described(one: Mechanism) -> Parts:
    users = [t.id for t in THEORIES.values() if type(one) in t.strengths()]
    phase = next(p for p, row in MODEL.items() if one in row)
    uses = (
        "shared body"
        if "strength" not in parameters(one)
        else ", ".join(users) or "no theory (reachable by weights)"
    )
    signs = "; ".join(f"{s.cause} -> {s.result} ({'+' if s.sign > 0 else '-'})" for s in one.signs)
    numbers = "\n".join(
        f"{n} = {p.value:g} {p.unit}; {_prior(p.prior)}; {p.source}" for n, p in parameters(one).items()
    )
    text = inspect.getdoc(inspect.getmodule(type(one))) or ""
    return [("Equation and example", text), ("Source", one.source), ("Phase", phase), ("Used by", uses),
            ("Claims", signs), ("Numbers", numbers or "none"), ("Canon", ", ".join(one.canon))]  # fmt: skip


def _canon_mechanism(name: str) -> Parts:
    rows = table("mechanisms")
    found = rows[rows["id"] == name]
    if found.empty:
        return []
    row, homes = found.iloc[0], mechanism_homes()[name]
    return [("Statement", row["statement"]), ("Tier", row["tier"]), ("Slot", row["closure_slot"] or "none"),
            ("Lives in", ", ".join(homes) or "no home yet")]  # fmt: skip


def _theory(name: str) -> Parts:
    if name not in THEORIES:
        return []
    one, rows = THEORIES[name], slot_homes()
    slots = [(f"Slot {r.slot}", f"{r.rule}: {r.closures or 'body alone'}{_from(r.inherited)}")
             for r in rows[rows["theory"] == name].itertuples()]  # fmt: skip
    return [("Name", one.name), ("Authors", one.authors), ("Seed", one.seed), *slots]


def _claim(name: str) -> Parts:
    if name not in asserted():
        return []
    found = shelved.board()
    made = shelved.about()
    told = described(name, found[found["claim"] == name])
    return [("Claim", told), ("Computed by", f"{made['command']}, {made['draws']} draws per theory")]


def _outside(known: dict, name: str) -> Parts:
    if name not in known:
        return []
    return [
        ("Meaning", known[name].meaning),
        ("Unit", known[name].unit),
        ("Historical value", f"{known[name].start}"),
    ]


def _pattern(name: str) -> Parts:
    one = next((p for p in PATTERNS if p.id == name), None)
    if one is None:
        return []
    return [("Meaning", one.meaning), ("Band", f"{one.low:g} to {one.high:g}"), ("Source", one.source)]


def _computed(name: str) -> Parts:
    found = [one for one in DERIVED if name in sources(one)]
    return [("Derived from it", ", ".join(found))] if found else []


def _prior(prior: object) -> str:
    return f"prior {prior}" if prior is not None else "fixed"


def _from(theory: str) -> str:
    return f" (inherited from {theory})" if theory else ""
