"""What a chart shows: per theory the median and the central 90 % by year, and the record beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..claims.series import FIRST_YEAR
from ..claims.view import Run
from ..frame.derived import DERIVED
from ..frame.state import METAS
from ..lab.ensemble import Frames
from ..lab.levels import levels
from ..lab.observe import Observed

LEVELS = (0.05, 0.5, 0.95)
NO_RECORD = pd.DataFrame({name: [] for name in ("year", "low", "value", "high", "quality", "source")})


@dataclass(frozen=True, slots=True)
class Spread:
    """Yearly low end, median and high end of the central 90 % of draws, each of shape (year,)."""

    low: np.ndarray
    middle: np.ndarray
    high: np.ndarray

    @property
    def known(self) -> np.ndarray:
        """Return the positions of the years that have a value."""
        return np.flatnonzero(np.isfinite(self.middle))


@dataclass(frozen=True, slots=True)
class Curve:
    """One quantity: title, unit, spreads by theory, and recorded years, none if the model alone has it."""

    id: str
    title: str
    unit: str
    spreads: Mapping[str, Spread]
    record: pd.DataFrame

    @property
    def recorded(self) -> bool:
        """Return whether the record has this quantity."""
        return len(self.record) > 0

    @property
    def years(self) -> np.ndarray:
        """Return the years."""
        return FIRST_YEAR + np.arange(len(next(iter(self.spreads.values())).middle))


def spread(values: np.ndarray) -> Spread:
    """Return the spread of values of shape (draw, year); a year without any finite value is NaN."""
    finite = np.where(np.isfinite(values), values, np.nan)
    some = ~np.isnan(finite).all(axis=0)
    found = np.full((3, finite.shape[1]), np.nan)
    found[:, some] = levels(finite[:, some], LEVELS)
    return Spread(*found)


def observed(one: Observed, runs: Mapping[str, Frames]) -> Curve:
    """Return a recorded series with its counterpart in the runs, in the record's unit."""
    with np.errstate(divide="ignore", invalid="ignore"):
        spreads = {theory: spread(one.model(Run(fields))) for theory, fields in runs.items()}
    return Curve(one.series, one.label, one.unit, spreads, one.record())


def modelled(name: str, runs: Mapping[str, Frames]) -> Curve:
    """Return a quantity that the record does not hold, by its field or derived name."""
    about = DERIVED.get(name) or METAS[name]
    read: Callable[[Frames], np.ndarray] = DERIVED[name].compute if name in DERIVED else lambda f: f[name]
    spreads = {theory: spread(read(fields)) for theory, fields in runs.items()}
    title = about.meaning[:1].upper() + about.meaning[1:]
    return Curve(name, title, about.unit, spreads, NO_RECORD)
