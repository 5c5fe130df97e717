"""Measure the studio in a browser: ``python -m tools.studio.measure`` prints one JSON object.

Loads: fresh contexts with an empty cache, from the start of navigation to levers usable and charts painted.
Moves: one trusted key press on a slider, from the event's own time to the end of the first frame in which
every chart carries the new answer. ``spin``: wall time over processor time of a fixed sum, 1 on a free core.
"""

import json
import statistics
import sys
import time
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from .browse import context, launched, opened, served, wait_until

LOADS, MOVES = 5, 40
WATCH = """
() => {
  const charts = () => [...document.querySelectorAll('.chart[data-serial]')];
  window.moves = [];
  document.addEventListener('keydown', (event) => {
    const before = Math.max(...charts().map((one) => Number(one.dataset.serial)));
    const look = () => {
      if (charts().every((one) => Number(one.dataset.serial) > before))
        requestAnimationFrame(() => setTimeout(() => window.moves.push(performance.now() - event.timeStamp)));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, { capture: true });
}
"""
USABLE = (
    "document.querySelectorAll('.chart[data-serial] path.line').length >= 6"
    " && document.querySelectorAll('input[type=range]').length > 0"
)


def spin() -> float:
    """Return how much longer than its processor time a fixed sum takes."""
    wall, processor = time.perf_counter(), time.process_time()
    sum(i * i for i in range(3_000_000))
    return (time.perf_counter() - wall) / (time.process_time() - processor)


def load(browser: Browser, address: str) -> dict[str, Any]:
    """Return times and sizes of one cold load of Explore."""
    made = context(browser)
    page = made.new_page()
    page.goto(address + "?page=explore&draws=64", wait_until="commit")
    wait_until(page, "document.querySelectorAll('input[type=range]').length > 0")
    ready = page.evaluate("performance.now()")
    wait_until(page, USABLE)
    found = page.evaluate(
        "(() => { const of = (kind) => performance.getEntriesByType(kind);"
        " const all = [...of('navigation'), ...of('resource')];"
        " return { painted: performance.now(), requests: all.length,"
        " bytes: all.reduce((sum, one) => sum + one.transferSize, 0) } })()"
    )
    made.close()
    return {"interactive": ready, **found}


def moves(page: Page) -> list[float]:
    """Return milliseconds from key to paint of many single moves."""
    page.evaluate(f"({WATCH})()")
    page.get_by_label("world price of oil", exact=True).focus()
    for i in range(MOVES):
        page.keyboard.press("ArrowRight" if i % 20 < 10 else "ArrowLeft")
        wait_until(page, f"window.moves.length > {i}")
        time.sleep(0.02)
    return page.evaluate("window.moves")


def main() -> None:
    """Print the measurements."""
    with served() as studio, sync_playwright() as playwright:
        browser = launched(playwright)
        if browser is None:
            sys.exit("No Chromium was found; install one, or run: playwright install chromium")
        warm = context(browser).new_page()
        opened(warm, studio.address, "page=explore&draws=64")
        loads = [load(browser, studio.address) for _ in range(LOADS)]
        before = spin()
        times = sorted(moves(warm))
        result = {
            "spin": [round(before, 2), round(spin(), 2)],
            "load_ms": {key: statistics.median(one[key] for one in loads) for key in loads[0]},
            "move_ms": {
                "n": len(times),
                "p10": times[len(times) // 10],
                "median": statistics.median(times),
                "p95": times[int(0.95 * (len(times) - 1))],
            },
        }
        print(json.dumps(result, indent=2))  # noqa: T201


if __name__ == "__main__":
    main()
