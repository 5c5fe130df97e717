"""Inference: what a record teaches of free parameters, how likely a theory makes it, and whom to trust."""
