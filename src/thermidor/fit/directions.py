r"""Directions: the few mixtures of summaries that theories and their parameters move.

From banks of all theories: :math:`B` the covariance of what the parameters and the theories make of the
summaries on average, :math:`W` that of body, luck and allowed error. The leading solutions of :math:`B u =
\lambda W u` are kept (discriminant directions, Fisher 1936; for summaries of simulators Fearnhead and
Prangle 2012). What no theory and no parameter moves cannot tell them apart, and is left out. Directions
depend on which years are seen and on the allowed error, not on what the record says.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.linalg import eigh

from .bank import Bank
from .emulator import surface, terms

MOST = 20
LEAST = 0.03  # a direction that is moved by less than this share of what chance does is noise


@dataclass(frozen=True, slots=True)
class Directions:
    """``axes`` (summary, direction); ``noise``, the allowed error along them; how far they are ``moved``."""

    axes: np.ndarray
    noise: np.ndarray
    moved: np.ndarray

    def along(self, summaries: np.ndarray) -> np.ndarray:
        """Return summaries seen along the directions, shape (..., direction)."""
        return summaries @ self.axes


def directions(banks: Sequence[Bank], noise: np.ndarray, most: int = MOST) -> Directions:
    """Return the directions in which banks of theories differ, for an allowed error (summary, summary)."""
    means, chance = [], noise.copy()
    for one in banks:
        mean = terms(one.scores) @ surface(one.scores, one.summaries)
        means.append(mean)
        chance += np.cov((one.summaries - mean).T) / len(banks)
    share, axes = eigh(np.cov(np.concatenate(means).T), chance)
    order = np.argsort(share)[::-1][:most]
    order = order[share[order] > LEAST] if share[order[0]] > LEAST else order[:1]
    axes = axes[:, order]
    return Directions(axes, axes.T @ noise @ axes, share[order])
