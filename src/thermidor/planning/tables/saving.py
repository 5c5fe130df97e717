"""The flows of a plan as a list that can be read again as a table: ``from``, ``to``, ``value``.

Beside the flows of products into techniques stand resources, deliveries (by class of final use, where a plan
sets one before another), what goes into new capacity, levels as ``output``, stocks and imports.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.csv as text
import pyarrow.parquet as parquet

from thermidor.errors import ThermidorError
from thermidor.files import write

from ..plan import Plan
from ..table import Indices, Numbers, Table
from .flows import FINAL, IMPORT, OUTPUT, RESOURCE, STOCK
from .listed import HEADS
from .sheet import kind

WRITTEN = (".csv", ".parquet")
BLOCK = 1_000_000  # lines turned into text at a time


class Lines(NamedTuple):
    """Hold some lines: the numbers of their labels in the lists of all senders and receivers, and values."""

    source: Indices
    target: Indices
    value: Numbers


def check_flows(path: Path) -> None:
    """Raise ThermidorError if flows are not written to files of this kind."""
    if kind(path) not in WRITTEN:
        raise ThermidorError("is no list of flows", "--flows", str(path), f"Name it {' or '.join(WRITTEN)}.")


def save_flows(path: Path, known: Table, plan: Plan) -> Path:
    """Write the flows of a plan for this table, wholly or not at all; lines of nothing are left out.

    Raises ThermidorError if the place is not writable or the kind of file unknown.
    """
    check_flows(path)
    found = flow_list(known, plan)
    return write(
        path, lambda place: _parquet(place, found) if kind(path) == ".parquet" else _csv(place, found)
    )


def flow_list(known: Table, plan: Plan) -> pa.Table:
    """Return the lines, labels as numbers into dictionaries, for many millions of flows."""
    ends = dict(_ends(known, plan))
    senders = [*known.products, *(f"{RESOURCE}{name}" for name in known.resources.names), OUTPUT]
    receivers = [*known.techniques, *ends]
    lines = [*_inner(known, plan), *_outer(len(known.techniques), list(ends.values()))]
    source, target, value = (np.concatenate(part) for part in zip(*lines, strict=True))
    kept = np.flatnonzero(value)
    columns = (_labelled(source[kept], senders), _labelled(target[kept], receivers), pa.array(value[kept]))
    return pa.table(dict(zip(HEADS, columns, strict=True)))


def _inner(known: Table, plan: Plan) -> Iterator[Lines]:
    """Yield what goes into techniques and comes out of them."""
    n, m, resources = len(known.products), len(known.techniques), len(known.resources.names)
    flows = plan.flows
    yield Lines(flows.indices, np.repeat(np.arange(m), np.diff(flows.indptr)), flows.data)
    for k, needs in enumerate(known.resources.needs):
        yield Lines(np.full(m, n + k), np.arange(m), needs * plan.levels)
    yield Lines(np.full(m, n + resources), np.arange(m), plan.levels)


def _ends(known: Table, plan: Plan) -> Iterator[tuple[str, Numbers]]:
    """Yield the other ends by label: what each gives or takes by product (n)."""
    rest = plan.final
    if plan.deliveries is not None and known.priorities is not None:
        rest = rest - plan.deliveries.sum(axis=0)
        for name, its in zip(known.priorities.names, plan.deliveries, strict=True):
            yield f"{FINAL}{name}", its
    yield f"{FINAL}{'deliveries' if plan.deliveries is None else 'beyond demand'}", rest
    if plan.invested is not None:
        yield f"{FINAL}new capacity", plan.invested
    yield STOCK, known.stocks
    if plan.imports is not None:
        yield IMPORT, plan.imports


def _outer(first: int, amounts: list[Numbers]) -> Iterator[Lines]:
    for place, values in enumerate(amounts):
        yield Lines(np.arange(len(values)), np.full(len(values), first + place), values)


def _labelled(codes: Indices, labels: list[str]) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int32)), pa.array(labels, pa.string()))


def _parquet(path: Path, found: pa.Table) -> None:
    parquet.write_table(found, path)


def _csv(path: Path, found: pa.Table) -> None:
    plain = pa.schema([(HEADS[0], pa.string()), (HEADS[1], pa.string()), (HEADS[2], pa.float64())])
    with text.CSVWriter(path, plain) as file:
        for first in range(0, found.num_rows, BLOCK):
            file.write(found.slice(first, BLOCK).cast(plain))
