"""Counterfactuals: what each theory predicts of a scenario, and what its runs do, on the same luck."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..claims.series import interval
from ..frame.derived import DERIVED
from ..outside import YEARS
from ..outside.scenario import Prediction, Scenario
from ..theory import Theory
from .ensemble import Frames
from .runs import frames, under

STILL = 0.02  # a change below this share of the baseline counts as none
COLUMNS = (
    "scenario", "theory", "variable", "years", "predicted", "expects", "computed", "agreeing", "change",
    "low", "high", "agrees",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """A prediction beside what the runs give.

    ``change``, ``low``, ``high``: median and central 90 % of the change of the variable's mean over the
    years, as a share of history; ``sign`` that of the median. ``agreeing``: the share of draws with the
    predicted sign or, where odds are predicted, of draws beyond the mark in some year of the span.
    """

    scenario: str
    prediction: Prediction
    change: float
    low: float
    high: float
    sign: int
    agreeing: float

    @property
    def agrees(self) -> bool:
        """Return whether the computed sign is the predicted one, or the odds are as predicted."""
        asked = self.prediction
        if asked.share is None:
            return self.sign == asked.direction
        return self.agreeing > asked.share if asked.odds == "more" else self.agreeing < asked.share


def answers(
    scenario: Scenario,
    theories: Sequence[Theory],
    base: Mapping[str, Frames],
    draws: int,
    seed: int = 1,
    prior: bool = False,
) -> list[Answer]:
    """Run a scenario and hold against it all that the given theories predict, but for words alone.

    ``base``: the baseline runs of the same theories, draws and seed.
    """
    runs = frames(theories, under(scenario), draws, seed, prior)
    asked = [p for p in scenario.predictions if p.theory in runs and not p.in_words]
    return [answer(scenario.id, one, base[one.theory], runs[one.theory]) for one in asked]


def answer(scenario: str, one: Prediction, base: Frames, run: Frames) -> Answer:
    """Hold a prediction against the runs of its theory: fields of shape (draw, year, ...)."""
    before, after = (_within(fields, one).mean(axis=1) for fields in (base, run))
    change = (after - before) / np.maximum(np.abs(before), 1e-3)
    middle, low, high = interval(change)
    sign = 0 if abs(middle) < STILL else int(np.sign(middle))
    return Answer(scenario, one, middle, low, high, sign, float(_agreeing(one, run, change).mean()))


def table(found: Sequence[Answer]) -> pd.DataFrame:
    """Return answers as a table, one a row; ``predicted`` is None where odds are predicted."""
    return pd.DataFrame([_row(one) for one in found], columns=list(COLUMNS), dtype=object)


def _row(one: Answer) -> tuple[object, ...]:
    asked = one.prediction
    years = "-".join(map(str, dict.fromkeys(asked.years or ())))
    told = (one.scenario, asked.theory, asked.variable, years, asked.direction, asked.expects)
    return (*told, one.sign, one.agreeing, one.change, one.low, one.high, one.agrees)


def _agreeing(one: Prediction, run: Frames, change: np.ndarray) -> np.ndarray:
    if one.share is None:
        signs = np.where(np.abs(change) < STILL, 0, np.sign(change))
        return np.asarray(signs == one.direction)
    values, mark = _within(run, one), one.beyond
    beyond = values > mark if one.side == "above" else values < mark
    return np.asarray(np.any(beyond, axis=1))


def _within(fields: Frames, one: Prediction) -> np.ndarray:
    """Return the variable in the years of a prediction, shape (draw, year); axes are averaged."""
    if one.years is None:
        raise ValueError(f"in words alone: {one.text}")
    values = DERIVED[one.variable].compute(fields) if one.variable in DERIVED else fields[one.variable]
    first, last = YEARS.index(one.years[0]), YEARS.index(one.years[-1])
    span = values[:, first : last + 1]
    return span.reshape(*span.shape[:2], -1).mean(axis=-1)
