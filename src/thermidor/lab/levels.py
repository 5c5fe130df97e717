"""Quantiles over draws, fast where no draw is missing."""

from collections.abc import Sequence

import numpy as np


def levels(values: np.ndarray, at: Sequence[float]) -> np.ndarray:
    """Return quantiles over the first axis, missing values (NaN) left out, of shape (level, ...).

    NumPy's quantile without missing values takes every column in turn: ten times as long.
    """
    gaps = np.isnan(values).any(axis=0)
    found = np.quantile(values, at, axis=0)
    if gaps.any():
        found[:, gaps] = np.nanquantile(values[:, gaps], at, axis=0)
    return found
