"""What several claims hold a scenario against, so that only the cause in question differs."""

from .claim import Change

OPEN_OUTCOMES = Change("outcomes-left-open", {"open_outcomes": True})
"""History, but upheavals abroad may win by chance: for scenarios that leave their outcome open too."""
