"""The world block, in the order of the year."""

from ...frame.mechanism import Mechanism

WORLD: tuple[Mechanism, ...] = ()
