"""Five ways to move a lever, each as a reader does it: what the benchmark of the studio times."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any

from playwright.sync_api import Locator, Page
from tools.studio.browse import settled, wait_until

from .studio_page import SET

OIL = "world price of oil"
MOVES = 10
PAUSES = (0.15, 0.2, 0.25)  # seconds between moves: a hand that goes on, so that no full run sets in
REST = 0.2  # seconds that a pointer stands on a slider before the click
PLACES = (
    0.23,
    0.71,
    0.41,
    0.87,
    0.36,
    0.65,
    0.15,
    0.79,
    0.58,
    0.95,
)  # along a slider; no key leads on to the next
DRAG = (0.1, 0.9, 20, 1.0)  # from, to, moves of the pointer, seconds


@dataclass(frozen=True, slots=True)
class Input:
    """Milliseconds from an input to its paint, and whether the answer lay ready."""

    ms: float
    ready: bool | None


Protocol = Callable[[Page, int], list[Input]]


def steps(page: Page, turn: int) -> list[Input]:
    """Go up one lever step by step, on from where the last turn ended."""
    oil = page.get_by_label(OIL, exact=True)
    if turn == 0:
        lowest(page, oil)
    return keys(page, oil, ("ArrowRight",))


def jumps(page: Page, turn: int) -> list[Input]:
    """Go to and fro by keys: ten steps up, then one down."""
    return keys(page, new(page, turn), ("PageUp", "ArrowLeft"))


def clicks(page: Page, turn: int) -> list[Input]:
    """Click on a slider where the pointer has stood a while."""
    lever, found = new(page, turn), []
    for place in PLACES:
        page.mouse.move(*at(lever, place))
        time.sleep(REST)  # the pause between moves, too
        page.mouse.down()
        page.mouse.up()
        found += taken(page)
    return found


def drags(page: Page, turn: int) -> list[Input]:
    """Drag a slider at the speed of a hand; the press itself is a click, and not counted."""
    lever = new(page, turn)
    first, last, moves, seconds = DRAG
    page.mouse.move(*at(lever, first))
    page.mouse.down()
    taken(page)
    for i in range(1, moves + 1):
        page.mouse.move(*at(lever, first + (last - first) * i / moves))
        time.sleep(seconds / moves)
    page.mouse.up()
    return taken(page)


def sudden(page: Page, turn: int) -> list[Input]:
    """Set a slider without any sign before: what no page can foresee."""
    lever, found = new(page, turn), []
    low, high = (float(lever.get_attribute(end) or 0) for end in ("min", "max"))
    for place, pause in zip(PLACES, cycle(PAUSES), strict=False):
        lever.evaluate(SET, str(low + (place + 0.005 * turn) * (high - low)))
        found += taken(page)
        time.sleep(pause)
    return found


PROTOCOLS: dict[str, Protocol] = {
    "step": steps,
    "jump": jumps,
    "click": clicks,
    "drag": drags,
    "sudden": sudden,
}


def new(page: Page, turn: int) -> Locator:
    """Return another lever each turn, at its low end, so that all its values are new."""
    lever = page.locator("input[type=range]").nth(turn)
    lowest(page, lever)
    return lever


def lowest(page: Page, lever: Locator) -> None:
    """Set a lever to its low end, and wait until all draws are shown."""
    page.bring_to_front()
    lever.focus()
    page.keyboard.press("Home")
    time.sleep(1)
    settled(page)
    page.evaluate("window.taken().length")


def at(lever: Locator, place: float) -> tuple[float, float]:
    """Return the point on the screen so far along a slider."""
    box = lever.bounding_box()
    assert box is not None
    return box["x"] + 8 + place * (box["width"] - 16), box["y"] + box["height"] / 2


def keys(page: Page, lever: Locator, pressed: tuple[str, ...]) -> list[Input]:
    """Press keys one after another, each when the last one's answer is painted."""
    page.bring_to_front()
    lever.focus()
    found = []
    for key, pause in islice(zip(cycle(pressed), cycle(PAUSES)), MOVES):
        page.keyboard.press(key)
        found += taken(page)
        time.sleep(pause)
    return found


def taken(page: Page) -> list[Input]:
    """Wait until what was put in is painted; return it, and begin anew."""
    time.sleep(0.02)
    wait_until(page, "!window.waiting()")
    told: list[dict[str, Any]] = page.evaluate("window.taken()")
    return [Input(one["end"] - one["start"], one["ready"]) for one in told]
