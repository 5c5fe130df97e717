"""What a page shows beside the run of its address: runs that were pinned, scenarios that are compared."""

from ..outside import Scenario, scenario
from . import view_words
from .address import Asked
from .desk import Question

PAGE = "compare"
LETTERS = "ABCDE"[: view_words.MOST_COMPARED]


def pinned(asked: Asked) -> tuple[Question, ...]:
    """Return what is to be run for the pinned runs, each under its own theory."""
    shorts = [*view_words.theories(asked.view), *[""] * len(asked.pins)]
    return tuple(
        _question(asked, one, view_words.SHORT.get(short, asked.theories[0]))
        for one, short in zip(asked.pins, shorts, strict=False)
    )


def compared(asked: Asked) -> tuple[Question, ...]:
    """Return what is to be run where scenarios are compared under one theory: A, that of the address, to E.

    Empty where none are.
    """
    if asked.page != PAGE or view_words.BY_SCENARIO not in asked.view:
        return ()
    others = map(scenario, view_words.compared(asked.view))
    return tuple(_question(asked, one, asked.theories[0]) for one in (asked.scenario, *others))


def _question(asked: Asked, one: Scenario, theory: str) -> Question:
    return Question(one, (theory,), asked.charts, asked.draws, asked.seed)
