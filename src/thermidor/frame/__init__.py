"""The frame: what is counted, how it may change, and what every theory must keep."""
