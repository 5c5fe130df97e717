"""A table of flows: who delivers how much to whom in a year.

Rows and columns are products. A column ``PRODUCT: TECHNIQUE`` is one of several techniques. Other rows are
``resource: NAME``, ``output`` and ``capacity``; other columns ``final: NAME`` (their sum is the demand),
``stock``, ``import`` (the most that can be bought abroad), ``endowment`` (of a resource; without it, what
is used) and ``unit``. A row ``priority`` numbers the columns of final use, the most urgent first. Without
the row ``output`` a product's output is what its row adds up to. Inputs per unit are flows over output.
Of imports and priorities ``balances-pressed`` alone takes notice.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.sparse import csc_array

from thermidor.errors import ThermidorError, did_you_mean

from ..table import Numbers, Priorities, Resources, Table, table
from .cells import amounts, negative, numbers, tell, totals, twice

OUTPUT, CAPACITY, STOCK, ENDOWMENT, UNIT = "output", "capacity", "stock", "endowment", "unit"
IMPORT, PRIORITY = "import", "priority"
RESOURCE, FINAL = "resource: ", "final: "


def from_flows(frame: pd.DataFrame, path: Path) -> Table:
    """Return the table of a frame of flows, all faults of labels and cells told at once.

    Raises ThermidorError.
    """
    rows = [
        label
        for label in frame.index
        if label not in (OUTPUT, CAPACITY, PRIORITY) and not label.startswith(RESOURCE)
    ]
    resources = [label for label in frame.index if label.startswith(RESOURCE)]
    finals = [head for head in frame.columns if head.startswith(FINAL)]
    techniques = [
        head for head in frame.columns if head not in (STOCK, IMPORT, ENDOWMENT, UNIT) and head not in finals
    ]
    doubled = [*twice(frame.index, "row", path), *twice(frame.columns, "column", path)]
    tell([*doubled, *totals(list(dict.fromkeys([*rows, *techniques])), path)], path)
    makes = _makes(rows, techniques, path)
    if not finals and OUTPUT not in frame.index:
        raise ThermidorError("tells of no final use and no output", str(path), remedy=_MARKS)
    flows = amounts(frame, rows, techniques, path)
    final = numbers(frame, rows, finals, path)
    demand = _demand(final, rows, path)
    output = _output(frame, techniques, makes, flows, demand, path)
    per_unit = np.where(output > 0, 1 / np.where(output > 0, output, 1.0), 0.0)
    idle = np.where(output > 0, np.inf, 0.0)  # of what is not made no recipe is known
    return table(
        tuple(rows),
        csc_array(flows * per_unit),
        demand,
        units=tuple(map(str, frame.loc[rows, UNIT])) if UNIT in frame.columns else None,
        techniques=tuple(techniques),
        makes=makes,
        resources=_resources(frame, resources, techniques, per_unit, path),
        capacities=_row(frame, CAPACITY, techniques, path) if CAPACITY in frame.index else idle,
        stocks=amounts(frame, rows, [STOCK], path)[:, 0] if STOCK in frame.columns else None,
        achieved=output,
        imports=amounts(frame, rows, [IMPORT], path)[:, 0] if IMPORT in frame.columns else None,
        priorities=priorities(finals, _row(frame, PRIORITY, finals, path), final.T)
        if PRIORITY in frame.index and finals
        else None,
    )


def _demand(final: Numbers, rows: Sequence[str], path: Path) -> Numbers:
    """Return the demand (n): final uses together, of which one may be below zero, as a fall of stocks."""
    demand = final.sum(axis=1)
    below = [
        negative(f"{path}: demand of {row!r}", float(one))
        for row, one in zip(rows, demand, strict=True)
        if one < 0
    ]
    tell(below, path)
    return demand


def priorities(finals: Sequence[str], ranks: Numbers, amounts: Numbers) -> Priorities:
    """Return the classes of final use (column x product), those of one rank together, the first first.

    Of what nobody asks for all stands in the last class.
    """
    order = np.unique(ranks)
    classes = np.array([np.maximum(amounts[ranks == rank], 0.0).sum(axis=0) for rank in order])
    whole = classes.sum(axis=0)
    parts = np.divide(classes, whole, out=np.zeros(classes.shape), where=whole > 0)
    parts[-1, whole <= 0] = 1.0
    names = [
        ", ".join(one.removeprefix(FINAL) for one, its in zip(finals, ranks, strict=True) if its == rank)
        for rank in order
    ]
    return Priorities(tuple(names), parts)


def _makes(rows: Sequence[str], techniques: Sequence[str], path: Path) -> np.ndarray:
    """Return the product of each technique; every row needs a column, and every column a row."""
    place = {row: i for i, row in enumerate(rows)}
    made = [head if head in place else head.rsplit(": ", 1)[0] for head in techniques]
    faults = [
        ThermidorError(
            "column is no product of the rows", str(path), head, did_you_mean(head, rows) or _MARKS
        )
        for head, product in zip(techniques, made, strict=True)
        if product not in place
    ]
    lacking = [row for row in rows if row not in set(made)]
    faults += [
        ThermidorError("row has no column", str(path), row, "Give the column of what its making takes.")
        for row in lacking
    ]
    tell(faults, path)
    return np.array([place[product] for product in made])


_MARKS = "Columns of final use begin with 'final: ', rows of resources with 'resource: '."


def _output(
    frame: pd.DataFrame,
    techniques: Sequence[str],
    makes: np.ndarray,
    flows: Numbers,
    demand: Numbers,
    path: Path,
) -> Numbers:
    """Return the output (m) of each technique: its row, or what the product's row adds up to."""
    if OUTPUT in frame.index:
        output = _row(frame, OUTPUT, techniques, path)
        idle = [
            t for t, made, used in zip(techniques, output, flows.sum(axis=0), strict=True) if made <= 0 < used
        ]
        tell(
            [
                ThermidorError("takes inputs and makes nothing", str(path), t, "Give its output.")
                for t in idle
            ],
            path,
        )
        return output
    if len(np.unique(makes)) < len(makes):
        raise ThermidorError("products with several techniques need a row 'output'", str(path))
    return (flows.sum(axis=1) + demand)[makes]


def _resources(
    frame: pd.DataFrame, labels: Sequence[str], techniques: Sequence[str], per_unit: Numbers, path: Path
) -> Resources:
    used = amounts(frame, labels, techniques, path)
    there = (
        amounts(frame, labels, [ENDOWMENT], path)[:, 0] if ENDOWMENT in frame.columns else used.sum(axis=1)
    )
    names = tuple(label.removeprefix(RESOURCE) for label in labels)
    units = (
        tuple(map(str, frame.loc[list(labels), UNIT])) if UNIT in frame.columns else ("unit",) * len(names)
    )
    return Resources(names, units, used * per_unit, there)


def _row(frame: pd.DataFrame, label: str, techniques: Sequence[str], path: Path) -> Numbers:
    return amounts(frame, [label], techniques, path)[0]
