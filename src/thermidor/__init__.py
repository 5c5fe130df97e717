"""Thermidor: rival theories of the Soviet system on one set of accounts, against the record."""

__version__ = "0.1.0"
