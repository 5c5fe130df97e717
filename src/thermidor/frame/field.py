"""What a field of the state is: its kind, unit and meaning, said once."""

from dataclasses import dataclass, field, fields
from typing import Any, Literal, TypeAlias

Kind: TypeAlias = Literal["stock", "level", "signal", "driver", "flow"]
Start: TypeAlias = float | tuple[float, ...] | tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Meta:
    """Describe one field of the state.

    ``stock``: conserved, changes only through the ledger. ``level``: an index or memory that
    persists. ``signal``: decided anew each year. ``driver``: starts each year at nought and
    collects what closures add. ``flow``: what crossed the boundary of the accounts this year.
    """

    kind: Kind
    unit: str
    meaning: str
    start: Start
    axis: tuple[str, ...]
    low: float | None
    high: float | None
    spread: float
    source: str


def _field(kind: Kind, unit: str, meaning: str, start: Start, **rest: Any) -> Any:
    known = {"axis": (), "low": None, "high": None, "spread": 0.0, "source": ""} | rest
    return field(metadata={"meta": Meta(kind, unit, meaning, start, **known)})


def stock(unit: str, meaning: str, start: Start, **rest: Any) -> Any:
    """Declare a conserved stock; ``spread`` is the log standard deviation of its start."""
    return _field("stock", unit, meaning, start, **rest)


def level(unit: str, meaning: str, start: Start, **rest: Any) -> Any:
    """Declare a persisting index or memory, kept inside ``low`` and ``high``."""
    return _field("level", unit, meaning, start, **rest)


def index(meaning: str, start: float, **rest: Any) -> Any:
    """Declare a level between nought and one."""
    return _field("level", "index 0-1", meaning, start, low=0.0, high=1.0, **rest)


def signal(unit: str, meaning: str, start: Start = 0.0, **rest: Any) -> Any:
    """Declare a quantity decided each year; a reader earlier in the year sees last year's."""
    return _field("signal", unit, meaning, start, **rest)


def share(meaning: str, start: float = 0.0, **rest: Any) -> Any:
    """Declare a signal between nought and one."""
    return _field("signal", "share 0-1", meaning, start, low=0.0, high=1.0, **rest)


def driver(unit: str, meaning: str, **rest: Any) -> Any:
    """Declare a sum to which closures add; nought at the start of every year."""
    return _field("driver", unit, meaning, 0.0, **rest)


def flow(unit: str, meaning: str, **rest: Any) -> Any:
    """Declare an account at the boundary: this year's passage in or out."""
    return _field("flow", unit, meaning, 0.0, **rest)


def metas(record: Any) -> dict[str, Meta]:
    """Return the description of every field of a record class, by name."""
    return {f.name: f.metadata["meta"] for f in fields(record)}
