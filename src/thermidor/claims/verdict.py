"""Verdicts: computed from values and a band, never typed in."""

from dataclasses import dataclass
from math import isfinite, nan

import numpy as np

from .series import interval

BORNE_OUT, AGAINST, OPEN = "borne out", "against", "open"
NOT_TESTABLE, DOCUMENTARY, SILENT = "not testable", "documentary", "silent"
LIKELY = 0.8  # odds of four to one; a theory whose draws are less agreed than that leaves the claim open


@dataclass(frozen=True, slots=True)
class Finding:
    """What a test finds on the record or on a theory's runs.

    ``share``: part of the readings or draws within the band; ``median``, ``low``, ``high``: of the measure,
    central 90 %; ``rows``: how many readings or draws could be measured; ``note``: why there is none;
    ``cited``: events and tables of the record whose figures come from works that were not opened here.
    """

    verdict: str
    share: float = nan
    median: float = nan
    low: float = nan
    high: float = nan
    rows: int = 0
    note: str = ""
    cited: tuple[str, ...] = ()


def inside(values: np.ndarray, low: float, high: float) -> np.ndarray:
    """Return, per row, the part of its values within the band; NaN where nothing could be measured.

    ``values``: shape (row,), or (row, replicate) where a measure has an uncertainty of its own. An event
    that never comes has the value infinity.
    """
    table = np.asarray(values, float).reshape(len(values), -1)
    known = ~np.isnan(table)
    met = ((table >= low) & (table <= high) & known).sum(axis=1)
    return np.where(known.any(axis=1), met / np.maximum(known.sum(axis=1), 1), nan)


def of_runs(values: np.ndarray, low: float, high: float) -> Finding:
    """Return the finding on an ensemble: borne out or against if at least LIKELY of its draws say so."""
    met = inside(values, low, high)
    met = met[np.isfinite(met)]
    if not len(met):
        return Finding(SILENT, note="no draw could be measured")
    share = float(met.mean())
    word = BORNE_OUT if share >= LIKELY else AGAINST if share <= 1 - LIKELY else OPEN
    return Finding(word, share, *interval(np.asarray(values, float).ravel()), len(met))


def of_record(values: np.ndarray, low: float, high: float) -> Finding:
    """Return the finding on the record: open as soon as one reading says otherwise than another."""
    met = inside(values, low, high)
    met = met[np.isfinite(met)]
    if not len(met):
        return Finding(OPEN, note="the record has a gap there")
    word = BORNE_OUT if (met == 1).all() else AGAINST if (met == 0).all() else OPEN
    return Finding(word, float(met.mean()), *spread(np.asarray(values, float)), len(met))


def spread(values: np.ndarray) -> tuple[float, float, float]:
    """Return median, least and greatest of the finite values: readings are few and none is a tail."""
    known = values[np.isfinite(values)]
    return (
        (float(np.median(known)), float(known.min()), float(known.max())) if len(known) else (nan, nan, nan)
    )


def agreement(record: Finding, theory: Finding) -> str:
    """Return whether a theory and the record say the same: 'yes', 'no', or '' where either says nothing."""
    said = {record.verdict, theory.verdict}
    if said <= {BORNE_OUT, AGAINST}:
        return "yes" if len(said) == 1 else "no"
    return ""


def shown(value: float) -> str:
    """Return a number for a table: four significant digits, or a dash."""
    return f"{value:.4g}" if isfinite(value) else "-" if value != value else "never"
