"""The example notebooks: run from the first cell to the last, and kept small."""
