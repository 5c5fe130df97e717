"""The closed loop, all theories at once: one shared body brought into contact with the record of 1913-1940.

The members start from the block fit. Every member is run under every theory with the same luck, so
that no theory has a body of its own.
"""

from collections.abc import Callable

import numpy as np
from scipy.special import ndtr

from ..theories import THEORIES
from .belief import priors, quantiles
from .block import BODY, FAMINES, SLIGHT, Belief
from .ensemble import Frames, batch, run_batches, serials
from .measure import FIRST_YEAR
from .observe import OBSERVED, Observed
from .patterns import Run
from .setting import closed
from .smoother import Smoothing, smooth, standard

LAST_YEAR = 1940
BODY_SEARCH = Smoothing(members=600, steps=8, inflation=12.0, keep=0.15)
TURN, TURN_ERROR, NEVER = 1929.0, 2.0, 1945.0


def fit_body(block: Belief, how: Smoothing, tell: Callable[[int, float], None]) -> Belief:
    """Fit the shared body in the closed loop to what the record says up to 1940."""
    names, given = tuple(priors(BODY)), closed()
    base = quantiles(BODY, how.seed, serials(how.members))

    def outcome(scores: np.ndarray) -> np.ndarray:
        ranks = base | {name: ndtr(scores[:, i]) for i, name in enumerate(names)}
        batches = [batch(t, given, serials(how.members), how.seed, ranks) for t in THEORIES.values()]
        runs = _split(run_batches(batches, given), len(batches))
        return np.concatenate([_residuals(one) for one in runs], axis=1) / np.sqrt(len(runs))

    return Belief(names, smooth(_members(names, block, how), outcome, how, tell))


def _members(names: tuple[str, ...], block: Belief, how: Smoothing) -> np.ndarray:
    """Return starting members: the block's parameters from its fit, all others from their priors."""
    scores = standard(len(names), how)
    known = [names.index(name) for name in block.names if name in names]
    kept = [i for i, name in enumerate(block.names) if name in names]
    scores[:, known] = block.gaussian.scores(standard(len(block.names), how))[:, kept]
    return scores


def _split(together: Frames, parts: int) -> list[Run]:
    pieces = {name: np.split(values, parts) for name, values in together.items()}
    return [Run({name: piece[i] for name, piece in pieces.items()}) for i in range(parts)]


def _residuals(run: Run) -> np.ndarray:
    series = [part for one in OBSERVED if (part := _series(one, run)) is not None]
    return np.concatenate([*series, _famines(run), _turn(run)], axis=1)


def _series(one: Observed, run: Run) -> np.ndarray | None:
    rows = one.record()
    rows = rows[rows["year"] <= LAST_YEAR]
    if rows.empty:
        return None
    model = one.model(run)[:, rows["year"].to_numpy() - FIRST_YEAR]
    value = rows["value"].to_numpy(float)
    log = np.log(np.maximum(model, 1e-9)) - np.log(np.maximum(value, 1e-9))
    apart = model - value if one.absolute else log
    return apart / one.error * min(1.0, np.sqrt(WEIGHT / len(rows)))


WEIGHT = 6  # a series counts as at most so many data


def _famines(run: Run) -> np.ndarray:
    known = [famine for famine in FAMINES if famine[1] <= LAST_YEAR]
    apart = [np.log((run["starved"].total(a, b) + SLIGHT) / (deaths + SLIGHT)) for a, b, deaths in known]
    return np.stack(apart, axis=1) / 0.35


def _turn(run: Run) -> np.ndarray:
    """Return how far the turn to force lies from its date, in years over the error allowed."""
    year = run["turn"].first_above(0.5, 1918)
    return ((np.where(np.isfinite(year), year, NEVER) - TURN) / TURN_ERROR)[:, None]
