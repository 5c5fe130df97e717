"""Faults as a page is told them, and reading that survives whatever an address, file or frame holds."""

import json
from collections.abc import Callable
from typing import Any, TypeVar

from ..errors import Kind, ThermidorError
from ..outside import Scenario, read_query, read_toml
from ..outside.check import read_plain

STATUS = {Kind.BAD_INPUT: 400, Kind.MISSING: 404}
LONGEST_TEXT = 100_000  # characters of a scenario file
LONGEST_ADDRESS = 8_000
LONGEST_TITLE = 300
T = TypeVar("T")


def told(fault: ThermidorError) -> dict[str, Any]:
    """Return a fault as plain data."""
    value = None if fault.value is None else str(fault.value)[:LONGEST_TITLE]
    return {
        "message": fault.message[:2000],
        "what": fault.what,
        "where": fault.where,
        "value": value,
        "remedy": fault.remedy.strip()[:2000],
    }


def own(fault: Exception) -> ThermidorError:
    """Return a fault that is the studio's own, as a reader is told it."""
    return ThermidorError("the studio failed", "run", type(fault).__name__, "The terminal says more.")


def status(fault: ThermidorError) -> int:
    """Return the status with which a fault is answered."""
    return STATUS.get(fault.kind, 500)


def parsed(text: str | bytes, where: str) -> Any:
    """Return JSON as plain values; raises ThermidorError if it is none."""
    return _tried(lambda: json.loads(text), where, "is not JSON")


def from_toml(text: str) -> Scenario:
    """Return the scenario of a TOML text; raises ThermidorError with every fault."""
    _short(text, LONGEST_TEXT, "file")
    return _modest(_tried(lambda: read_toml(text, "file"), "file", "cannot be read as TOML"))


def from_query(query: str) -> Scenario:
    """Return the scenario of a query string; raises ThermidorError with every fault."""
    _short(query, LONGEST_ADDRESS, "address")
    return _modest(_tried(lambda: read_query(query), "address", "cannot be read"))


def from_plain(plain: object, where: str) -> Scenario:
    """Return the scenario of plain values; raises ThermidorError with every fault."""
    if not isinstance(plain, dict):
        raise ThermidorError("is not a table", where, remedy="Send a scenario as a table of keys.")
    return _modest(_tried(lambda: read_plain(plain, where), where, "cannot be read"))


def _tried(read: Callable[[], T], where: str, what: str) -> T:
    """Read; tell nesting without end and numbers without end as faults of the input."""
    try:
        return read()
    except RecursionError as error:
        raise ThermidorError(f"{what} (nested too deeply)", where, remedy="Flatten it.") from error
    except (ValueError, OverflowError) as error:
        raise ThermidorError(
            f"{what} ({str(error)[:200]})", where, remedy="Mend it and try again."
        ) from error


def _short(text: str, most: int, where: str) -> None:
    if len(text) > most:
        raise ThermidorError("is too long", where, len(text), f"At most {most:,} characters are read.")


def _modest(one: Scenario) -> Scenario:
    """Return the scenario if no text in it is longer than a page can show."""
    for name, text in (("id", one.id), ("title", one.title), ("metric", one.metric)):
        _short(text, LONGEST_TITLE, name)
    return one
