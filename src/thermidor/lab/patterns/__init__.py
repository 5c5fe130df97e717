"""The pattern list: what history looks like, each pattern with its band from the record."""

from .economy import ECONOMY
from .pattern import Pattern, share
from .polity import POLITY
from .world import WORLD

PATTERNS: tuple[Pattern, ...] = (*ECONOMY, *POLITY, *WORLD)

__all__ = ["ECONOMY", "PATTERNS", "POLITY", "WORLD", "Pattern", "share"]
