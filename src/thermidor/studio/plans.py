"""Plans for a packaged table or for one that a page sends as text."""

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from time import monotonic
from typing import Any

from ..errors import ThermidorError, unknown
from ..planning import Reports, Table
from ..planning.catalogue import PROCEDURES, find
from ..planning.plain import plain
from ..planning.tables import changed_demand, packaged
from ..planning.tables import read as read_table
from . import made_up
from .plan_words import forms, measures, verdict

LARGEST, MOST_PRODUCTS, MOST_CHANGES, MOST_ROUNDS = 900_000, 1000, 200, 100_000
LONGEST_CHANGE = 300
PATIENCE = 20.0  # seconds until a procedure by rounds is stopped
USUAL, UPLOADED = "linear-programme", "uploaded"
_ONE_AT_A_TIME = Lock()


def menu() -> dict[str, Any]:
    """Return the packaged tables and the procedures."""
    return {
        "tables": [_about(name) for name in names()],
        "procedures": [
            {"name": one.name, "source": one.source, "what": (type(one).__doc__ or "").splitlines()[0]}
            for one in PROCEDURES
        ],
    }  # fmt: skip


def names() -> tuple[str, ...]:
    """Return the names of the tables to choose from."""
    return (*packaged(), made_up.NAME)


def table(name: str) -> dict[str, Any]:
    """Return the products of a table, what is asked of each, and the resources."""
    return _told(name, _packaged(name))


def look(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the same of a table that a page sends as text."""
    return _told(UPLOADED, _table({"csv": given.get("csv")}))


def as_csv(name: str) -> str:
    """Return a table as the text it is read from: an example of the format."""
    if name == made_up.NAME:
        return made_up.text()
    _packaged(name)
    return (files("thermidor") / "data" / "tables" / f"{name}.csv").read_text(encoding="utf-8")


def _told(name: str, known: Table) -> dict[str, Any]:
    rows = zip(known.products, known.units, known.demand.tolist(), strict=True)
    held = zip(known.resources.names, known.resources.units, known.resources.endowments.tolist(), strict=True)
    return {
        "name": name, "products": [{"name": p, "unit": u, "asked": d} for p, u, d in rows],
        "resources": [{"name": p, "unit": u, "there": d} for p, u, d in held],
    }  # fmt: skip


def make(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the plan that a request asks for; raises ThermidorError with what is wrong."""
    procedure = find(_word(given, "procedure", USUAL))
    reports = Reports(changed_demand(_table(given), _changes(given)))
    with _ONE_AT_A_TIME:
        made = procedure(reports, _rounds(given), _patient())
    return {
        "table": UPLOADED if "csv" in given else given["table"], "source": procedure.source,
        **plain(reports, made),
        "verdict": verdict(reports, made), "measures": measures(reports, made),
        **forms(_file(given), procedure.name, _changes(given)),
    }  # fmt: skip


def _file(given: Mapping[str, Any]) -> str:
    """Return what the command line is to read: a packaged table by its name, any other as a file."""
    if "csv" in given:
        return _word(given, "name", f"{UPLOADED}.csv")[:LONGEST_CHANGE]
    return f"{made_up.NAME}.csv" if given["table"] == made_up.NAME else given["table"]


def _about(name: str) -> dict[str, Any]:
    known = _packaged(name)
    return {"name": name, "products": len(known.products), "resources": len(known.resources.names)}


def _packaged(name: str) -> Table:
    """Return a table of the menu; a path is none, so that no file of this machine is read by its name."""
    if name not in names():
        raise unknown("table", "table", name[:200], names())
    return _read(made_up.text()) if name == made_up.NAME else read_table(name)


def _table(given: Mapping[str, Any]) -> Table:
    if "csv" not in given:
        return _packaged(_word(given, "table", ""))
    text = given["csv"]
    if not isinstance(text, str) or len(text) > LARGEST:
        raise ThermidorError("is no text of modest length", "csv", remedy=f"At most {LARGEST:,} characters.")
    wide = max(text.splitlines() or [""], key=len).count(",")
    if max(wide, text.count("\n")) > MOST_PRODUCTS:
        remedy = f"At most {MOST_PRODUCTS} products; larger tables go through `thermidor plan`."
        raise ThermidorError("is too large for a page", "csv", remedy=remedy)
    return _read(text)


def _read(text: str) -> Table:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_text(text, encoding="utf-8")
        try:
            return read_table(str(path))
        except ThermidorError as fault:
            said = fault.remedy.replace(str(path), "csv")  # where it lay for a moment helps nobody
            raise ThermidorError(fault.what, "csv", None, said) from fault


def _changes(given: Mapping[str, Any]) -> list[str]:
    """Return changes of demand; each must be PRODUCT=AMOUNT, for a bare word could name a file."""
    changes = given.get("demand") or []
    if not isinstance(changes, list) or len(changes) > MOST_CHANGES or not all(map(_is_change, changes)):
        raise ThermidorError(
            "is no list of changes", "demand", remedy="Write PRODUCT=AMOUNT or PRODUCT=+20%."
        )
    return changes


def _is_change(one: object) -> bool:
    fits = isinstance(one, str) and one.isprintable() and "=" in one and len(one) < LONGEST_CHANGE
    return fits and not Path(str(one)).is_file()


def _rounds(given: Mapping[str, Any]) -> int:
    rounds = given.get("rounds")
    if rounds is None:
        return MOST_ROUNDS
    if isinstance(rounds, bool) or not isinstance(rounds, int) or not 1 <= rounds <= MOST_ROUNDS:
        raise ThermidorError("is no number of rounds", "rounds", remedy=f"Take 1 to {MOST_ROUNDS:,}.")
    return rounds


def _word(given: Mapping[str, Any], key: str, usual: str) -> str:
    word = given.get(key, usual)
    if not isinstance(word, str):
        raise ThermidorError("is no text", key)
    return word


def _patient() -> Any:
    """Return what watches the rounds and stops them when a page has waited long enough."""
    end = monotonic() + PATIENCE

    def watch(round_: int, _: float) -> None:
        if monotonic() > end:
            remedy = f"Ask for fewer rounds than {round_:,}, or use `thermidor plan`."
            raise ThermidorError(f"was not done in {PATIENCE:.0f} seconds", "procedure", remedy=remedy)

    return watch
