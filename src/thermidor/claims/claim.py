"""What a claim is: the id of a sentence of the essays, and how it is put to runs and record.

How a claim can be put:

- ``Measured``: a number with a band, taken alike of the record and of every theory's runs;
- ``Moved``: a cause is moved by a scenario and the answer is a number with a band; on the record only a
  natural experiment can stand for it;
- ``Documentary``: only a document can settle it, and the document is named;
- ``Unsettled``: no data anywhere can settle it as stated, and what would is named;
- ``NotTestable``: a norm or a definition.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from .history import Measure
from .view import View

INF = float("inf")
Difference = Callable[[View, View], np.ndarray]


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure and the band within which the claim holds, ends included."""

    meaning: str
    measure: Measure
    low: float = -INF
    high: float = INF
    unit: str = "1"


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """Levers set for one claim alone, in the words of a scenario file: lever id to value."""

    id: str
    levers: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Moved:
    """A cause moved: ``measure(before, after)`` compares runs on the same luck.

    ``by``: the scenario that moves the cause, a packaged id or a Change; ``against``: what it is held
    against (history). ``natural``: the natural experiment on the record, if there is one.
    """

    meaning: str
    measure: Difference
    by: str | Change
    low: float = -INF
    high: float = INF
    unit: str = "1"
    against: str | Change = "historical-baseline"
    natural: Measured | None = None


@dataclass(frozen=True, slots=True)
class Documentary:
    """What only a document can settle: the document, and what is found there."""

    document: str
    found: str


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What no data anywhere can settle as stated: why, and which data would."""

    why: str
    wanted: str


@dataclass(frozen=True, slots=True)
class NotTestable:
    """A norm or a definition: what it is."""

    why: str


Test = Measured | Moved | Documentary | Unsettled | NotTestable


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion: the canon's id, its test, what would refute it, and a weaker reading if it is absolute.

    ``record``: how the record is asked where it must be asked otherwise than the runs, because it has
    other data; None where the test itself serves. ``correction``: for a slip of the essay, the right
    figure with its source.
    """

    id: str
    test: Test
    refuted_by: str
    weaker: Test | None = None
    record: Measured | None = None
    correction: str = ""
