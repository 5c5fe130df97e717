"""Words of a view that the server reads too: which scenarios are compared, of which theories pins are."""

from collections.abc import Iterator, Sequence

from ..errors import did_you_mean
from ..outside import scenario_ids
from ..report.look import FIVE

BY_SCENARIO, WITH, PINS = "scenarios", "with.", "pins."
MOST_COMPARED = 5  # with that of the address
SHORT = {one.short: one.theory for one in FIVE}


def compared(view: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the scenarios that are compared with that of the address, as many as are shown."""
    return tuple(name for name in _after(WITH, view) if name in scenario_ids())[: MOST_COMPARED - 1]


def theories(view: Sequence[str]) -> list[str]:
    """Return the short names of the theories of pinned runs, in order."""
    return next((word.split(".") for word in _after(PINS, view)), [])


def left_out(view: Sequence[str]) -> Iterator[str]:
    """Yield what has to be said of words that name what is not shown.

    >>> list(left_out(["scenarios", "with.no-oil-rent", "with.xyz"]))
    ["There is no packaged scenario 'xyz'. It is not compared."]
    """
    named = _after(WITH, view)
    for name in (one for one in named if one not in scenario_ids()):
        near = did_you_mean(name, scenario_ids())
        yield " ".join(
            filter(None, [f"There is no packaged scenario '{name}'.", near, "It is not compared."])
        )
    for name in [one for one in named if one in scenario_ids()][MOST_COMPARED - 1 :]:
        yield f"At most {MOST_COMPARED} scenarios are compared; '{name}' is not."
    for short in (one for one in theories(view) if one not in SHORT):
        yield f"There is no theory '{short}': the run pinned under it is shown under the first theory."


def _after(start: str, view: Sequence[str]) -> list[str]:
    return [word.removeprefix(start) for word in view if word.startswith(start)]
