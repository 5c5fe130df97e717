"""Runs of a theory as an entrant of the tournament.

A run gives a path; a forecast needs what a model of the kind may miss. Each draw and series gets an offset
with the error that `lab/observe.py` allows, and the error of the run at the last recorded figure before the
freeze is known. A series that is an index in both (it has a base year) has no level of its own: each draw is
moved through that figure, and its offset grows from nought to the allowed error within five years. Of other
series the error at the figure fades, half of it in `HALVED` years, and the rest of the offset comes in as it
fades, so that a theory which is wrong about a level is wrong again in the long run.

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
HALVED = 12  # years in which half of a known error fades: the mean span of a fit, whose neighbours share half
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
    inner = model if one.absolute else np.log(np.maximum(model, 1e-9))
    last = int(past.years[-1])
    gap = past.inner[-1] - inner[:, [last - FIRST_YEAR]]
    kept, spread = _fading(years - last, anchored=bool(one.base))
    offset = one.error * spread * rng.standard_normal((len(model), 1))
    return past.outer(inner[:, years - FIRST_YEAR] + kept * gap + offset)


def _fading(ahead: np.ndarray, anchored: bool) -> tuple[np.ndarray, np.ndarray]:
    """Return by year ahead the share of the known error that is left, and that of the allowed error."""
    if anchored:
        return np.ones(len(ahead)), np.minimum(ahead / SETTLED, 1.0)
    kept = 0.5 ** (ahead / HALVED)
    return kept, np.sqrt(1 - kept**2)


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
