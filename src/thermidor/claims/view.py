"""Views: the same window on a run and on the record, so that one measure serves both.

``view["worker_number"]`` is a quantity of the model, ``view.series("gdp-usa")`` a recorded series the
model has no counterpart of, ``view.event("pact")`` the date of an event, ``view.table("strikes")`` a
packaged table. A run has no events, tables or foreign series; what a view lacks raises Missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pandas as pd

from ..frame.derived import DERIVED
from .series import Series


class Missing(LookupError):
    """A view has nothing of that name; the message says what is missing."""


class View(Protocol):
    """What a measure may ask of a run or of the record."""

    def __getitem__(self, name: str) -> Series:
        """Return a quantity as rows of yearly values."""
        ...

    def sector(self, name: str, sector: int) -> Series:
        """Return one sector of a quantity."""
        ...

    def series(self, name: str) -> Series:
        """Return a recorded series by its id."""
        ...

    def event(self, name: str) -> np.ndarray:
        """Return the date of an event, as a year with its fraction, per row."""
        ...

    def table(self, name: str) -> pd.DataFrame:
        """Return a packaged table by its name."""
        ...


@dataclass(frozen=True, slots=True)
class Run:
    """The fields of a run, read by name as yearly series: rows are draws."""

    fields: Mapping[str, np.ndarray]

    def __getitem__(self, name: str) -> Series:
        """Return a scalar field, or a quantity derived from fields, as a series."""
        if name in DERIVED:
            return Series(DERIVED[name].compute(self.fields))
        return Series(self._field(name))

    def sector(self, name: str, sector: int) -> Series:
        """Return one sector of a field as a series."""
        return Series(self._field(name)[:, :, sector])

    def per_head(self, name: str) -> Series:
        """Return a field over population."""
        return Series(self._field(name) / self.fields["population"])

    def series(self, name: str) -> Series:
        """Raise Missing: the model has no counterpart of a series of the record alone."""
        raise Missing(f"no run has the recorded series {name}")

    def event(self, name: str) -> np.ndarray:
        """Raise Missing: dated events are the record's; a run has years of its own."""
        raise Missing(f"no run has the dated event {name}")

    def table(self, name: str) -> pd.DataFrame:
        """Raise Missing: packaged tables are the record's."""
        raise Missing(f"no run has the table {name}")

    def _field(self, name: str) -> np.ndarray:
        if name not in self.fields:
            raise Missing(f"no run has the quantity {name}")
        return self.fields[name]
