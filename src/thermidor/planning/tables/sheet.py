"""One sheet of labelled numbers from a file: first column and first line are labels.

Lines that start with ``#`` before the header are remarks.
"""

from pathlib import Path
from zipfile import BadZipFile

import pandas as pd

from thermidor.errors import Kind, ThermidorError

LARGEST = 2 * 1024**3  # bytes: a table as text takes several times its size in memory
KNOWN = (".csv", ".tsv", ".parquet", ".xlsx")


def sheet(path: Path, name: str | None = None) -> pd.DataFrame:
    """Return a sheet as texts and numbers; ``name`` chooses one of a workbook's, else the first.

    Raises ThermidorError if the file is not there, is larger than memory should be asked for, or cannot be
    read.
    """
    guard(path)
    if path.suffix not in KNOWN:
        remedy = f"Known are {', '.join(KNOWN)}."
        raise ThermidorError("is of no known kind", str(path), path.suffix, remedy)
    try:
        found = _loaded(path, name)
    except (ValueError, OSError, KeyError, BadZipFile) as error:
        raise unreadable(path, error) from error
    return _labelled(found, path)


def unreadable(path: Path, error: Exception) -> ThermidorError:
    """Return the fault of a file that a reader of its kind does not understand."""
    what = f"cannot be read as {path.suffix} ({_first_line(error)})"
    return ThermidorError(what, str(path), remedy="Look whether it opens elsewhere, and save it anew.")


def guard(path: Path) -> None:
    """Raise ThermidorError if there is no such file, or if it is too large, before it is opened."""
    if not path.is_file():
        remedy = "Name a file, a folder, or a packaged table (`thermidor plan --list` lists them)."
        raise ThermidorError("there is no such table", "TABLE", str(path), remedy, Kind.MISSING)
    size = path.stat().st_size
    if size > LARGEST:
        what = f"has {size / 1024**3:.1f} GiB; tables are read up to {LARGEST / 1024**3:.0f} GiB"
        remedy = "Make the table in Python instead: thermidor.planning.table takes sparse arrays."
        raise ThermidorError(what, str(path), remedy=remedy)


def _loaded(path: Path, name: str | None) -> pd.DataFrame:
    if path.suffix == ".parquet":
        found = pd.read_parquet(path)
        return found.reset_index() if isinstance(found.index, pd.Index) and found.index.name else found
    if path.suffix == ".xlsx":
        return pd.read_excel(path, sheet_name=name or 0, header=None, dtype=object)
    with path.open(encoding="utf-8-sig") as lines:
        remarks = next((i for i, line in enumerate(lines) if not line.startswith("#")), 0)
    tab = "\t" if path.suffix == ".tsv" else ","
    return pd.read_csv(
        path, sep=tab, skiprows=remarks, header=None, dtype=str, keep_default_na=False, encoding="utf-8-sig"
    )


def _labelled(found: pd.DataFrame, path: Path) -> pd.DataFrame:
    """Return the frame with its labels; a frame whose columns are numbered has them in its first line."""
    if list(found.columns) == list(range(found.shape[1])):
        found, heads = found.iloc[1:], [str(head).strip() for head in found.iloc[0]]
    else:
        heads = [str(head).strip() for head in found.columns]
    if found.shape[0] == 0 or found.shape[1] < 2:
        raise ThermidorError("holds no table", str(path), remedy="Give labels in the first line and column.")
    rows = [str(label).strip() for label in found.iloc[:, 0]]
    return pd.DataFrame(found.iloc[:, 1:].to_numpy(dtype=object), index=rows, columns=heads[1:])


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
