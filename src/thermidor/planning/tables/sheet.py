"""One sheet of labelled numbers from a file: first column and first line are labels.

Lines that start with ``#`` before the header are remarks.
"""

from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import pandas as pd

from thermidor.errors import Kind, ThermidorError

from .cells import EMPTY

LARGEST = 2 * 1024**3  # bytes: a table as text takes several times its size in memory
UNREADABLE = (ValueError, OSError, KeyError, BadZipFile)  # what readers raise of what they do not understand
KNOWN = (".csv", ".tsv", ".parquet", ".xlsx")


def sheet(path: Path, name: str | None = None) -> pd.DataFrame:
    """Return a sheet as texts and numbers; ``name`` chooses one of a workbook's, else the first.

    Raises ThermidorError if the file is not there, is larger than memory should be asked for, or cannot be
    read.
    """
    guard(path)
    if kind(path) not in KNOWN:
        remedy = f"Known are {', '.join(KNOWN)}."
        raise ThermidorError("is of no known kind", str(path), path.suffix, remedy)
    try:
        found = _loaded(path, name)
    except UNREADABLE as error:
        raise unreadable(path, error) from error
    return _labelled(found, path)


def kind(path: Path) -> str:
    """Return the kind of a file, from the end of its name."""
    return path.suffix.lower()


def separator(path: Path, first: str) -> str:
    """Return what stands between the cells of a text, from its first line: comma, semicolon or tab."""
    return "\t" if kind(path) == ".tsv" else max(",;\t", key=first.count)


def unreadable(path: Path, error: Exception) -> ThermidorError:
    """Return the fault of a file that a reader of its kind does not understand."""
    why = "it is of another kind, or broken" if _is_foreign(path, error) else _first_line(error)
    what = f"cannot be read as {path.suffix} ({why})"
    how = " as UTF-8" if isinstance(error, UnicodeError) else ""
    return ThermidorError(what, str(path), remedy=f"Look whether it opens elsewhere, and save it anew{how}.")


def _is_foreign(path: Path, error: Exception) -> bool:
    """Say whether a reader of workbooks or of Parquet speaks of its own affairs, which help nobody."""
    return kind(path) in (".xlsx", ".parquet") and not isinstance(error, OSError)


def guard(path: Path) -> None:
    """Raise ThermidorError if there is no such file, or if it is empty or too large, before it is opened."""
    if not path.is_file():
        remedy = "Name a file, a folder, or a packaged table (`thermidor plan --list` lists them)."
        raise ThermidorError("there is no such table", "TABLE", str(path), remedy, Kind.MISSING)
    size = path.stat().st_size
    if size == 0:
        raise ThermidorError("is empty", str(path), remedy="Look whether it was saved.")
    if size > LARGEST:
        what = f"has {size / 1024**3:.1f} GiB; tables are read up to {LARGEST / 1024**3:.0f} GiB"
        remedy = "Make the table in Python instead: thermidor.planning.table takes sparse arrays."
        raise ThermidorError(what, str(path), remedy=remedy)


def _loaded(path: Path, name: str | None) -> pd.DataFrame:
    if kind(path) == ".parquet":
        found = pd.read_parquet(path)
        return found.reset_index() if _labels_stand_in_index(found) else found
    if kind(path) == ".xlsx":
        return pd.read_excel(path, sheet_name=name or 0, header=None, dtype=object)
    with path.open(encoding="utf-8-sig") as lines:
        remarks, first = next(((i, one) for i, one in enumerate(lines) if not one.startswith("#")), (0, ""))
    tab = separator(path, first)
    return pd.read_csv(
        path, sep=tab, skiprows=remarks, header=None, dtype=str, keep_default_na=False, encoding="utf-8-sig"
    )


def _labels_stand_in_index(found: pd.DataFrame) -> bool:
    """Say whether a frame has its labels in its index: named, of texts, or beside columns of numbers only."""
    if found.index.name or not pd.api.types.is_numeric_dtype(found.index):
        return True
    plain = isinstance(found.index, pd.RangeIndex)
    return not plain and found.shape[1] > 0 and pd.api.types.is_numeric_dtype(found.dtypes.iloc[0])


def _labelled(found: pd.DataFrame, path: Path) -> pd.DataFrame:
    """Return the frame with its labels; a frame whose columns are numbered has them in its first line."""
    if list(found.columns) == list(range(found.shape[1])):
        found, heads = found.iloc[1:], [str(head).strip() for head in found.iloc[0]]
    else:
        heads = [str(head).strip() for head in found.columns]
    if found.shape[0] == 0 or found.shape[1] < 2:
        raise ThermidorError("holds no table", str(path), remedy="Give labels in the first line and column.")
    rows = [str(label).strip() for label in found.iloc[:, 0]]
    cells = pd.DataFrame(found.iloc[:, 1:].to_numpy(dtype=object), index=rows, columns=heads[1:])
    return _without_blanks(_without_blanks(cells).T).T


def _without_blanks(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the cells less rows that have neither label nor content: spreadsheets leave such."""
    nameless = cells.index.isin(EMPTY)
    blank = [all(str(cell).strip() in EMPTY for cell in row) for row in cells[nameless].to_numpy()]
    kept = ~nameless
    kept[nameless] = ~np.array(blank, dtype=bool)
    return cells[kept]


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
