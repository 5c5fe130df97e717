"""Priors: what is believed of a parameter before the record is seen."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from scipy.special import ndtri


@dataclass(frozen=True, slots=True)
class Uniform:
    """Every value between two ends is equally likely."""

    low: float
    high: float

    @property
    def median(self) -> float:
        """Return the middle."""
        return (self.low + self.high) / 2

    def quantile(self, u: np.ndarray) -> np.ndarray:
        """Return the value below which a share ``u`` of belief lies."""
        return self.low + (self.high - self.low) * u


@dataclass(frozen=True, slots=True)
class LogNormal:
    """A positive number known up to a factor: median and log standard deviation."""

    median: float
    spread: float

    def quantile(self, u: np.ndarray) -> np.ndarray:
        """Return the value below which a share ``u`` of belief lies."""
        return self.median * np.exp(self.spread * ndtri(u))


@dataclass(frozen=True, slots=True)
class LogitNormal:
    """A share known up to its odds: median and logit standard deviation."""

    median: float
    spread: float

    def quantile(self, u: np.ndarray) -> np.ndarray:
        """Return the value below which a share ``u`` of belief lies."""
        odds = self.median / (1 - self.median) * np.exp(self.spread * ndtri(u))
        return odds / (1 + odds)


@dataclass(frozen=True, slots=True)
class Normal:
    """A number of either sign."""

    median: float
    spread: float

    def quantile(self, u: np.ndarray) -> np.ndarray:
        """Return the value below which a share ``u`` of belief lies."""
        return self.median + self.spread * ndtri(u)


Prior: TypeAlias = Uniform | LogNormal | LogitNormal | Normal
