"""Speed of the studio in a browser, beside a page of canned answers: ``python -m benchmarks.studio``.

An input lasts from the time of the event that set the value (a key, a press or a move of the pointer) to
the end of the first frame in which every chart carries an answer to that value or to a later one. It is a

- ``step``: by keys in one direction, as a hand does;
- ``jump``: by keys ten steps up and one down, in turns;
- ``click``: on the slider, where the pointer stood for 200 ms;
- ``drag``: by mouse in 20 moves over a second, each of them an input; the press itself is not counted;
- ``sudden``: the slider is set by a script without any sign before, to where nothing is foreseen.

No value was asked before. ``ready``: the share of answers that the server had run ahead. ``calibration_ms``:
the same page, inputs and charts, but the answers lie ready in the browser: that is its own part on
this machine at this moment. Moves of both pages take turns. Loads are cold: an empty cache, from navigation
to levers that can be moved. ``spin``: wall over processor time of a fixed sum, 1 on a free core.
"""

import json
import statistics
import sys
import time
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tools.studio.browse import context, launched, opened, served, wait_until

from .studio_moves import PROTOCOLS, Input, steps
from .studio_page import CANNED, KEEP, WATCH

LOADS, ROUNDS = 5, 5
QUERY = "page=explore&theory=degenerated-workers-state"
SLIDERS = "document.querySelectorAll('input[type=range]').length > 0"


def spin() -> float:
    """Return how much longer than its processor time a fixed sum takes."""
    wall, processor = time.perf_counter(), time.process_time()
    sum(i * i for i in range(3_000_000))
    return (time.perf_counter() - wall) / (time.process_time() - processor)


def load(browser: Browser, address: str) -> float:
    """Return milliseconds of one cold load of Explore until its levers can be moved."""
    made = context(browser)
    page = made.new_page()
    page.goto(address + "?" + QUERY, wait_until="commit")
    wait_until(page, SLIDERS)
    told = page.evaluate("performance.getEntriesByName('levers')[0]?.startTime ?? performance.now()")
    made.close()
    return told


def ready(made: BrowserContext, address: str, script: str, seed: int) -> Page:
    """Return a page of Explore at rest that is watched."""
    made.add_init_script(script + WATCH)
    page = made.new_page()
    opened(page, address, f"{QUERY}&seed={seed}")
    page.evaluate("window.watch()")
    return page


def recorded(made: BrowserContext, address: str) -> str:
    """Return the script of the calibration page: some real answers, and what hands them out."""
    page = ready(made, address, KEEP, 1)
    steps(page, 0)
    time.sleep(2)
    kept = page.evaluate("window.answers")
    page.close()
    return CANNED.replace("KEPT", json.dumps(kept))


def summed(inputs: list[float]) -> dict[str, float]:
    """Return number, median and 95th percentile."""
    ordered = sorted(inputs)
    told = {"median": statistics.median(ordered), "p95": ordered[int(0.95 * (len(ordered) - 1))]}
    return {"n": len(ordered)} | {name: round(value, 1) for name, value in told.items()}


def compared(real: list[Input], canned: list[Input]) -> dict[str, Any]:
    """Return milliseconds, those of the calibration page, their ratios, and the share that lay ready."""
    some, usual = (summed([one.ms for one in inputs]) for inputs in (real, canned))
    return {
        "ms": some,
        "calibration_ms": usual,
        "ratio": {name: round(some[name] / usual[name], 2) for name in ("median", "p95")},
        "ready": round(sum(one.ready is True for one in real) / len(real), 2),
    }


def measured(browser: Browser, address: str) -> dict[str, Any]:
    """Return every way to move beside its calibration, and loads."""
    script = recorded(context(browser), address)
    canned = ready(context(browser), address, script, 1)
    pages = {name: ready(context(browser), address, "", 2 + i) for i, name in enumerate(PROTOCOLS)}
    found: dict[str, tuple[list[Input], list[Input]]] = {name: ([], []) for name in PROTOCOLS}
    spins = [spin()]
    for turn in range(ROUNDS):
        for name, move in PROTOCOLS.items():
            for page, inputs in zip((pages[name], canned), found[name], strict=True):
                inputs.extend(move(page, turn))
        spins.append(spin())
    told = {name: compared(*inputs) for name, inputs in found.items()}
    loads = [load(browser, address) for _ in range(LOADS)]
    return {"load_ms": summed(loads), **told, "spin": round(statistics.median(spins), 2)}


def main() -> None:
    """Print the measurements as JSON."""
    with served() as studio, sync_playwright() as playwright:
        browser = launched(playwright)
        if browser is None:
            sys.exit("No Chromium was found; install one, or run: playwright install chromium")
        print(json.dumps(measured(browser, studio.address), indent=2))  # noqa: T201


if __name__ == "__main__":
    main()
