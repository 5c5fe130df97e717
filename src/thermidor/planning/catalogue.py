"""The procedures by name, in one list."""

from thermidor.errors import unknown

from .exact import AT_ONCE
from .procedure import Procedure
from .procedures import BY_ROUNDS

PROCEDURES: tuple[Procedure, ...] = (*AT_ONCE, *BY_ROUNDS)


def find(name: str) -> Procedure:
    """Return the procedure of this name.

    Raises ThermidorError with the names most like it, if there is none.
    """
    for one in PROCEDURES:
        if one.name == name:
            return one
    raise unknown("procedure", "--procedure", name, [one.name for one in PROCEDURES], "thermidor plan --list")
