"""What a rival is handed: labelled series of the record up to the year of the freeze, and nothing later.

>>> one = Past("national income", "index", [1920, 1921, 1923], [100.0, 110.0, 121.0])
>>> [round(float(x), 3) for x in np.diff(one.inner)]
[0.095, 0.095]
>>> History.of({"gdp": one}, until=1922)["gdp"].years.tolist()
[1920, 1921]
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from ..errors import Kind, ThermidorError


@dataclass(frozen=True, eq=False)
class Past:
    """One recorded series: years, values, and the scale on which it moves.

    ``absolute``: it moves by amounts and stays between ``bounds``; otherwise it is positive and moves by
    shares, so that its inner scale is the logarithm.
    """

    label: str
    unit: str
    years: np.ndarray
    value: np.ndarray
    absolute: bool = False
    bounds: tuple[float, float] = (-np.inf, np.inf)

    def __init__(
        self,
        label: str,
        unit: str,
        years: Sequence[int] | np.ndarray,
        value: Sequence[float] | np.ndarray,
        absolute: bool = False,
        bounds: tuple[float, float] = (-np.inf, np.inf),
    ) -> None:
        """Hold copies that nobody can write, ordered by year; a year may stand once (ValueError)."""
        at, what = np.array(years, int), np.array(value, float)
        if len(at) != len(what) or np.any(np.diff(at) <= 0):
            raise ValueError(f"{label}: years must rise, one value each")
        for array in (at, what):
            array.setflags(write=False)
        for name, given in (
            ("label", label), ("unit", unit), ("years", at), ("value", what), ("absolute", absolute),
            ("bounds", bounds),
        ):  # fmt: skip
            object.__setattr__(self, name, given)

    @property
    def inner(self) -> np.ndarray:
        """Return the values on the scale on which the series moves."""
        return self.value if self.absolute else np.log(np.maximum(self.value, 1e-9))

    def outer(self, inner: np.ndarray) -> np.ndarray:
        """Return values of the record's unit from the inner scale, within the bounds."""
        return np.clip(inner, *self.bounds) if self.absolute else np.exp(inner)

    def until(self, year: int) -> "Past":
        """Return the series up to a year."""
        known = self.years <= year
        return replace(self, years=self.years[known], value=self.value[known])

    def since(self, year: int) -> "Past":
        """Return the series from a year on."""
        known = self.years >= year
        return replace(self, years=self.years[known], value=self.value[known])


@dataclass(frozen=True)
class History:
    """Series by id up to the year of the freeze."""

    until: int
    series: Mapping[str, Past] = field(default_factory=dict)

    @classmethod
    def of(cls, series: Mapping[str, Past], until: int) -> "History":
        """Return a history cut at a year; a series without a recorded year up to then is left out."""
        cut = {name: one.until(until) for name, one in series.items()}
        return cls(until, {name: one for name, one in cut.items() if len(one.years)})

    def __getitem__(self, name: str) -> Past:
        """Return one series, or raise ThermidorError if the history does not hold it."""
        if name not in self.series:
            raise ThermidorError("no such series in the history", "rivals", name, kind=Kind.MISSING)
        return self.series[name]

    def __contains__(self, name: str) -> bool:
        return name in self.series

    def __iter__(self) -> Iterator[str]:
        return iter(self.series)

    def current(self, name: str, at_least: int) -> bool:
        """Return whether a series is recorded in the year of the freeze, and in that many years."""
        if name not in self.series:
            return False
        years = self.series[name].years
        return len(years) >= at_least and int(years[-1]) == self.until
