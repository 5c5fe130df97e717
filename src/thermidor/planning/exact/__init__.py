"""Procedures in which the centre asks once, knows all that is reported, and computes the plan."""

from ..procedure import Procedure
from .programme import LinearProgramme

AT_ONCE: tuple[Procedure, ...] = (LinearProgramme(),)

BEST: Procedure = AT_ONCE[0]
"""What finds the best plan for any aim."""
