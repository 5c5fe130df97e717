"""Scores of predictive samples: log score, CRPS, PIT, paired differences, stacking; no model, no record."""

from .paired import Difference, difference
from .sample import crps, log_score, pit
from .stacking import weights, without_each

__all__ = ["Difference", "crps", "difference", "log_score", "pit", "weights", "without_each"]
