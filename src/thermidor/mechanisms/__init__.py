"""Causal mechanisms: one claim, one file. They never know each other: they meet in the state."""
