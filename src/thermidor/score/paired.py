r"""Whether one entrant beat another: the mean difference of their scores, with its error.

Scores of one group (a series frozen at one date) share their fortune, so groups are averaged first:
:math:`\bar d = \frac1G \sum_g \bar d_g`, error :math:`s_d / \sqrt G`. A difference within two errors ties.

>>> difference(np.array([1.0, 3.0, 2.0]), np.array([0.0, 0.0, 0.0]), ["a", "a", "b"])
Difference(mean=2.0, error=0.0, groups=2)
>>> difference(np.array([1.0, -1.0]), np.array([0.0, 0.0]), ["a", "b"]).tied
True
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

TIE = 2.0  # errors


@dataclass(frozen=True, slots=True)
class Difference:
    """Mean of the paired differences, its standard error (NaN for one group), number of groups."""

    mean: float
    error: float
    groups: int

    @property
    def tied(self) -> bool:
        """Return whether the difference is within two errors, or cannot be told from one group."""
        return not abs(self.mean) > TIE * self.error


def difference(one: np.ndarray, other: np.ndarray, groups: Sequence[Hashable]) -> Difference:
    """Return ``one`` less ``other`` over the data both were scored on, grouped.

    Raises ValueError if there is no datum or the lengths differ.
    """
    apart = np.asarray(one, float) - np.asarray(other, float)
    if not len(apart) or len(apart) != len(groups):
        raise ValueError(f"{len(apart)} scores in {len(groups)} groups")
    means = [apart[[g == known for g in groups]].mean() for known in dict.fromkeys(groups)]
    error = np.std(means, ddof=1) / np.sqrt(len(means)) if len(means) > 1 else np.nan
    return Difference(float(np.mean(means)), float(error), len(means))
