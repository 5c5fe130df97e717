"""Runs of a theory as an entrant of the tournament.

A run gives a path; a forecast needs what a model of the kind may miss. Each draw and series gets an offset
with the error that `lab/observe.py` allows. A series that is an index in both (it has a base year) is moved
so that each draw passes through the last recorded figure before the freeze; its offset then grows from nought
to the allowed error within five years. Other levels are compared as they are, since a theory that is wrong
about them is wrong.

What years the runs were fitted on is for the caller to keep; `runs_at` is asked for runs of one freeze.
"""

from collections.abc import Callable, Mapping

import numpy as np

from ..claims.series import FIRST_YEAR
from ..claims.view import Run
from ..rivals import Forecast, History
from ..rivals.rival import dice
from .ensemble import Frames
from .observe import Observed
from .score import SCORED
from .tournament import LAST_YEAR, Entrant

SETTLED = 5  # years after which an anchored series may be as wrong as any
ENDED = "ended"


def of_runs(
    id: str, label: str, runs_at: Callable[[int], Frames], seed: int = 1, last: int = LAST_YEAR
) -> Entrant:
    """Return an entrant from a function of the freeze to fields of shape (draw, year, ...)."""

    def answer(history: History) -> Forecast:
        fields = runs_at(history.until)
        years = np.arange(history.until + 1, last + 1)
        rng = dice(id, history, seed)
        told = {
            one.series: _sample(one, Run(fields), history, years, rng)
            for one in SCORED
            if one.series in history
        }
        return Forecast(id, history.until, years, seed, told, _ending(fields, years))

    return Entrant(id, label, answer)


def _sample(
    one: Observed, run: Run, history: History, years: np.ndarray, rng: np.random.Generator
) -> np.ndarray:
    past, model = history[one.series], one.model(run)
    at = years - FIRST_YEAR
    offset = one.error * rng.standard_normal((len(model), 1))
    if one.absolute:
        return past.outer(model[:, at] + offset)
    inner = np.log(np.maximum(model, 1e-9))
    if not one.base:
        return past.outer(inner[:, at] + offset)
    known = int(past.years[-1])
    moved = past.inner[-1] + inner[:, at] - inner[:, [known - FIRST_YEAR]]
    return past.outer(moved + offset * np.minimum((years - known) / SETTLED, 1.0))


def _ending(fields: Mapping[str, np.ndarray], years: np.ndarray) -> np.ndarray:
    """Return by draw and year whether the regime ends in that year: 1 the first year of its end, else 0.

    Draws in which it has ended before the freeze are refuted and left out; if all are, the end is at once.
    """
    over = np.maximum.accumulate(fields[ENDED] > 0, axis=1)
    at = years - FIRST_YEAR
    lasting = over[~over[:, at[0] - 1]]
    if not len(lasting):
        return np.ones((len(over), len(years)))
    return (lasting[:, at] & ~lasting[:, at - 1]).astype(float)
