"""What a rival is: fitted on a history, it answers with a predictive sample of the series it can speak of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from zlib import crc32

import numpy as np

from .history import History

OUTPUT = "gdp-ussr-maddison"
PEOPLE = "macro.output.population_maddison.USSR_TERR"
REGIMES = "communist-regimes"


@dataclass(frozen=True, eq=False)
class Forecast:
    """A predictive sample: by series, values of shape (draw, year) in the record's unit.

    ``until`` is the year of the freeze, ``years`` those foretold. ``ending`` is the hazard path: by draw and
    year the chance that the regime ends in that year, given that it has lasted; None if nothing is said.
    """

    rival: str
    until: int
    years: np.ndarray
    seed: int
    draws: Mapping[str, np.ndarray]
    ending: np.ndarray | None = None


class Rival(Protocol):
    """A theory or benchmark that is scored: its parameters are its fields."""

    @property
    def id(self) -> str:
        """Return the name by which it is called."""
        ...

    @property
    def label(self) -> str:
        """Return a few words for tables."""
        ...

    @property
    def source(self) -> str:
        """Return where it is published."""
        ...

    def speaks(self, history: History) -> tuple[str, ...]:
        """Return the ids of the series it can foretell from this history."""
        ...

    def forecast(self, history: History, last: int, draws: int, seed: int) -> Forecast:
        """Return what it foretells of the years from the freeze to ``last``; same seed, same numbers."""
        ...


def dice(rival: str, history: History, seed: int) -> np.random.Generator:
    """Return the generator of one rival at one freeze, so that rivals do not share their luck."""
    return np.random.default_rng([seed, crc32(rival.encode()), history.until])


def ahead(history: History, last: int) -> np.ndarray:
    """Return the years after the freeze up to ``last``."""
    return np.arange(history.until + 1, last + 1)
