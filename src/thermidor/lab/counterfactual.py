"""Counterfactuals: what each theory predicts of a scenario, and what its runs do, on the same luck."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..frame.derived import DERIVED
from ..outside import YEARS
from ..outside.scenario import Prediction, Scenario
from ..theory import Theory
from .ensemble import Frames
from .measure import interval
from .runs import frames, under

STILL = 0.02  # a change below this share of the baseline counts as none


@dataclass(frozen=True, slots=True)
class Answer:
    """A prediction beside what the runs give: sign of the median change, share of draws with the predicted sign."""

    scenario: str
    prediction: Prediction
    change: float
    low: float
    high: float
    sign: int
    agreeing: float

    @property
    def agrees(self) -> bool:
        """Return whether the computed sign is the predicted one."""
        return self.sign == self.prediction.direction


def answers(scenario: Scenario, theories: Sequence[Theory], base: Mapping[str, Frames], draws: int, seed: int = 1,
            prior: bool = False) -> list[Answer]:  # fmt: skip
    """Run a scenario and hold every prediction of the given theories against it.

    ``base``: the baseline runs of the same theories, draws and seed.
    """
    runs = frames(theories, under(scenario), draws, seed, prior)
    asked = [p for p in scenario.predictions if p.theory in runs]
    return [_answer(scenario.id, one, base[one.theory], runs[one.theory]) for one in asked]


def table(found: Sequence[Answer]) -> pd.DataFrame:
    """Return answers as a table: scenario, theory, variable, years, predicted and computed sign, share of draws."""
    rows = [
        {"scenario": a.scenario, "theory": a.prediction.theory, "variable": a.prediction.variable,
         "years": f"{a.prediction.years[0]}-{a.prediction.years[-1]}", "predicted": a.prediction.direction,
         "computed": a.sign, "agreeing": a.agreeing, "change": a.change, "low": a.low, "high": a.high,
         "agrees": a.agrees}
        for a in found
    ]  # fmt: skip
    return pd.DataFrame(rows)


def _answer(scenario: str, one: Prediction, base: Frames, run: Frames) -> Answer:
    before, after = (_mean(fields, one) for fields in (base, run))
    scale = np.maximum(np.abs(before), 1e-3)
    change = (after - before) / scale
    middle, low, high = interval(change)
    signs = np.where(np.abs(change) < STILL, 0, np.sign(change))
    median_sign = 0 if abs(middle) < STILL else int(np.sign(middle))
    return Answer(scenario, one, middle, low, high, median_sign, float(np.mean(signs == one.direction)))


def _mean(fields: Frames, one: Prediction) -> np.ndarray:
    values = DERIVED[one.variable].compute(fields) if one.variable in DERIVED else fields[one.variable]
    first, last = YEARS.index(one.years[0]), YEARS.index(one.years[-1])
    span = values[:, first : last + 1]
    return span.reshape(len(span), -1).mean(axis=1)
