r"""How well a predictive sample foresaw a datum: log score, CRPS and PIT.

Log score: :math:`\ln \frac1n \sum_i \mathcal N(y;\, x_i,\, \sqrt{h^2 + e^2})`, :math:`h` Silverman's width,
:math:`e` half the record's own range. CRPS: :math:`\mathrm E|X - y| - \frac12 \mathrm E|X - X'|`. Both are
proper (Gneiting and Raftery 2007). PIT: the share of the sample below the datum, ties split.

>>> float(crps(np.array([[0.0], [1.0]]), np.array([0.0]))[0])
0.25
>>> float(pit(np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([2.0]))[0])
0.625
"""

import numpy as np
from scipy.special import logsumexp

FLOOR = -10.0  # as in public forecasting contests: one miss shall not outweigh all else


def log_score(
    draws: np.ndarray, value: np.ndarray, error: np.ndarray | float = 0.0, floor: float = FLOOR
) -> np.ndarray:
    """Return the log density of each datum under its sample, no lower than ``floor``.

    ``draws`` (draw, datum), ``value`` and ``error`` (datum,) in one unit, per which the density is. Raises
    ValueError for a sample without spread where the datum has no error.
    """
    width = np.hypot(silverman(draws), error)
    if np.any(width <= 0):
        raise ValueError("a sample without spread has no density; give the error of the datum")
    z = (value - draws) / width
    density = logsumexp(-0.5 * z**2, axis=0) - np.log(len(draws)) - np.log(width * np.sqrt(2 * np.pi))
    return np.maximum(density, floor)


def silverman(draws: np.ndarray) -> np.ndarray:
    """Return the width of the kernel by datum: 0.9 min(deviation, quartiles / 1.34) n^(-1/5)."""
    low, high = np.quantile(draws, [0.25, 0.75], axis=0)
    deviation, quartiles = draws.std(axis=0, ddof=1), (high - low) / 1.34
    spread = np.where(quartiles > 0, np.minimum(deviation, quartiles), deviation)
    return 0.9 * spread * len(draws) ** -0.2


def crps(draws: np.ndarray, value: np.ndarray) -> np.ndarray:
    """Return the continuous ranked probability score of each datum, in the datum's unit; less is better."""
    n = len(draws)
    ranked = np.sort(draws, axis=0)
    weight = (2 * np.arange(1, n + 1) - n - 1)[:, None]
    apart = (weight * ranked).sum(axis=0) / n**2
    return np.abs(draws - value).mean(axis=0) - apart


def pit(draws: np.ndarray, value: np.ndarray) -> np.ndarray:
    """Return the share of each sample below its datum; half of the ties count."""
    return ((draws < value).mean(axis=0) + (draws <= value).mean(axis=0)) / 2
