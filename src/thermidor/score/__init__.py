"""Scores of predictive samples: log score, CRPS, PIT, paired differences. Knows no model and no record."""

from .paired import Difference, difference
from .sample import crps, log_score, pit

__all__ = ["Difference", "crps", "difference", "log_score", "pit"]
