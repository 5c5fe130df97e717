"""From a scenario to numbers by year: levers of the frame, driven signals, factors on the start."""

from collections.abc import Iterable, Mapping

import numpy as np

from ..frame.lever import LEVERS as FRAME
from ..frame.lever import Levers
from .catalogue import LEVERS
from .lever import Course, Path
from .scenario import Scenario
from .years import YEARS

DEATHS = (1924, 1953, 1982, 1984, 1985)  # in office: Lenin, Stalin, Brezhnev, Andropov, Chernenko


def levers(scenario: Scenario) -> tuple[Levers, dict[str, np.ndarray], dict[str, float]]:
    """Return levers with leaves (year,), drives of state signals (NaN where free), factors on the start."""
    courses = list(scenario.courses().values())
    driven = {name for one in courses for name in one.drives}
    values = _overlaid(history(), [(one, one.levers) for one in courses])
    drives = _overlaid(
        {name: np.full(len(YEARS), np.nan) for name in driven}, [(one, one.drives) for one in courses]
    )
    start = {name: factor for one in courses for name, factor in one.start.items()}
    return Levers(**values), drives, start  # pyright: ignore[reportArgumentType]


def history() -> dict[str, np.ndarray]:
    """Return every lever of the frame at its historical value, shape (year,)."""
    flat = {name: np.full(len(YEARS), float(np.mean(meta.start))) for name, meta in FRAME.items()}
    return flat | {"leader_dies": np.array([float(year in DEATHS) for year in YEARS])}


def lever_ids() -> tuple[str, ...]:
    """Return the ids of all levers."""
    return tuple(LEVERS)


def _overlaid(
    usual: Mapping[str, np.ndarray], changes: Iterable[tuple[Course, Mapping[str, Path]]]
) -> dict[str, np.ndarray]:
    values = dict(usual)
    for one, paths in changes:
        for name, path in paths.items():
            years = one.by_year(path)
            values[name] = np.where(np.isnan(years), values[name], years)
    return values
