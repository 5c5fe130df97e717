"""Procedures that exchange messages by rounds."""

from ..procedure import Procedure

BY_ROUNDS: tuple[Procedure, ...] = ()
