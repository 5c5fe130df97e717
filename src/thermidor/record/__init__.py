"""The record: what is known to have happened, rival estimates side by side, a source on every number."""

from .table import (
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
