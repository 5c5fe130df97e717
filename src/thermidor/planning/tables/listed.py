"""Lists of many millions of lines, read in blocks: labels as numbers at once, never as texts line by line."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as text
import pyarrow.parquet as parquet

from thermidor.errors import ThermidorError

from ..table import Indices, Numbers
from .cells import fault, plain, tell
from .sheet import kind, separator

HEADS = ("from", "to", "value")
BLOCK = 16 * 1024**2  # bytes of text between two reports of progress
LINES = 4_000_000  # of Parquet: each piece brings all labels in it anew

Reading = Callable[[float], None]
"""Is told which share of a file has been read."""


class Labelled(NamedTuple):
    """Hold one label a line: its number in ``labels``, which differ."""

    codes: Indices
    labels: pd.Index

    def each(self, values: Any) -> Any:
        """Return for each line what ``values`` has for its label."""
        return np.asarray(values)[self.codes]


class Links(NamedTuple):
    """Hold a list of flows: who delivers, to whom, how much; one entry a line."""

    source: Labelled
    target: Labelled
    value: Numbers


def of_frame(frame: pd.DataFrame, path: Path) -> Links:
    """Return the links of a sheet whose labels are ``from`` and whose columns ``to`` and ``value``."""
    source, target = _coded(frame.index), _coded(frame["to"])
    return Links(source, target, _finite(source, target, plain(frame["value"]), frame["value"], path))


def of_file(path: Path, reading: Reading) -> Links:
    """Return the links of a CSV, TSV or Parquet file with these heads.

    Raises ThermidorError if a value is no finite number.
    """
    read = list(_blocks(path, reading))
    if not read:
        raise ThermidorError("holds no table", str(path), remedy="Give a line for each flow.")
    blocks = pa.Table.from_batches(read)
    source, target = (_labelled(blocks[name]) for name in HEADS[:2])
    cells = blocks["value"]
    return Links(source, target, _finite(source, target, _numbers(cells), cells, path))


def is_listed(path: Path) -> bool:
    """Say whether a file is such a list, from its first line that is no remark."""
    if kind(path) == ".parquet":
        try:
            return tuple(parquet.read_schema(path).names) == HEADS
        except pa.ArrowInvalid:
            return False
    if kind(path) not in (".csv", ".tsv"):
        return False
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        first = next((line for line in lines if not line.startswith("#")), "")
    return tuple(head.strip().strip('"') for head in first.split(separator(path, first))) == HEADS


def _blocks(path: Path, reading: Reading) -> Iterator[pa.RecordBatch]:
    """Yield blocks with labels as numbers, telling how much has been read."""
    if kind(path) == ".parquet":
        yield from _parquet(path, reading)
        return
    size = max(path.stat().st_size, 1)
    with path.open("rb") as raw, _opened(raw, path) as file:
        for block in file:
            yield block
            reading(raw.tell() / size)


def _parquet(path: Path, reading: Reading) -> Iterator[pa.RecordBatch]:
    with parquet.ParquetFile(path) as file:
        done, lines = 0, max(file.metadata.num_rows, 1)
        for block in file.iter_batches(LINES):
            done += block.num_rows
            yield block
            reading(done / lines)


def _opened(raw: BinaryIO, path: Path) -> text.CSVStreamingReader:
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        remarks, first = next(((i, one) for i, one in enumerate(lines) if not one.startswith("#")), (0, ""))
    types = dict.fromkeys(HEADS, pa.string())
    return text.open_csv(
        raw,
        text.ReadOptions(block_size=BLOCK, skip_rows=remarks, column_names=HEADS, skip_rows_after_names=1),
        text.ParseOptions(delimiter=separator(path, first)),
        text.ConvertOptions(column_types=types, strings_can_be_null=False),
    )


def _labelled(column: pa.ChunkedArray) -> Labelled:
    """Return the labels of a column, each text looked up once in one table of all."""
    coded = column.cast(pa.string()).fill_null("").dictionary_encode()
    codes = [chunk.indices.to_numpy() for chunk in coded.chunks]
    labels = coded.chunk(0).dictionary.to_pylist() if coded.num_chunks else []
    return _merged(np.concatenate([np.empty(0, dtype=np.int32), *codes]), pd.Index(labels, dtype=object))


def _coded(labels: Any) -> Labelled:
    codes, found = pd.factorize(np.asarray(labels, dtype=object))
    return _merged(codes, pd.Index(found, dtype=object))


def _merged(codes: Indices, labels: pd.Index) -> Labelled:
    """Return labels stripped of blanks, those that are the same then made one."""
    stripped = pd.Index([str(label).strip() for label in labels], dtype=object)
    if stripped.is_unique:
        return Labelled(codes, stripped)
    number, found = pd.factorize(stripped)
    return Labelled(number[codes], pd.Index(found, dtype=object))


def _numbers(cells: pa.ChunkedArray) -> Numbers:
    """Return a column as numbers, NaN for what is none."""
    try:
        found = pc.cast(cells, pa.float64())
    except pa.ArrowInvalid:
        return plain(cells.to_pylist())
    return found.fill_null(np.nan).to_numpy()


def _finite(source: Labelled, target: Labelled, value: Numbers, cells: Any, path: Path) -> Numbers:
    """Return the values; raises ThermidorError with the first few that are no finite numbers."""
    bad = np.flatnonzero(~np.isfinite(value))[:10]
    faults = []
    for i in bad.tolist():
        names = (source.labels[source.codes[i]], target.labels[target.codes[i]])
        cell = cells[i].as_py() if isinstance(cells, pa.ChunkedArray) else cells.iloc[i]
        faults.append(fault(f"{path}: {names[0]!r} to {names[1]!r}", cell))
    tell(faults, path)
    return value
