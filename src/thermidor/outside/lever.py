"""What a lever is: its domain, its historical value, and the numbers by year that a choice stands for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import numpy as np

from .years import YEARS

Value: TypeAlias = float | bool | str
Path: TypeAlias = float | tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number within bounds."""

    low: float
    high: float

    def fault(self, value: object) -> str:
        """Return what is wrong with a value, or nothing."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return "is not a number"
        return "" if self.low <= value <= self.high else "is out of range"

    def words(self) -> str:
        """Return the domain in words."""
        return f"a number from {self.low:g} to {self.high:g}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several words."""

    words_allowed: tuple[str, ...]

    def fault(self, value: object) -> str:
        """Return what is wrong with a value, or nothing."""
        if not isinstance(value, str):
            return "is not a word in quotation marks"
        return "" if value in self.words_allowed else "is not among the choices"

    def words(self) -> str:
        """Return the domain in words."""
        return "one of " + ", ".join(self.words_allowed)


@dataclass(frozen=True, slots=True)
class Switch:
    """True or false."""

    def fault(self, value: object) -> str:
        """Return what is wrong with a value, or nothing."""
        return "" if isinstance(value, bool) else "is neither true nor false"

    def words(self) -> str:
        """Return the domain in words."""
        return "true or false"


@dataclass(frozen=True, slots=True)
class Course:
    """What a setting changes: levers of the frame and signals of the state from a first to a last year.

    A tuple is a path: one value a year from the first on, the last one held. ``start``: factors on
    starting values of the state. ``once``: an event of one year.
    """

    levers: Mapping[str, Path] = field(default_factory=dict)
    drives: Mapping[str, Path] = field(default_factory=dict)
    start: Mapping[str, float] = field(default_factory=dict)
    first: int = YEARS[0]
    last: int = YEARS[-1]

    @property
    def once(self) -> bool:
        """Return whether this is an event of one year."""
        return self.first == self.last

    def moved(self, first: int | None, last: int | None) -> "Course":
        """Return the course with other years; an event moves as a whole."""
        begin = self.first if first is None else first
        end = (begin if self.once else self.last) if last is None else last
        return replace(self, first=begin, last=end)

    def by_year(self, path: Path) -> np.ndarray:
        """Return values by year, NaN outside the span."""
        span = np.array([self.first <= year <= self.last for year in YEARS])
        values = np.atleast_1d(np.asarray(path, float))
        since = np.clip(np.arange(len(YEARS)) - YEARS.index(self.first), 0, len(values) - 1)
        return np.where(span, values[since], np.nan)


@dataclass(frozen=True, slots=True)
class Lever:
    """One thing that an actor, or the world, might have done otherwise."""

    id: str
    meaning: str
    domain: Number | Choice | Switch
    historical: Value
    course: Callable[[Value], Course]
    unit: str = ""
    ours: str = ""  # why the lever is here though the canon has it not

    @property
    def span(self) -> tuple[int, int]:
        """Return first and last year in which the lever acts unless a scenario names others."""
        courses = [self.course(value) for value in self.examples()]
        return min(c.first for c in courses), max(c.last for c in courses)

    def examples(self) -> tuple[Value, ...]:
        """Return values that differ from the historical one."""
        if isinstance(self.domain, Choice):
            words = (word for word in self.domain.words_allowed if word != self.historical)
            return tuple(word for word in words if self.course(word) != Course())
        if isinstance(self.domain, Switch):
            return (not self.historical,)
        return tuple(edge for edge in (self.domain.low, self.domain.high) if edge != self.historical)
