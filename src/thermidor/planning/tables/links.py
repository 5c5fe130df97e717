"""A table of flows as a list, for economies with too many products for a square: ``from``, ``to``, ``value``.

A line says how much of FROM goes into TO in a year. Products are what stands under ``from``; the labels of
final use (``final: NAME``), resources (``resource: NAME``), ``output``, ``capacity`` (under ``from``),
``stock``, ``import`` and ``endowment`` (under ``to``) are those of a table of flows, and a line from
``priority`` to a final use gives its number. Each product has one technique; what is not listed is 0.
"""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from scipy.sparse import coo_array, csc_array

from thermidor.errors import ThermidorError

from ..table import Numbers, Priorities, Resources, Table, table
from .cells import negative, tell
from .flows import CAPACITY, ENDOWMENT, FINAL, IMPORT, OUTPUT, PRIORITY, RESOURCE, STOCK, priorities
from .listed import HEADS, Labelled, Links


def is_list(frame: pd.DataFrame) -> bool:
    """Say whether a sheet is a list: two columns of these names beside its labels."""
    return tuple(frame.columns) == HEADS[1:]


def from_links(links: Links, path: Path) -> Table:
    """Return the table of a list of flows; a pair that stands twice is added up.

    Raises ThermidorError if something goes to what is no product.
    """
    source, target, value = links
    product = ~(source.labels.str.startswith(RESOURCE) | source.labels.isin([OUTPUT, CAPACITY, PRIORITY]))
    products = source.labels[product]
    row = source.each(np.where(product, np.cumsum(product) - 1, -1))
    column = target.each(products.get_indexer(target.labels))
    final, stock, abroad, held = (target.each(one) for one in _ends(target.labels))
    lost = np.flatnonzero((column < 0) & ~(final | stock | abroad | held))
    tell(
        [_stranger(path, source.labels[source.codes[i]], target.labels[target.codes[i]]) for i in lost[:10]],
        path,
    )
    below = np.flatnonzero((row >= 0) & (column >= 0) & (value < 0))
    tell([negative(_between(path, links, i), float(value[i])) for i in below[:10]], path)
    n, inner, own = len(products), (row >= 0) & (column >= 0), row >= 0
    flows = csc_array(coo_array((value[inner], (row[inner], column[inner])), shape=(n, n)))
    demand = _sum(row, value, final & own, n)
    output = _given(source, OUTPUT, column, value, flows.sum(axis=1) + demand)
    per_unit = np.divide(1.0, output, out=np.zeros(n), where=output > 0)
    flows.data *= np.repeat(per_unit, np.diff(flows.indptr))
    return table(
        tuple(products),
        flows,
        demand,
        resources=_resources(source, column, value, held, per_unit),
        capacities=_given(source, CAPACITY, column, value, np.where(output > 0, np.inf, 0.0)),
        stocks=_sum(row, value, stock & own, n),
        achieved=output,
        imports=_sum(row, value, abroad & own, n) if abroad.any() else None,
        priorities=_priorities(links, row, final, n),
    )


def _ends(labels: pd.Index) -> tuple[Any, Any, Any, Any]:
    """Say of each label whether it is final use, stock, import or endowment."""
    return labels.str.startswith(FINAL), labels == STOCK, labels == IMPORT, labels == ENDOWMENT


def _priorities(links: Links, row: Any, final: Any, n: int) -> Priorities | None:
    """Return the classes of final use, if they are numbered; what has no number comes last."""
    source, target, value = links
    ranked = source.each(source.labels == PRIORITY) & final
    if not ranked.any():
        return None
    uses = np.flatnonzero(target.labels.str.startswith(FINAL))
    rank = np.full(len(target.labels), np.inf)
    rank[target.codes[ranked]] = value[ranked]
    amounts = [_sum(row, value, (target.codes == use) & (row >= 0), n) for use in uses]
    return priorities(list(target.labels[uses]), rank[uses], np.array(amounts))


def _resources(source: Labelled, column: Any, value: Numbers, held: Any, per_unit: Numbers) -> Resources:
    is_one = source.labels.str.startswith(RESOURCE)
    labels, n = source.labels[is_one], len(per_unit)
    place = source.each(np.where(is_one, np.cumsum(is_one) - 1, -1))
    used = np.zeros((len(labels), n))
    into = (place >= 0) & (column >= 0)
    np.add.at(used, (place[into], column[into]), value[into])
    there = used.sum(axis=1)
    given = held & (place >= 0)
    there[place[given]] = value[given]
    names = tuple(label.removeprefix(RESOURCE) for label in labels)
    return Resources(names, ("unit",) * len(names), used * per_unit, there)


def _given(source: Labelled, label: str, column: Any, value: Numbers, otherwise: Numbers) -> Numbers:
    """Return the numbers that are said under a label, and others where nothing is said."""
    chosen = source.each(source.labels == label) & (column >= 0)
    found = otherwise.astype(float)
    found[column[chosen]] = value[chosen]
    return found


def _sum(place: Any, value: Numbers, chosen: Any, n: int) -> Numbers:
    return np.bincount(place[chosen], value[chosen], n).astype(float)


def _between(path: Path, links: Links, line: int) -> str:
    source, target, _ = links
    return f"{path}: {source.labels[source.codes[line]]!r} to {target.labels[target.codes[line]]!r}"


def _stranger(path: Path, source: str, target: str) -> ThermidorError:
    remedy = "Say what goes into its making or out of it, or write 'final: NAME'."
    return ThermidorError(f"{source!r} goes to what is no product", str(path), target, remedy)
