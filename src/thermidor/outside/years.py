"""The years of a run."""

YEARS = range(1913, 2000)
