r"""Simulation-based calibration: whether posteriors say what is true as often as they claim.

The rank of the true parameter among posterior draws is uniform, if data come from the prior and the sampler
and likelihood are right (Talts et al. 2018). Tested by chi-square over bins of equal width. A posterior can
be right and empty: *contraction* is the share of the prior's variance that the datum takes away.
"""

import numpy as np
from scipy.stats import chisquare

DRAWS = 99  # posterior draws a rank is taken among
SURE = 0.05  # a smaller chance of ranks so uneven counts against uniformity
FLAT = 0.1  # a contraction below it is none
A_BIN = 10  # twins expected in a bin, at least
BINS = 10


def rank(truth: np.ndarray, scores: np.ndarray, dice: np.random.Generator) -> np.ndarray:
    """Return the rank of the truth (parameter,) among draws picked from a posterior (particle, parameter)."""
    picked = scores[dice.integers(len(scores), size=DRAWS)]
    ties = dice.uniform(size=len(truth))
    return (picked < truth).sum(0) + np.floor(ties * ((picked == truth).sum(0) + 1))


def uniformity(ranks: np.ndarray) -> float:
    """Return the chance that uniform ranks of 0 to DRAWS would be as uneven as these, or more."""
    bins = int(np.clip(len(ranks) // A_BIN, 2, BINS))
    counts, _ = np.histogram((ranks + 0.5) / (DRAWS + 1), bins, (0.0, 1.0))
    return float(chisquare(counts).pvalue)


def contraction(scores: np.ndarray) -> np.ndarray:
    """Return by parameter the share of the prior's variance (one) that a posterior does without."""
    return 1.0 - scores.var(axis=0)


def verdict(chance: float, contracted: float) -> str:
    """Return in one word what is to be said of a parameter."""
    if chance < SURE:
        return "miscalibrated"
    return "flat" if contracted < FLAT else "identified"
