"""What a table must be: shapes that fit, labels that name, numbers that can be quantities."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from thermidor.errors import ThermidorError, together

if TYPE_CHECKING:
    from .table import Table

WHOLE = 1e-6  # by which parts of a whole may miss it
SHOWN = 5  # faults of a kind told one by one; of more the number is told


def check(table: "Table") -> None:
    """Raise one ThermidorError that tells all faults of shape, then of labels and numbers."""
    for faults in (_shapes(table), _contents(table)):
        found = list(faults)
        if found:
            raise together(found)


def _shapes(table: "Table") -> Iterator[ThermidorError]:
    n, m = len(table.products), len(table.makes)
    resources, pollution = table.resources, table.pollution
    r, q = len(resources.names), len(pollution.names)
    wanted: dict[str, tuple[Any, tuple[int, ...]]] = {
        "inputs": (table.inputs, (n, m)),
        "capacities": (table.capacities, (m,)),
        "stocks": (table.stocks, (n,)),
        "demand": (table.demand, (n,)),
        "branches": (table.branches, (m,)),
        "achieved": (table.achieved, (m,)),
        "resources.needs": (resources.needs, (r, m)),
        "resources.endowments": (resources.endowments, (r,)),
        "pollution.emissions": (pollution.emissions, (q, m)),
        "pollution.limits": (pollution.limits, (q,)),
    }
    if table.imports is not None:
        wanted["imports"] = (table.imports, (n,))
    if table.priorities is not None:
        wanted["priorities.parts"] = (table.priorities.parts, (len(table.priorities.names), n))
    for name, (array, shape) in wanted.items():
        if array.shape != shape:
            yield _wrong(name, f"has shape {array.shape}", f"{n} products and {m} techniques need {shape}.")
    for name, labels, size in (("units", table.units, n), ("techniques", table.techniques, m)):
        if len(labels) != size:
            yield _wrong(name, f"has {len(labels)} entries", f"Give {size}.")


def _contents(table: "Table") -> Iterator[ThermidorError]:
    resources, pollution = table.resources, table.pollution
    yield from _labels("products", table.products)
    yield from _inputs(table)
    yield from _index("makes", table.makes, len(table.products))
    yield from _index("branches", table.branches, len(table.branch_names))
    for name, values, labels in (
        ("stocks", table.stocks, table.products),
        ("demand", table.demand, table.products),
        ("achieved", table.achieved, table.techniques),
        ("resources.endowments", resources.endowments, resources.names),
    ):
        yield from _numbers(name, values, labels)
    if table.imports is not None:
        yield from _numbers("imports", table.imports, table.products)
    yield from _priorities(table)
    yield from _numbers("capacities", table.capacities, table.techniques, endless=True)
    yield from _numbers("pollution.limits", pollution.limits, pollution.names, endless=True)
    for name, matrix, rows in (
        ("resources.needs", resources.needs, resources.names),
        ("pollution.emissions", pollution.emissions, pollution.names),
    ):
        for label, row in zip(rows, matrix, strict=True):
            yield from _numbers(f"{name} of {label!r}", row, table.techniques)


def _inputs(table: "Table") -> Iterator[ThermidorError]:
    data = table.inputs.data
    bad = np.flatnonzero(~((data >= 0) & (data < np.inf)))
    for place in bad[:SHOWN]:
        product = table.products[int(table.inputs.indices[place])]
        technique = table.techniques[int(np.searchsorted(table.inputs.indptr, place, side="right")) - 1]
        where = f"input of {product!r} into {technique!r}"
        yield _wrong(
            where, _fault(float(data[place])), "Give the amount used per unit of output.", float(data[place])
        )
    yield from _more("inputs", len(bad))


def _priorities(table: "Table") -> Iterator[ThermidorError]:
    if table.priorities is None:
        return
    for name, row in zip(table.priorities.names, table.priorities.parts, strict=True):
        yield from _numbers(f"priorities of {name!r}", row, table.products)
    off = np.flatnonzero(np.abs(table.priorities.parts.sum(axis=0) - 1) > WHOLE)
    for i in off[:SHOWN]:
        yield _wrong(f"priorities of {table.products[int(i)]!r}", "do not add up to one", "Mend the parts.")


def _numbers(
    name: str, values: Any, labels: Sequence[str], *, endless: bool = False
) -> Iterator[ThermidorError]:
    good = (values >= 0) & ((values < np.inf) | endless)
    bad = np.flatnonzero(~good)
    for i in bad[:SHOWN]:
        yield _wrong(
            f"{name} of {labels[int(i)]!r}", _fault(values[i]), "Give zero or more.", float(values[i])
        )
    yield from _more(name, len(bad))


def _labels(name: str, labels: Sequence[str]) -> Iterator[ThermidorError]:
    if not isinstance(labels, tuple | list):  # names made by number do not repeat
        return
    seen: set[str] = set()
    for place, label in enumerate(labels):
        if not label.strip():
            yield _wrong(name, f"number {place + 1} has no name", "Name every product.")
        elif label in seen:
            yield _wrong(
                name, "is named twice", "Give each product a name of its own, or add the two up.", label
            )
        seen.add(label)


def _index(name: str, values: Any, size: int) -> Iterator[ThermidorError]:
    for i in np.flatnonzero((values < 0) | (values >= size))[:SHOWN]:
        yield _wrong(
            name, f"entry {i} points outside 0 to {size - 1}", "Number them from zero.", int(values[i])
        )


def _fault(value: float) -> str:
    if np.isnan(value):
        return "is missing"
    return "is negative" if value < 0 else "is infinite"


def _more(name: str, count: int) -> Iterator[ThermidorError]:
    if count > SHOWN:
        yield _wrong(name, f"{count - SHOWN} more numbers are wrong", "Mend those above first.")


def _wrong(where: str, what: str, remedy: str, value: object = None) -> ThermidorError:
    return ThermidorError(what, where, value, remedy)
