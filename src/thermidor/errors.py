"""Faults that a user can mend, each told in one message: where, what, value, remedy."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from enum import IntEnum

FEW = 8


class Kind(IntEnum):
    """Say what sort of fault it is; the number is the exit code of the command line."""

    INTERNAL = 1
    BAD_INPUT = 2
    MISSING = 3
    NOT_WRITABLE = 4


class ThermidorError(Exception):
    """Tell a fault with all that is needed to mend it.

    ``what`` is wrong, ``where`` (option, file, key), the offending ``value``, the ``remedy`` as a
    sentence, and its ``kind``.
    """

    def __init__(
        self, what: str, where: str = "", value: object = None, remedy: str = "", kind: Kind = Kind.BAD_INPUT
    ) -> None:
        self.what, self.where, self.value, self.remedy, self.kind = what, where, value, remedy, kind
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """Return the fault as one message."""
        place = f"{self.where}: " if self.where else ""
        value = "" if self.value is None else f": {self.value!r}"
        said = f"{place}{self.what}{value}"
        stop = "" if said.endswith((".", "?", "!")) else "."
        return f"{said}{stop} {self.remedy}".rstrip()


def did_you_mean(value: str, known: Iterable[str]) -> str:
    """Return a remedy that names the known words most like the value, or all if they are few."""
    words = sorted(known)
    near = get_close_matches(value.lower(), words, n=3, cutoff=0.55)
    near = near or [word for word in words if value and value.lower() in word.lower()][:3]
    if near:
        return f"Did you mean {' or '.join(map(repr, near))}?"
    if words and len(words) <= FEW:
        return f"Known are {', '.join(words)}."
    return ""


def unknown(thing: str, where: str, value: str, known: Iterable[str], listing: str = "") -> ThermidorError:
    """Return the fault of naming a thing that does not exist; ``listing`` is the command that lists them."""
    more = f"`{listing}` lists them all." if listing else ""
    remedy = f"{did_you_mean(value, known)} {more}".strip()
    return ThermidorError(f"unknown {thing}", where, value, remedy, Kind.MISSING)


def together(faults: Sequence[ThermidorError]) -> ThermidorError:
    """Return several faults as one, so that a file is mended in one go.

    Raises ValueError if there is none.
    """
    if not faults:
        raise ValueError("no fault to tell")
    if len(faults) == 1:
        return faults[0]
    lines = "\n".join(f"  {number}. {fault.message}" for number, fault in enumerate(faults, 1))
    return ThermidorError(f"{len(faults)} faults", remedy=f"\n{lines}", kind=faults[0].kind)
