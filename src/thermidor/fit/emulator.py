r"""What a run's summaries are likely to be, given its free parameters: regression on a bank of runs.

.. math:: s = B\,q(\theta) + e, \qquad e \sim \mathcal N(0,\; D_\theta^{1/2} R\, D_\theta^{1/2})

:math:`q`: one, the scores, their squares and products; :math:`\ln D` is linear in the scores (fitted to the
logarithm of squared residuals, whose mean under a Gaussian is :math:`-1.27`); :math:`R` the residuals'
correlation. What is left, :math:`e`, is what body and luck do.
"""

from dataclasses import dataclass

import numpy as np

LOG_SQUARE = -1.2704  # mean of the logarithm of a squared standard normal
SHRUNK = 0.05  # part of the correlation given up, so that it can be inverted
RIDGE = 1e-6


@dataclass(frozen=True, slots=True)
class Emulator:
    """``weights`` (term, summary) of means, ``spread`` (1 + parameter, summary) of log variances."""

    weights: np.ndarray
    spread: np.ndarray
    correlation: np.ndarray

    def mean(self, scores: np.ndarray) -> np.ndarray:
        """Return the mean of the summaries, shape (draw, summary)."""
        return terms(scores) @ self.weights

    def variance(self, scores: np.ndarray) -> np.ndarray:
        """Return the variance of the summaries, shape (draw, summary)."""
        return np.exp(_linear(scores) @ self.spread)


def emulator(scores: np.ndarray, summaries: np.ndarray) -> Emulator:
    """Return the regression of summaries (run, summary) on scores (run, parameter)."""
    weights = _solved(terms(scores), summaries)
    residual = summaries - terms(scores) @ weights
    log_square = np.log(residual**2 + 1e-8 + 1e-3 * residual.var(0))
    spread = _solved(_linear(scores), log_square, ridge=0.02 * len(scores))
    standard = residual / np.exp(_linear(scores) @ spread / 2)
    spread[0] += np.log((standard**2).mean(0))  # the level by second moment, robust to the tails' form
    correlation = (1 - SHRUNK) * np.corrcoef(standard.T) + SHRUNK * np.eye(summaries.shape[1])
    return Emulator(weights, spread, correlation)


def terms(scores: np.ndarray) -> np.ndarray:
    """Return one, the scores, their squares and products, shape (draw, term)."""
    one, other = np.triu_indices(scores.shape[1])
    return np.concatenate([_linear(scores), scores[:, one] * scores[:, other]], axis=1)


def _linear(scores: np.ndarray) -> np.ndarray:
    return np.concatenate([np.ones((len(scores), 1)), scores], axis=1)


def _solved(design: np.ndarray, target: np.ndarray, ridge: float = RIDGE) -> np.ndarray:
    penalty = ridge * np.eye(design.shape[1])
    penalty[0, 0] = 0.0
    return np.linalg.solve(design.T @ design + penalty, design.T @ target)
