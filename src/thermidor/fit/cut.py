r"""The history-matching cut: where in the prior a theory is not already ruled out, and how much that leaves.

Implausibility along a direction is :math:`|y - \mu| / \sqrt{C + \Sigma}` (mean, variance and allowed error);
the third greatest counts, so that no single direction, where the emulator may be bad, rules anything out
(Vernon, Goldstein and Bower 2010). Beyond three the parameters are ruled out.
"""

from dataclasses import dataclass

import numpy as np

from .emulator import Emulator

BOUND = 3.0
PLACE = 3  # the third greatest
LOOKED = 50_000  # draws of the prior from which the volume is told
LEAST = 2e-3  # a smaller volume is not told apart from nothing: the theory is refuted, and fitted uncut


@dataclass(frozen=True, slots=True)
class Cut:
    """Which parameters survive, and the surviving ``volume`` as a share of the prior."""

    datum: np.ndarray
    emulator: Emulator
    noise: np.ndarray
    volume: float

    @property
    def refuted(self) -> bool:
        """Return whether hardly anything survives."""
        return self.volume < LEAST

    def __call__(self, scores: np.ndarray) -> np.ndarray:
        """Return by draw whether the parameters survive; where everything is refuted, all stay."""
        if self.refuted:
            return np.ones(len(scores), bool)
        return implausibility(self.datum, self.emulator, self.noise, scores) <= BOUND

    @property
    def log_volume(self) -> float:
        """Return the logarithm of what is kept of the prior: evidence within it counts for so much."""
        return 0.0 if self.refuted else float(np.log(self.volume))


def implausibility(
    datum: np.ndarray, emulator: Emulator, noise: np.ndarray, scores: np.ndarray
) -> np.ndarray:
    """Return the third greatest implausibility by draw (the greatest where there are fewer directions)."""
    spread = np.sqrt(emulator.variance(scores) + np.diag(noise))
    far = np.sort(np.abs(datum - emulator.mean(scores)) / spread, axis=1)
    return far[:, -min(PLACE, far.shape[1])]


def cut(datum: np.ndarray, emulator: Emulator, noise: np.ndarray, seed: int) -> Cut:
    """Return the cut of a datum, its volume estimated from draws of the prior."""
    width = emulator.spread.shape[0] - 1
    scores = np.random.default_rng([seed, 3]).standard_normal((LOOKED, width))
    inside = implausibility(datum, emulator, noise, scores) <= BOUND
    return Cut(datum, emulator, noise, float(inside.mean()))
