"""A claim told in words: what is asserted, how it is measured, what the record and the theories say."""

import inspect
import math
from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd

from ..claims import CLAIMS
from ..claims.asserted import asserted
from ..claims.claim import Claim, Documentary, Measured, Moved, NotTestable, Test, Unsettled
from ..claims.put import readings
from ..claims.verdict import shown

WIDTH = 48


def described(name: str, found: pd.DataFrame) -> str:
    """Return the whole finding on one claim; ``found`` holds its rows of the board."""
    claim = next(one for one in CLAIMS if one.id == name)
    lines = list(_head(claim))
    for reading, test in readings(claim).items():
        rows = found[found["reading"] == reading]
        lines += ["", f"{reading.capitalize()}: {meaning(test)}", *_table(rows)]
        lines += [f"  cited from works not opened: {one}" for one in rows["cited"] if one]
        lines += [*(f"  {line}" for line in code(test).splitlines())]
    return "\n".join(lines)


def meaning(test: Test) -> str:
    """Return in words what a test measures and within which band the claim holds."""
    match test:
        case Measured():
            return f"{test.meaning}; holds {band(test.low, test.high)}"
        case Moved():
            moved = test.by if isinstance(test.by, str) else test.by.id
            return f"{test.meaning}; cause moved by {moved}; holds {band(test.low, test.high)}"
        case Documentary():
            return f"settled by a document: {test.document}; found there: {test.found}"
        case Unsettled():
            return f"no data settle it: {test.why}; wanted: {test.wanted}"
        case NotTestable():
            return f"not testable: {test.why}"


def band(low: float, high: float) -> str:
    """Return a band in words.

    >>> band(1919, 1919.999), band(-math.inf, 0.55), band(0.1, math.inf)
    ('from 1919 to 1920', 'at or below 0.55', 'at or above 0.1')
    """
    if math.isinf(low) and math.isinf(high):
        return "always"
    if math.isinf(low):
        return f"at or below {high:.4g}"
    return f"at or above {low:.4g}" if math.isinf(high) else f"from {low:.4g} to {high:.4g}"


def code(test: Test) -> str:
    """Return the source of a test's measure, and of the measures it is made of."""
    if not isinstance(test, Measured | Moved):
        return ""
    return "\n".join(dict.fromkeys(_sources(test.measure)))


def _sources(measure: Callable[..., object]) -> Iterator[str]:
    yield inspect.cleandoc(inspect.getsource(measure).strip().rstrip(","))
    for cell in measure.__closure__ or ():
        held = cell.cell_contents if isinstance(cell.cell_contents, tuple) else (cell.cell_contents,)
        for one in held:
            if inspect.isfunction(one):
                yield from _sources(one)


def _head(claim: Claim) -> Iterator[str]:
    said = asserted()[claim.id]
    yield f"{claim.id} ({said.kind}, priority {said.priority}, {said.theory})"
    yield f"  {said.paraphrase}"
    yield f"  anchor: {'; '.join(said.anchors)}"
    yield f"  refuted by: {claim.refuted_by}"
    if said.forecast:
        yield "  a forecast: made before the event"
    if said.slip:
        yield f"  slip of the essay: {said.slip}; correction: {claim.correction or 'none needed'}"


def _table(rows: pd.DataFrame) -> Iterator[str]:
    low, high = _span(rows)
    for row in rows.itertuples():
        share = f"{row.share:6.0%}" if row.share == row.share else "      "
        spread = f"{shown(row.median)} [{shown(row.low)}, {shown(row.high)}]" if row.rows else row.note
        yield f"  {row.witness:26s}{row.verdict:13s}{share}  {_strip(row, low, high)}  {spread}"


def _span(rows: pd.DataFrame) -> tuple[float, float]:
    known = [x for column in ("low", "high") for x in rows[column] if math.isfinite(x)]
    return (min(known), max(known)) if known else (0.0, 1.0)


def _strip(row: Any, low: float, high: float) -> str:
    """Return the interval drawn in text: dots for the range, a mark for the median."""
    if not all(map(math.isfinite, (row.low, row.median, row.high))):
        return " " * WIDTH
    place = lambda x: round((WIDTH - 1) * (x - low) / (high - low)) if high > low else 0  # noqa: E731
    a, b, c = place(row.low), place(row.median), place(row.high)
    return "".join("o" if i == b else "-" if a <= i <= c else " " for i in range(WIDTH))
