"""The shared body against the record, in two settings at once.

Every member of the ensemble is run twice: as the economy block on recorded policy, against the series of
1913-1989, and in the closed loop under every theory with the same luck, against the record up to 1940.
Both sets of residuals stand in one vector, so that no fit moves away what another has found, and no theory
has a body of its own. Events (turn, terror, end) are no part of it: they belong to the theories.
"""

from collections.abc import Callable

import numpy as np
from scipy.special import ndtr

from ..claims.series import FIRST_YEAR
from ..claims.view import Run
from ..theories import THEORIES
from . import targets
from .belief import priors, quantiles
from .block import BODY, LAST_TARGET, Belief, Ranks, economy_outcome
from .ensemble import Frames, batch, run_batches, serials
from .known import known
from .observe import OBSERVED, Observed
from .setting import closed
from .smoother import Smoothing, smooth, standard

LAST_YEAR = 1940
BODY_SEARCH = Smoothing(members=1200, steps=10, inflation=10.0, keep=0.15)


def fit_body(how: Smoothing, tell: Callable[[int, float], None], until: int = LAST_TARGET) -> Belief:
    """Fit the shared body to the record up to a year, as block and in the loop, starting from the prior."""
    names = tuple(priors(BODY))
    base = quantiles(BODY, how.seed, serials(how.members))

    def outcome(scores: np.ndarray) -> np.ndarray:
        ranks = base | {name: ndtr(scores[:, i]) for i, name in enumerate(names)}
        loop = _loop_outcome(ranks, how, min(until, LAST_YEAR))
        return np.concatenate([economy_outcome(ranks, how, until), loop], axis=1)

    return Belief(names, smooth(standard(len(names), how), outcome, how, tell))


def _loop_outcome(ranks: Ranks, how: Smoothing, last: int) -> np.ndarray:
    """Return residuals of the closed loop (member, datum); the theories share one weight."""
    given, serial = closed(), serials(how.members)
    batches = [batch(theory, given, serial, how.seed, ranks) for theory in THEORIES.values()]
    runs = _split(run_batches(batches, given), len(batches))
    return np.concatenate([_residuals(one, last) for one in runs], axis=1) / np.sqrt(len(runs))


def _split(together: Frames, parts: int) -> list[Run]:
    pieces = {name: np.split(values, parts) for name, values in together.items()}
    return [Run({name: piece[i] for name, piece in pieces.items()}) for i in range(parts)]


def _residuals(run: Run, last: int) -> np.ndarray:
    series = [part for one in OBSERVED if (part := _series(one, run, last)) is not None]
    famines = targets.residuals(run, last, ("famine deaths", "cattle over 1928"))
    return np.concatenate([*series, famines], axis=1)


def _series(one: Observed, run: Run, last: int) -> np.ndarray | None:
    rows = known(one, last)
    if rows.empty:
        return None
    model = one.model(run)[:, rows["year"].to_numpy() - FIRST_YEAR]
    value = rows["value"].to_numpy(float)
    log = np.log(np.maximum(model, 1e-9)) - np.log(np.maximum(value, 1e-9))
    apart = model - value if one.absolute else log
    return apart / one.error * min(1.0, np.sqrt(WEIGHT.get(one.series, USUAL_WEIGHT) / len(rows)))


WEIGHT = {"gdp-ussr-maddison": 20, "population-fixed-territory": 20}
USUAL_WEIGHT = 6  # a series counts as at most so many data
