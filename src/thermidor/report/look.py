"""How each theory looks in every chart: colour, dash pattern and a short label, never colour alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..theories import THEORIES


@dataclass(frozen=True, slots=True)
class Look:
    """Short label, class of the style sheet (which holds the colours) and dash pattern of one theory."""

    theory: str
    short: str
    css: str
    dash: str

    @property
    def name(self) -> str:
        """Return the name of the theory, or its id if it is not one of the five."""
        return THEORIES[self.theory].name if self.theory in THEORIES else self.theory


FIVE = (
    Look("bureaucratic-collectivism", "BC", "t1", ""),
    Look("degenerated-workers-state", "DWS", "t2", "8 3"),
    Look("non-mode-of-production", "NM", "t3", "2 3"),
    Look("transitory-caste", "TC", "t4", "8 3 2 3"),
    Look("state-capitalism", "SC", "t5", "12 4"),
)
KNOWN = {one.theory: one for one in FIVE}


def looks(theories: Iterable[str]) -> dict[str, Look]:
    """Return the look of each theory; one beside the five has its initials and a grey dotted line.

    >>> [one.short for one in looks(["state-capitalism", "null-trend"]).values()]
    ['SC', 'NT']
    """
    return {one: KNOWN.get(one) or Look(one, _initials(one), "t0", "1 3") for one in theories}


def _initials(theory: str) -> str:
    return "".join(word[0] for word in theory.split("-") if word).upper()
