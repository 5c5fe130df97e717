"""Results as tables: a column for each theory, a row for each series, pattern or event."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from rich.console import Group

from thermidor.cli.printing import table

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    import xarray as xr

Cell = Callable[[Any], str]


def fields(runs: "xr.Dataset") -> "dict[str, dict[str, np.ndarray]]":
    """Return the arrays (draw, year, ...) of a dataset by theory and name."""
    arrays = {str(name): values.to_numpy() for name, values in runs.data_vars.items()}
    theories = enumerate(runs["theory"].to_numpy())
    return {str(theory): {name: values[i] for name, values in arrays.items()} for i, theory in theories}


def scores(runs: "Mapping[str, Mapping[str, np.ndarray]]") -> "dict[str, pd.DataFrame]":
    """Return the tables of series, patterns and events."""
    from thermidor.lab.score import event_table, pattern_table, series_table

    frames = {theory: dict(values) for theory, values in runs.items()}
    return {"series": series_table(frames), "patterns": pattern_table(frames), "events": event_table(frames)}


def summary_table(scored: "Mapping[str, pd.DataFrame]") -> Group:
    """Return one row per theory: error, coverage, patterns met in the mean draw."""
    series, patterns = (scored[name].groupby("theory", sort=False) for name in ("series", "patterns"))
    rows = []
    for theory, part in series:
        error = part.loc[part["error_unit"] == "%", "error"].median()
        met = patterns.get_group(theory)["share"]
        rows.append(
            (
                str(theory),
                f"{error:.0f} %",
                f"{part['coverage'].mean():.0%}",
                f"{met.sum():.1f} of {len(met)}",
            )
        )
    return table("Against the record", ("theory", "median error", "inside 90 % band", "patterns met"), rows)


def series_table(rows: "pd.DataFrame") -> Group:
    """Return error of the median, and share of recorded years inside the 90 % band."""
    return _wide("Median error, and recorded years inside the 90 % band", rows, ["label"], _error)


def pattern_table(rows: "pd.DataFrame") -> Group:
    """Return the share of draws that meet each pattern."""
    banded = rows.assign(
        band=[f"{low:g} to {high:g}" for low, high in zip(rows["band_low"], rows["band_high"], strict=True)]
    )
    return _wide(
        "Share of draws that meet each pattern", banded, ["meaning", "band"], lambda row: f"{row.share:.0%}"
    )


def event_table(rows: "pd.DataFrame") -> Group:
    """Return the median year of each event, its central 90 %, and the share of draws in which it happens."""
    return _wide("When it happens: median year (90 %), share of draws", rows, ["event"], _when)


def _error(row: Any) -> str:
    size = f"{row.error:.0f} %" if row.error_unit == "%" else f"{row.error:.2g}"
    return f"{size}, {row.coverage:.0%}"


def _when(row: Any) -> str:
    if not row.share:
        return "never"
    return f"{row.median:.0f} ({row.low:.0f}-{row.high:.0f}), {row.share:.0%}"


def _wide(title: str, rows: "pd.DataFrame", keys: list[str], cell: Cell) -> Group:
    theories = list(dict.fromkeys(rows["theory"]))
    lines: dict[tuple, dict[str, str]] = {}
    for row in rows.itertuples():
        lines.setdefault(tuple(getattr(row, key) for key in keys), {})[str(row.theory)] = cell(row)
    texts = [(*map(str, key), *(cells[theory] for theory in theories)) for key, cells in lines.items()]
    return table(title, (*keys, *theories), texts)
