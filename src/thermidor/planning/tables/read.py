"""A table by its name: packaged, a file, a workbook, or a folder."""

from importlib.resources import files
from pathlib import Path

import pandas as pd

from ..table import Table
from .flows import from_flows
from .links import from_list, is_list
from .regions import FLOWS, from_regions
from .sheet import sheet
from .supply_use import from_supply_and_use

SUPPLY, USE = "supply", "use"


def packaged() -> tuple[str, ...]:
    """Return the names of the tables that come with the package."""
    folder = files("thermidor") / "data" / "tables"
    names = sorted(one.name for one in folder.iterdir())
    return tuple(name.removesuffix(".csv") for name in names if name.endswith(".csv"))


def read(name: str) -> Table:
    """Return the table of this name: a packaged one, a file, or a folder.

    A file whose columns are ``from``, ``to``, ``value`` is read as a list of flows. A folder holds
    ``supply.csv`` and ``use.csv`` (or other kinds), or ``Z.txt`` and ``Y.txt`` as pymrio saves them; a
    workbook with sheets ``supply`` and ``use`` is read as these, any other by its first sheet.

    Raises ThermidorError if there is no such table, or if it is no table of an economy.
    """
    if name in packaged():
        path = Path(str(files("thermidor") / "data" / "tables" / f"{name}.csv"))
        return from_flows(sheet(path), path)
    path = Path(name)
    if path.is_dir():
        return _folder(path)
    found = sheet(path)
    if path.suffix == ".xlsx" and {SUPPLY, USE} <= set(pd.ExcelFile(path).sheet_names):
        return from_supply_and_use(sheet(path, SUPPLY), sheet(path, USE), path)
    return from_list(found, path) if is_list(found) else from_flows(found, path)


def _folder(path: Path) -> Table:
    if (path / FLOWS).is_file():
        return from_regions(path)
    parts = [next(iter(sorted(path.glob(f"{part}.*"))), path / f"{part}.csv") for part in (SUPPLY, USE)]
    return from_supply_and_use(sheet(parts[0]), sheet(parts[1]), path)
