"""The procedures by name, in one list."""

from thermidor.errors import unknown

from .exact import AT_ONCE
from .procedure import Procedure
from .procedures import BY_ROUNDS

PROCEDURES: tuple[Procedure, ...] = (*AT_ONCE, *BY_ROUNDS)


def find(name: str, where: str = "--procedure") -> Procedure:
    """Return the procedure of this name, asked for at ``where``.

    Raises ThermidorError with the names most like it, if there is none.
    """
    for one in PROCEDURES:
        if one.name == name:
            return one
    raise unknown("procedure", where, name, [one.name for one in PROCEDURES], "thermidor plan --list")
