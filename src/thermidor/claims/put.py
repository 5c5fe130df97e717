"""Put a claim to the record and to runs: each test gives one finding, in one place."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from .claim import Change, Claim, Documentary, Measured, Moved, NotTestable, Test, Unsettled
from .history import Sourcebook, read, unopened
from .verdict import DOCUMENTARY, NOT_TESTABLE, OPEN, SILENT, Finding, of_record, of_runs
from .view import Missing, View

Runs = Callable[[str | Change], View]
"""Hands out a theory's runs under a scenario; history's are 'historical-baseline'."""

HISTORY = "historical-baseline"


def to_record(claim: Claim, test: Test, book: Sourcebook) -> Finding:
    """Return what the record says of one reading of a claim."""
    match test:
        case NotTestable(why):
            return Finding(NOT_TESTABLE, note=why)
        case Documentary(document, found):
            return Finding(DOCUMENTARY, note=f"{document}: {found}")
        case Unsettled(why, wanted):
            return Finding(OPEN, note=f"{why}; wanted: {wanted}")
        case Measured():
            return _measured(test if claim.record is None else claim.record, book)
        case Moved():
            natural = test.natural or claim.record
            if natural is None:
                return Finding(OPEN, note="no natural experiment on the record moves this cause alone")
            return _measured(natural, book)


def _measured(test: Measured, book: Sourcebook) -> Finding:
    try:
        found = of_record(_rows(read(test.measure, book)), test.low, test.high)
        return replace(found, cited=unopened(test.measure, book))
    except Missing as gap:
        return Finding(OPEN, note=str(gap))


def to_runs(test: Test, runs: Runs) -> Finding:
    """Return what a theory's runs say of one reading of a claim; silent where they have no such thing."""
    if not isinstance(test, Measured | Moved):
        return Finding(SILENT, note="no run can settle it")
    try:
        return of_runs(_rows(_asked(test, runs)), test.low, test.high)
    except Missing as gap:
        return Finding(SILENT, note=str(gap))


def _asked(test: Measured | Moved, runs: Runs) -> np.ndarray:
    if isinstance(test, Measured):
        return test.measure(runs(HISTORY))
    return test.measure(runs(test.against), runs(test.by))


def _rows(values: np.ndarray) -> np.ndarray:
    return np.atleast_1d(np.asarray(values, float))


def readings(claim: Claim) -> Mapping[str, Test]:
    """Return the readings of a claim: as stated, and weaker where there is one."""
    return {"stated": claim.test} | ({"weaker": claim.weaker} if claim.weaker else {})
