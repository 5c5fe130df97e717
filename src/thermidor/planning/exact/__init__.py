"""Procedures in which the centre asks once, knows all that is reported, and computes the plan."""

from ..procedure import Procedure
from .kantorovich import FirstOrderProgramme, LinearProgramme
from .leontief import Leontief, LeontiefDirect

AT_ONCE: tuple[Procedure, ...] = (LinearProgramme(), FirstOrderProgramme(), Leontief(), LeontiefDirect())

BEST: Procedure = AT_ONCE[0]
"""What finds the best plan for any aim."""
