r"""What a run's summaries are likely to be, given its free parameters: regression on a bank of runs.

.. math:: s = B\,q(\theta) + e, \qquad e \sim \mathcal N(0,\; D_\theta^{1/2} R\, D_\theta^{1/2})

:math:`q`: one, the scores, their squares and products, those of second order drawn towards nought;
:math:`\ln D` is linear in the scores: its slopes are fitted to the logarithm of squared residuals and drawn
towards nought, its level to their mean square, with what fitting loses and errs. :math:`R`: the residuals'
correlation. What is left, :math:`e`, is what body and luck do.
"""

from dataclasses import dataclass

import numpy as np

SHRUNK = 0.05  # part of the correlation given up, so that it can be inverted
CURVED = 100.0  # runs for which it counts that a surface is plane: terms of second order are mostly small
STEADY = 500.0  # runs for which it counts that the spread is everywhere the same


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
    design, plain, weights = terms(scores), _linear(scores), surface(scores, summaries)
    residual = summaries - design @ weights
    log_square = np.log(residual**2 + 1e-8 + 1e-3 * residual.var(0))
    spread = _solved(plain, log_square, STEADY * (np.arange(plain.shape[1]) > 0))
    standard = residual / np.exp(plain @ spread / 2)
    lost = (len(design) + design.shape[1]) / max(len(design) - design.shape[1], 1)  # by fitting so many terms
    spread[0] += np.log((standard**2).mean(0) * lost)
    correlation = (1 - SHRUNK) * np.corrcoef(standard.T) + SHRUNK * np.eye(summaries.shape[1])
    return Emulator(weights, spread, correlation)


def surface(scores: np.ndarray, summaries: np.ndarray) -> np.ndarray:
    """Return the weights (term, summary) of the mean alone; a summary may be the same in all runs."""
    design = terms(scores)
    second = np.arange(design.shape[1]) > scores.shape[1]
    return _solved(design, summaries, CURVED * second)


def terms(scores: np.ndarray) -> np.ndarray:
    """Return one, the scores, their squares and products, shape (draw, term)."""
    one, other = np.triu_indices(scores.shape[1])
    return np.concatenate([_linear(scores), scores[:, one] * scores[:, other]], axis=1)


def _linear(scores: np.ndarray) -> np.ndarray:
    return np.concatenate([np.ones((len(scores), 1)), scores], axis=1)


def _solved(design: np.ndarray, target: np.ndarray, penalty: np.ndarray) -> np.ndarray:
    """Return least squares with a penalty on each term's weight, counted in runs."""
    return np.linalg.solve(design.T @ design + np.diag(penalty + 1e-9), design.T @ target)
