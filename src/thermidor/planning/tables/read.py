"""A table by its name: packaged, a file, a workbook, or a folder."""

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import pandas as pd
from pyarrow import ArrowInvalid

from thermidor.errors import Kind, ThermidorError

from ..table import Table
from .flows import from_flows
from .links import from_links, is_list
from .listed import Links, Reading, is_listed, of_file, of_frame
from .regions import from_regions, kind_of
from .sheet import UNREADABLE, guard, kind, sheet, unreadable
from .supply_use import from_supply_and_use

SUPPLY, USE, FLOWS = "supply", "use", "flows"


def packaged() -> tuple[str, ...]:
    """Return the names of the tables that come with the package."""
    folder = files("thermidor") / "data" / "tables"
    names = sorted(one.name for one in folder.iterdir())
    return tuple(name.removesuffix(".csv") for name in names if name.endswith(".csv"))


def unread(share: float) -> None:
    """Let the reading pass unseen."""


def read(name: str, reading: Reading = unread) -> Table:
    """Return the table of this name: a packaged one, a file, or a folder.

    A file whose columns are ``from``, ``to``, ``value`` is read as a list of flows. A folder holds
    ``supply.csv`` and ``use.csv`` (or other kinds), or ``Z`` and ``Y`` as pymrio saves them; a
    workbook with sheets ``supply`` and ``use`` is read as these, any other by its one sheet, or by the one
    named ``flows``. ``reading`` is told which share of a list, which may be long, has been read.

    Raises ThermidorError if there is no such table, or if it is no table of an economy.
    """
    if name in packaged():
        path = Path(str(files("thermidor") / "data" / "tables" / f"{name}.csv"))
        return from_flows(sheet(path), path)
    path = Path(name)
    if path.is_dir():
        return _folder(path)
    guard(path)
    if is_listed(path):
        return from_links(_links(path, reading), path)
    sheets = _sheets(path) if kind(path) == ".xlsx" else {}
    if {SUPPLY, USE} <= set(sheets):
        return from_supply_and_use(sheet(path, sheets[SUPPLY]), sheet(path, sheets[USE]), path)
    found = sheet(path, _one_of(sheets, path))
    return from_links(of_frame(found, path), path) if is_list(found) else from_flows(found, path)


def _sheets(path: Path) -> dict[str, str]:
    """Return the names of a workbook's sheets by the same in small letters."""
    try:
        with pd.ExcelFile(path) as book:
            return {str(name).strip().lower(): str(name) for name in book.sheet_names}
    except UNREADABLE as error:
        raise unreadable(path, error) from error


def _one_of(sheets: Mapping[str, str], path: Path) -> str | None:
    """Return the name of the sheet that holds the table; none if there is but one."""
    if len(sheets) > 1 and FLOWS not in sheets:
        remedy = f"Name the sheet of the table {FLOWS!r}, or leave no other."
        raise ThermidorError("holds several sheets", str(path), ", ".join(sheets.values()), remedy)
    return sheets.get(FLOWS)


def _links(path: Path, reading: Reading) -> Links:
    try:
        return of_file(path, reading)
    except ArrowInvalid as error:
        raise unreadable(path, error) from error


def _folder(path: Path) -> Table:
    saved = kind_of(path)
    if saved is not None:
        return from_regions(path, saved)
    parts = {part: sorted(path.glob(f"{part}.*")) for part in (SUPPLY, USE)}
    lacking = [part for part, found in parts.items() if not found]
    if lacking:
        remedy = f"It lacks {' and '.join(lacking)}. Give both as .csv, or Z and Y as pymrio saves them."
        what = "there is no such table in this folder"
        raise ThermidorError(what, "TABLE", str(path), remedy, Kind.MISSING)
    return from_supply_and_use(sheet(parts[SUPPLY][0]), sheet(parts[USE][0]), path)
