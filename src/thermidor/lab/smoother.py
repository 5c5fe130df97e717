"""Ensemble smoother with multiple data assimilation (Emerick and Reynolds 2013).

Normal scores of the parameters are moved by the regression of what runs give on what they were
given, in several steps of inflated error. It needs no gradients, only that outcomes change
smoothly, which holds for a block under recorded policy.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Outcome = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True, slots=True)
class Smoothing:
    """How to smooth: members, steps, inflation of error by step, seed, last weight of plain variances."""

    members: int = 600
    steps: int = 8
    inflation: float = 8.0
    seed: int = 1
    keep: float = 0.3


@dataclass(frozen=True, slots=True)
class Gaussian:
    """What is believed after: mean and lower triangular root of the covariance of the scores."""

    mean: np.ndarray
    root: np.ndarray

    def scores(self, noise: np.ndarray) -> np.ndarray:
        """Return scores for standard normal noise of shape (draw, parameter)."""
        return self.mean + noise @ self.root.T


def standard(width: int, how: Smoothing) -> np.ndarray:
    """Return members drawn from the prior, shape (member, parameter)."""
    return np.random.default_rng([how.seed, 1]).normal(size=(how.members, width))


def smooth(
    scores: np.ndarray, outcome: Outcome, how: Smoothing, tell: Callable[[int, float], None]
) -> Gaussian:
    """Return the belief after seeing the record, starting from members ``scores`` (member, parameter).

    ``outcome`` maps scores (member, parameter) to standardised residuals (member, datum): distance
    from the record over its allowed error, signed. Members that break are left out of a step.
    """
    dice = np.random.default_rng(how.seed)
    best, nearest = scores, np.inf
    for step in range(how.steps + 1):
        residual = np.clip(outcome(scores), -CAP, CAP)
        sound = np.isfinite(residual).all(axis=1)
        distance = float(np.median(np.sqrt(np.mean(residual[sound] ** 2, axis=1))))
        tell(step, distance)
        best, nearest = (scores[sound], distance) if distance < nearest else (best, nearest)
        scores = _moved(scores[sound], residual[sound], how, dice)
    return _gaussian(best, how.keep)


CAP = 6.0  # residuals beyond it are no worse
CHANCE = 2.0  # standard errors of a correlation


def _moved(scores: np.ndarray, residual: np.ndarray, how: Smoothing, dice: np.random.Generator) -> np.ndarray:
    inflation = how.inflation
    centred, given = residual - residual.mean(0), scores - scores.mean(0)
    cross = _believed(
        given.T @ centred / (len(scores) - 1), given.std(0)[:, None] * centred.std(0), len(scores)
    )
    spread = centred.T @ centred / (len(scores) - 1) + inflation * np.eye(residual.shape[1])
    noise = np.sqrt(inflation) * dice.normal(size=residual.shape)
    moved = scores - (residual + noise) @ np.linalg.solve(spread, cross.T)
    return moved[np.resize(np.arange(len(moved)), how.members)]


def _believed(cross: np.ndarray, scale: np.ndarray, members: int) -> np.ndarray:
    """Return covariances without those that chance alone would give: small ensembles see too many links."""
    correlation = cross / np.maximum(scale, 1e-12)
    return np.where(np.abs(correlation) > CHANCE / np.sqrt(members), cross, 0.0)


def _gaussian(scores: np.ndarray, keep: float) -> Gaussian:
    """Return mean and root; part of the prior's spread is kept, because small ensembles grow too sure."""
    covariance = (1 - keep) * np.cov(scores.T) + keep * np.diag(np.var(scores, axis=0))
    covariance += 0.02 * np.eye(scores.shape[1])
    return Gaussian(scores.mean(0), np.linalg.cholesky(covariance))
