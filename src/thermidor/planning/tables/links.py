"""A table of flows as a list, for economies with too many products for a square: ``from``, ``to``, ``value``.

A line says how much of FROM goes into TO in a year. Products are what stands under ``from``; the labels of
final use (``final: NAME``), resources (``resource: NAME``), ``output``, ``capacity`` (under ``from``),
``stock`` and ``endowment`` (under ``to``) are those of a table of flows. Each product has one technique;
what is not listed is 0.
"""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from scipy.sparse import coo_array, csc_array

from thermidor.errors import ThermidorError

from ..table import Numbers, Resources, Table, table
from .cells import fault, plain, tell
from .flows import CAPACITY, ENDOWMENT, FINAL, OUTPUT, RESOURCE, STOCK

HEADS = ["to", "value"]


def is_list(frame: pd.DataFrame) -> bool:
    """Say whether a sheet is a list: two columns of these names beside its labels."""
    return list(frame.columns) == HEADS


def from_list(frame: pd.DataFrame, path: Path) -> Table:
    """Return the table of a list of flows; a pair that stands twice is added up.

    Raises ThermidorError if a value is no finite number, or if something goes to what is no product.
    """
    source, target = frame.index, pd.Index(frame["to"].astype(str).str.strip())
    value = plain(frame["value"])
    bad = np.flatnonzero(~np.isfinite(value))
    tell([fault(f"{path}: {source[i]!r} to {target[i]!r}", frame["value"].iloc[i]) for i in bad[:10]], path)
    special = source.str.startswith(RESOURCE) | source.isin([OUTPUT, CAPACITY])
    products = pd.Index(source[~special].unique())
    row, column = products.get_indexer(source), products.get_indexer(target)
    final, stock, held = target.str.startswith(FINAL), target == STOCK, target == ENDOWMENT
    lost = np.flatnonzero((column < 0) & ~(final | stock | held))
    tell([_stranger(path, source[i], target[i]) for i in lost[:10]], path)
    n, inner = len(products), (row >= 0) & (column >= 0)
    flows = csc_array(coo_array((value[inner], (row[inner], column[inner])), shape=(n, n)))
    demand = _sum(row, value, final & (row >= 0), n)
    output = _given(source == OUTPUT, column, value, n, flows.sum(axis=1) + demand)
    per_unit = np.divide(1.0, output, out=np.zeros(n), where=output > 0)
    flows.data *= np.repeat(per_unit, np.diff(flows.indptr))
    return table(
        tuple(products),
        flows,
        demand,
        resources=_resources(source, column, value, held, per_unit),
        capacities=_given(source == CAPACITY, column, value, n, np.where(output > 0, np.inf, 0.0)),
        stocks=_sum(row, value, stock & (row >= 0), n),
        achieved=output,
    )


def _resources(source: pd.Index, column: Any, value: Numbers, held: Any, per_unit: Numbers) -> Resources:
    labels = pd.Index(source[source.str.startswith(RESOURCE)].unique())
    place, n = labels.get_indexer(source), len(per_unit)
    used = np.zeros((len(labels), n))
    into = (place >= 0) & (column >= 0)
    np.add.at(used, (place[into], column[into]), value[into])
    there = used.sum(axis=1)
    given = held & (place >= 0)
    there[place[given]] = value[given]
    names = tuple(label.removeprefix(RESOURCE) for label in labels)
    return Resources(names, ("unit",) * len(names), used * per_unit, there)


def _given(said: Any, column: Any, value: Numbers, n: int, otherwise: Numbers) -> Numbers:
    """Return the numbers that are said, and others where nothing is said."""
    found, chosen = otherwise.astype(float), said & (column >= 0)
    found[column[chosen]] = value[chosen]
    return found


def _sum(place: Any, value: Numbers, chosen: Any, n: int) -> Numbers:
    return np.bincount(place[chosen], value[chosen], n).astype(float)


def _stranger(path: Path, source: str, target: str) -> ThermidorError:
    remedy = "Say what goes into its making or out of it, or write 'final: NAME'."
    return ThermidorError(f"{source!r} goes to what is no product", str(path), target, remedy)
