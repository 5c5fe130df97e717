"""What a procedure of planning is: a callable that makes a plan from reports, and from nothing else."""

from collections.abc import Callable
from typing import ClassVar, Protocol

from .plan import Plan
from .reports import Reports

Watch = Callable[[int, float], None]
"""Is told of each round: its number from one, and the error after it."""

ENOUGH = 1_000_000
"""Rounds that no procedure reaches before it is done."""


def unwatched(round_: int, error: float) -> None:
    """Let the rounds pass unseen."""


class Procedure(Protocol):
    """Make plans; a frozen dataclass whose fields are the procedure's own parameters.

    ``rounds`` is the most exchanges allowed: at that many the procedure hands over what it has, with its
    certificate. A procedure that asks only once makes one round and takes no notice of more.
    """

    name: ClassVar[str]
    """The word by which commands know it."""

    source: ClassVar[str]
    """Author and year."""

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the plan."""
        ...
