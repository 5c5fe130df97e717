"""Chores of the studio that need a browser: pictures for the docs, and what tests and benchmarks share."""
