r"""Synthetic likelihood: how likely a datum is, were summaries Gaussian given the parameters.

.. math:: \ln \mathcal N(y;\; \mu_\theta,\; C_\theta + \Sigma)

:math:`\Sigma` the allowed error, :math:`\mu, C` mean and covariance of what runs give (Wood 2010).
*Emulated*: both from the emulator. *Direct*: the mean of :math:`K` runs at the parameters, each with its own
body and luck; the variance is that of the runs, drawn towards the emulator's as if by ``TRUST`` runs, and
correlations are the emulator's (few runs cannot tell them; Priddle et al. 2022 shrink likewise). As the mean
of :math:`K` runs scatters by :math:`C/K`, the direct one uses :math:`\Sigma + C (1 - 1/K)`: then it is right
on average.
"""

from dataclasses import dataclass

import numpy as np

from .directions import Directions
from .emulator import Emulator
from .simulate import Spread, Task, many
from .store import Store

TRUST = 24.0  # runs for which the emulator's variance counts


def gaussian(gap: np.ndarray, covariance: np.ndarray) -> np.ndarray:
    """Return the log density at gaps (draw, datum) of Gaussians with covariances (draw, datum, datum)."""
    root = np.linalg.cholesky(covariance)
    standard = np.linalg.solve(root, gap[..., None])[..., 0]
    log_size = np.log(np.diagonal(root, axis1=-2, axis2=-1)).sum(-1)
    return -0.5 * (standard**2).sum(-1) - log_size - 0.5 * gap.shape[-1] * np.log(2 * np.pi)


@dataclass(frozen=True, slots=True)
class Emulated:
    """The emulated likelihood of a datum, given along the directions, shape (direction,)."""

    datum: np.ndarray
    emulator: Emulator
    noise: np.ndarray

    def __call__(self, scores: np.ndarray, serial: np.ndarray) -> np.ndarray:
        """Return the log likelihood by draw; it takes no luck."""
        variance = self.emulator.variance(scores)
        gap = self.datum - self.emulator.mean(scores)
        return gaussian(gap, self.noise + spanned(variance, self.emulator.correlation))


@dataclass(frozen=True, slots=True)
class Direct:
    """The direct likelihood of a datum: ``runs`` of a theory at every set of parameters, ``kept`` as made."""

    theory: str
    until: int
    seed: int
    runs: int
    datum: np.ndarray
    directions: Directions
    emulator: Emulator
    spread: Spread
    kept: Store | None = None

    def __call__(self, scores: np.ndarray, serial: np.ndarray) -> np.ndarray:
        """Return the estimated log likelihood by draw, from runs whose luck follows from ``serial``."""
        each = (serial[:, None] * self.runs + np.arange(self.runs)).ravel()
        task = Task(self.theory, self.until, self.seed, np.repeat(scores, self.runs, axis=0), each)
        step = None if self.kept is None else self.kept.step(int(serial[0]) // len(serial), task.scores)
        found = self.directions.along(many(task, self.spread, step)).reshape(len(scores), self.runs, -1)
        return estimated(self.datum, found, self.emulator.variance(scores), self)


def estimated(datum: np.ndarray, found: np.ndarray, expected: np.ndarray, one: Direct) -> np.ndarray:
    """Return the log likelihood from runs (draw, run, direction) and variances expected of them."""
    runs = found.shape[1]
    own = found.var(axis=1, ddof=1) if runs > 1 else expected
    variance = (TRUST * expected + (runs - 1) * own) / (TRUST + runs - 1)
    covariance = (1 - 1 / runs) * spanned(variance, one.emulator.correlation)
    return gaussian(datum - found.mean(axis=1), one.directions.noise + covariance)


def spanned(variance: np.ndarray, correlation: np.ndarray) -> np.ndarray:
    """Return covariances (draw, datum, datum) of variances (draw, datum) and one correlation."""
    deviation = np.sqrt(variance)
    return deviation[:, :, None] * correlation * deviation[:, None, :]
