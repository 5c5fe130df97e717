"""How near each theory comes to the record: error, coverage, patterns, and when things happen."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd

from ..claims.series import FIRST_YEAR, Series, interval
from ..claims.view import Run
from .ensemble import Frames
from .levels import levels
from .observe import OBSERVED, Observed
from .patterns import PATTERNS, Pattern, share


def _slowdown(run: Run) -> np.ndarray:
    log = np.log(np.maximum(run.fields["gdp"], 1e-9))
    ten = np.full_like(log, np.nan)
    ten[:, 10:] = (log[:, 10:] - log[:, :-10]) / 10
    return Series(np.where(np.isfinite(ten), ten, 1.0)).first_below(0.02, 1955)


EVENTS: Mapping[str, Callable[[Run], np.ndarray]] = {
    "soviet democracy lost": lambda run: run["soviet_democracy"].first_below(0.3, 1918),
    "consolidation of the apparatus": lambda run: run["bureaucracy_autonomy"].first_above(0.6, 1918),
    "collectivisation (half of households)": lambda run: run["collectivised_share"].first_above(0.5, 1918),
    "terror": lambda run: run["terror"].first_above(0.3, 1918),
    "slowdown (ten-year growth below 2 %)": _slowdown,
    "deep reform": lambda run: run["reform"].first_above(0.8, 1945),
    "restoration": lambda run: run["restored"].first_above(0.5, 1918),
    "change of form": lambda run: run["form_changed"].first_above(0.5, 1918),
    "political revolution": lambda run: run["revolution_won"].first_above(0.5, 1918),
}

SCORED = tuple(one for one in OBSERVED if not one.forced)


def series_table(runs: Mapping[str, Frames]) -> pd.DataFrame:
    """Return per series and theory: median error, and coverage of the central 90 % band.

    Error is the mean distance of the median from the record: per cent, or in the unit where the
    series lies between nought and one. Coverage is the share of recorded years inside the band.
    """
    rows = []
    for one in SCORED:
        record = one.record()
        rows += [_near(one, record, theory, Run(fields)) for theory, fields in runs.items()]
    return pd.DataFrame(rows)


def pattern_table(runs: Mapping[str, Frames], patterns: Sequence[Pattern] = PATTERNS) -> pd.DataFrame:
    """Return the share of draws that meet each pattern, by theory, with the median of the measure."""
    rows = []
    for pattern in patterns:
        for theory, fields in runs.items():
            middle, low, high = interval(pattern.values(Run(fields)))
            met = share(pattern, Run(fields))
            rows.append({"pattern": pattern.id, "meaning": pattern.meaning, "theory": theory, "share": met,
                         "median": middle, "low": low, "high": high, "band_low": pattern.low,
                         "band_high": pattern.high, "source": pattern.source,
                         "known_by": pattern.known_by})  # fmt: skip
    return pd.DataFrame(rows)


def event_table(runs: Mapping[str, Frames]) -> pd.DataFrame:
    """Return when each event happens, by theory: share of draws, median year, central 90 %."""
    rows = []
    for name, when in EVENTS.items():
        for theory, fields in runs.items():
            years = when(Run(fields))
            middle, low, high = interval(years)
            happened = float(np.isfinite(years).mean())
            rows.append(
                {
                    "event": name,
                    "theory": theory,
                    "share": happened,
                    "median": middle,
                    "low": low,
                    "high": high,
                }
            )
    return pd.DataFrame(rows)


def _near(one: Observed, record: pd.DataFrame, theory: str, run: Run) -> dict[str, object]:
    model = one.model(run)[:, record["year"].to_numpy() - FIRST_YEAR]
    value = record["value"].to_numpy(float)
    low, middle, high = levels(model, (0.05, 0.5, 0.95))
    covered = (record["high"].to_numpy(float) >= low) & (record["low"].to_numpy(float) <= high)
    error = np.abs(middle - value) if one.absolute else 100 * np.abs(np.expm1(_log(middle) - _log(value)))
    unit = one.unit if one.absolute else "%"
    return {"series": one.series, "label": one.label, "theory": theory, "error": float(np.median(error)),
            "error_unit": unit, "coverage": float(covered.mean()), "years": len(record)}  # fmt: skip


def _log(values: np.ndarray) -> np.ndarray:
    return np.log(np.maximum(values, 1e-9))
