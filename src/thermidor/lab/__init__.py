"""The laboratory: ensembles, calibration, patterns, comparison."""
