"""The record: what is known to have happened, rival estimates side by side, a source on every number."""

from .table import (
    UnknownName,
    catalogue,
    dropped,
    events,
    find,
    for_variable,
    load,
    observation,
    observations,
    series,
    sources,
    variables,
)

__all__ = [
    "UnknownName",
    "catalogue",
    "dropped",
    "events",
    "find",
    "for_variable",
    "load",
    "observation",
    "observations",
    "series",
    "sources",
    "variables",
]
