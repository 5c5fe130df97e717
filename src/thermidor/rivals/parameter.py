"""Parameters of rivals: what is believed of them before the record is seen, and why.

>>> from thermidor.frame.prior import LogNormal
>>> Parameter(LogNormal(0.2, 0.5), "share replaced (assumption)").median
0.2
"""

from dataclasses import dataclass

import numpy as np

from ..frame.prior import Prior


@dataclass(frozen=True, slots=True)
class Parameter:
    """A prior with its meaning: what it measures, in which unit, and in brackets where it is from."""

    prior: Prior
    meaning: str

    @property
    def median(self) -> float:
        """Return the middle of the prior."""
        return self.prior.median

    def quantile(self, u: np.ndarray) -> np.ndarray:
        """Return the value below which a share ``u`` of belief lies."""
        return self.prior.quantile(u)
