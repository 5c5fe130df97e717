"""The years that a figure of the record may speak of."""

YEARS = (1885, 2012)
