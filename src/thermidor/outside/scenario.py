"""A scenario: levers set otherwise, and what each theory says would follow."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from .catalogue import LEVERS
from .lever import Course, Value

SCHEMA = 1
HISTORY = "historical-baseline"
KINDS = ("historical", "counterfactual")
SIGNS = {1: "more", -1: "less", 0: "as in history", None: "no direction named"}
THEORIES = (
    "bureaucratic-collectivism", "degenerated-workers-state", "non-mode-of-production", "transitory-caste",
    "state-capitalism",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Setting:
    """A lever's value; years are given where the lever's own do not fit."""

    value: Value
    first: int | None = None
    last: int | None = None

    def plain(self) -> Value | dict[str, Value]:
        """Return what a file holds."""
        years = {"from": self.first, "to": self.last}
        told = {key: year for key, year in years.items() if year is not None}
        return {"value": self.value, **told} if told else self.value


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a theory expects of a variable over a span of years.

    ``direction``: +1 more, -1 less, 0 the same as in history. ``beyond``, ``side`` and ``share``: on
    that side of the mark ('above', 'below') in more than, or less than, that share of draws
    (``odds`` 'more' or 'less'). Words alone where the theory names no direction.
    """

    theory: str
    text: str
    variable: str = ""
    years: tuple[int, int] | None = None
    direction: int | None = None
    side: str = ""
    beyond: float | None = None
    odds: str = ""
    share: float | None = None

    @property
    def in_words(self) -> bool:
        """Return whether it is in words alone, so that no run can be held against it."""
        return not self.variable or self.years is None or (self.direction is None and self.share is None)

    @property
    def expects(self) -> str:
        """Return the expectation as a reader would say it."""
        if self.share is None:
            return SIGNS[self.direction]
        return f"{self.side} {self.beyond:g} in {self.odds} than {self.share:.0%} of draws"

    def plain(self) -> dict[str, Any]:
        """Return what a file holds."""
        told = {key: value for key, value in asdict(self).items() if value not in (None, "")}
        return {key: list(value) if isinstance(value, tuple) else value for key, value in told.items()}


@dataclass(frozen=True, slots=True)
class Scenario:
    """Levers by id; everything else stays as in history."""

    id: str
    title: str
    kind: str = "counterfactual"
    metric: str = ""
    anchors: tuple[str, ...] = ()
    levers: Mapping[str, Setting] = field(default_factory=dict)
    predictions: tuple[Prediction, ...] = ()

    def plain(self) -> dict[str, Any]:
        """Return what a file holds: plain values only."""
        return {
            "schema": SCHEMA,
            "id": self.id,
            "title": self.title,
            "kind": self.kind,
            "metric": self.metric,
            "anchors": list(self.anchors),
            "levers": {name: one.plain() for name, one in self.levers.items()},
            "prediction": [one.plain() for one in self.predictions],
        }

    def courses(self) -> dict[str, Course]:
        """Return what every lever of the scenario changes."""
        return {name: course(name, one) for name, one in self.levers.items()}

    def predicted(self, theory: str) -> tuple[Prediction, ...]:
        """Return what one theory expects."""
        return tuple(one for one in self.predictions if one.theory == theory)


def course(name: str, setting: Setting) -> Course:
    """Return what a lever at a setting changes, in its own years or those of the setting."""
    return LEVERS[name].course(setting.value).moved(setting.first, setting.last)
