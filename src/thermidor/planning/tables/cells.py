"""Cells of a sheet as numbers, and what is wrong with cells and labels, told together."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from thermidor.errors import ThermidorError, together

from ..table import Numbers

SHOWN = 5
EMPTY = ("", "nan", "None", "<NA>")
TOTALS = ("total", "totals", "grand total", "sum")


def numbers(frame: pd.DataFrame, rows: Sequence[str], columns: Sequence[str], path: Path) -> Numbers:
    """Return cells (row x column) as finite numbers.

    Raises ThermidorError with the first few that are empty, infinite or no numbers.
    """
    cells = frame.loc[list(rows), list(columns)].to_numpy(dtype=object)
    found = plain(cells.ravel()).reshape(cells.shape)
    bad = np.argwhere(~np.isfinite(found))
    tell([fault(f"{path}: row {rows[i]!r}, column {columns[j]!r}", cells[i, j]) for i, j in bad], path)
    return found


def amounts(frame: pd.DataFrame, rows: Sequence[str], columns: Sequence[str], path: Path) -> Numbers:
    """Return cells (row x column) as finite numbers, zero or more.

    Raises ThermidorError with the first few that are not.
    """
    found = numbers(frame, rows, columns, path)
    bad = np.argwhere(found < 0)
    tell(
        [negative(f"{path}: row {rows[i]!r}, column {columns[j]!r}", float(found[i, j])) for i, j in bad],
        path,
    )
    return found


def negative(where: str, amount: float) -> ThermidorError:
    """Return the fault of an amount below zero."""
    return ThermidorError("is negative", where, amount, "Give zero or more.")


def plain(cells: Any) -> Numbers:
    """Return cells as numbers, NaN for what is none."""
    return np.asarray(pd.to_numeric(pd.Series(cells, dtype=object), errors="coerce"), dtype=float)


def fault(where: str, cell: object) -> ThermidorError:
    """Return the fault of a cell that is no finite number."""
    if str(cell).strip() in EMPTY:
        return ThermidorError("is empty", where, remedy="Write 0 where nothing flows.")
    if np.isinf(plain([cell])[0]):
        return ThermidorError("is infinite", where, cell, "Write the amount of a year.")
    return ThermidorError(
        "is no number", where, cell, "Write plain numbers: a point for decimals, nothing between thousands."
    )


def twice(labels: pd.Index, what: str, path: Path) -> Iterator[ThermidorError]:
    """Yield the faults of labels that stand twice or lack."""
    for label in dict.fromkeys(labels[labels.duplicated()]):
        yield ThermidorError(f"{what} stands twice", str(path), label, "Rename one, or add the two up.")
    for place in np.flatnonzero(labels.isin(["", "nan", "None"])):
        yield ThermidorError(f"{what} {int(place) + 1} has no label", str(path), remedy="Name it.")


def totals(labels: Sequence[str], path: Path) -> Iterator[ThermidorError]:
    """Yield the faults of labels that are sums of the others: they would count everything twice."""
    for label in labels:
        if label.casefold() in TOTALS:
            yield ThermidorError("is a sum and no product", str(path), label, "Leave it out.")


def tell(faults: Sequence[ThermidorError], path: Path) -> None:
    """Raise the faults as one, the first few in full; with none, do nothing."""
    if len(faults) > SHOWN:
        more = ThermidorError(f"{len(faults) - SHOWN} more faults of this kind", str(path))
        faults = [*faults[:SHOWN], more]
    if faults:
        raise together(faults)
