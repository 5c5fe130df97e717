"""A problem whose posterior and evidence are known: linear, Gaussian, with prior N(0, I)."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import multivariate_normal


@dataclass(frozen=True)
class Linear:
    """A datum y = A theta + e, e ~ N(0, error^2 I)."""

    matrix: np.ndarray
    error: float = 0.5

    @property
    def width(self) -> int:
        return self.matrix.shape[1]

    def made(self, dice: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        """Return true parameters and a datum."""
        truth = dice.standard_normal(self.width)
        return truth, self.matrix @ truth + self.error * dice.standard_normal(len(self.matrix))

    def likelihood(self, datum: np.ndarray):
        def of(scores: np.ndarray, serial: np.ndarray) -> np.ndarray:
            return multivariate_normal.logpdf(
                datum - scores @ self.matrix.T, np.zeros(len(datum)), self.error**2 * np.eye(len(datum))
            )

        return of

    def noisy(self, datum: np.ndarray, noise: float):
        """Return the likelihood times a chance factor whose mean is one, by serial number."""
        exact = self.likelihood(datum)

        def of(scores: np.ndarray, serial: np.ndarray) -> np.ndarray:
            dice = np.array([np.random.default_rng([7, int(s)]).standard_normal() for s in serial])
            return exact(scores, serial) + noise * dice - noise**2 / 2

        return of

    def evidence(self, datum: np.ndarray) -> float:
        covariance = self.matrix @ self.matrix.T + self.error**2 * np.eye(len(datum))
        return float(multivariate_normal.logpdf(datum, np.zeros(len(datum)), covariance))

    def posterior(self, datum: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        precision = np.eye(self.width) + self.matrix.T @ self.matrix / self.error**2
        covariance = np.linalg.inv(precision)
        return covariance @ self.matrix.T @ datum / self.error**2, covariance


THREE = Linear(np.array([[1.0, 0.3, 0.0], [0.2, -1.0, 0.1], [0.5, 0.5, 0.0], [0.0, 1.0, 0.2]]))
