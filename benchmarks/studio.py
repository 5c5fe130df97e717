"""Speed of the studio in a browser, beside a page of canned answers: ``python -m benchmarks.studio``.

A move is one trusted key press on a slider at a value that was never asked before. It lasts from the key's
own time to the end of the first frame in which every chart carries the new answer. Steps go one after another
in one direction, as a hand does: the page foresees them, and the server has run them before they are asked.
Jumps go to and fro, each to where the page does not foresee: they are run when asked. The calibration page is
the same page, key and charts, but its answers lie ready in the browser: what it takes is the browser's own
part on this machine at this moment. Moves of both pages take turns. Loads are cold: an empty cache, from
navigation to levers that can be moved. ``spin``: wall over processor time of a fixed sum, 1 on a free core.
"""

import json
import statistics
import sys
import time
from itertools import cycle
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright
from tools.studio.browse import context, launched, opened, served, settled, wait_until

LOADS, ROUNDS, MOVES = 5, 5, 10
PAUSES = (0.15, 0.2, 0.25)  # seconds between moves: a hand that goes on, so that no full run sets in
STEP, JUMP = ("ArrowRight",), ("PageUp", "ArrowLeft")  # a jump is ten steps up, or one down
QUERY = "page=explore&theory=degenerated-workers-state"
LEVER = "world price of oil"
SLIDERS = "document.querySelectorAll('input[type=range]').length > 0"
KEEP = """
(() => {
  const Real = window.WebSocket;
  window.answers = [];
  window.WebSocket = class extends Real {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (typeof data !== "string") window.answers.push(btoa(String.fromCharCode(...new Uint8Array(data))));
      });
    }
  };
})();
"""
CANNED = """
(() => {
  const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  const kept = KEPT.map((text) => {
    const all = bytes(text), end = 4 + new DataView(all.buffer).getUint32(0, true);
    return { head: JSON.parse(new TextDecoder().decode(all.subarray(4, end))), rest: all.subarray(end) };
  });
  let turn = 0;
  const answer = (asked) => {
    const fit = kept.filter((one) => one.head.final === asked.final && one.head.baseline === asked.baseline);
    const { head, rest } = fit[turn++ % fit.length];
    const text = new TextEncoder().encode(JSON.stringify({ ...head, n: asked.n }));
    const size = Math.ceil(text.length / 4) * 4;
    const whole = new Uint8Array(4 + size + rest.length).fill(32, 0, 4 + size);
    new DataView(whole.buffer).setUint32(0, size, true);
    whole.set(text, 4), whole.set(rest, 4 + size);
    return whole.buffer;
  };
  window.WebSocket = class {
    static OPEN = 1;
    readyState = 1;
    constructor() { setTimeout(() => this.onopen()); }
    send(text) {
      if (JSON.parse(text).ahead) return;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => this.onmessage({ data: answer(JSON.parse(text)) });
      port2.postMessage(0);
    }
  };
})();
"""
WATCH = """
(() => {
  const charts = [...document.querySelectorAll('.chart[data-serial]')];
  const serials = () => charts.map((one) => Number(one.dataset.serial));
  window.move = () => (window.moved = new Promise((done) => {
    document.addEventListener('keydown', (event) => {
      const before = Math.max(...serials());
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now() - event.timeStamp);
      const look = () => {
        if (serials().every((one) => one > before)) port2.postMessage(0); // heard when this frame is done
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  }), 0);
})()
"""


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


def ready(made: BrowserContext, address: str, script: str, seed: int = 1) -> Page:
    """Return a page of Explore at rest, its lever at the low end."""
    made.add_init_script(script)
    page = made.new_page()
    opened(page, address, f"{QUERY}&seed={seed}")
    page.evaluate(WATCH)
    lowest(page, page.get_by_label(LEVER, exact=True))
    return page


def lowest(page: Page, lever: Locator) -> None:
    """Set a lever to its low end, and wait until all draws are shown."""
    page.bring_to_front()
    lever.focus()
    page.keyboard.press("Home")
    time.sleep(1)
    settled(page)


def recorded(made: BrowserContext, address: str) -> str:
    """Return the script of the calibration page: some real answers, and what hands them out."""
    page = ready(made, address, KEEP)
    moves(page, 3)
    time.sleep(2)
    kept = page.evaluate("window.answers")
    page.close()
    return CANNED.replace("KEPT", json.dumps(kept))


def moves(page: Page, count: int, keys: tuple[str, ...] = STEP) -> list[float]:
    """Return milliseconds from key to paint of single moves."""
    page.bring_to_front()
    found = []
    for _, key, pause in zip(range(count), cycle(keys), cycle(PAUSES)):
        page.evaluate("window.move()")
        page.keyboard.press(key)
        found.append(page.evaluate("window.moved"))
        time.sleep(pause)
    return found


def jumps(page: Page, turn: int) -> list[float]:
    """Return milliseconds of moves that are not foreseen: of another lever each turn, so that all are new."""
    lowest(page, page.locator("input[type=range]").nth(turn))
    return moves(page, MOVES, JUMP)


def summed(times: list[float]) -> dict[str, float]:
    """Return number, median and 95th percentile."""
    ordered = sorted(times)
    told = {"median": statistics.median(ordered), "p95": ordered[int(0.95 * (len(ordered) - 1))]}
    return {"n": len(ordered)} | {name: round(value, 1) for name, value in told.items()}


def measured(browser: Browser, address: str) -> dict[str, Any]:
    """Return loads, steps, jumps, steps of the calibration page, and the ratios to these."""
    script = recorded(context(browser), address)
    real, canned = ready(context(browser), address, ""), ready(context(browser), address, script)
    leaping = ready(context(browser), address, "", seed=2)
    times: dict[str, list[float]] = {"step": [], "jump": [], "calibration": []}
    spins = [spin()]
    for turn in range(ROUNDS):
        times["step"] += moves(real, MOVES)
        times["jump"] += jumps(leaping, turn)
        times["calibration"] += moves(canned, MOVES)
        spins.append(spin())
    found = {name: summed(some) for name, some in times.items()}
    loads = [load(browser, address) for _ in range(LOADS)]
    return {"load_ms": summed(loads), **{f"{name}_ms": some for name, some in found.items()},
            "ratio": {name: ratios(found[name], found["calibration"]) for name in ("step", "jump")},
            "spin": round(statistics.median(spins), 2)}  # fmt: skip


def ratios(some: dict[str, float], usual: dict[str, float]) -> dict[str, float]:
    """Return median and 95th percentile as multiples of others."""
    return {name: round(some[name] / usual[name], 2) for name in ("median", "p95")}


def main() -> None:
    """Print the measurements as JSON."""
    with served() as studio, sync_playwright() as playwright:
        browser = launched(playwright)
        if browser is None:
            sys.exit("No Chromium was found; install one, or run: playwright install chromium")
        print(json.dumps(measured(browser, studio.address), indent=2))  # noqa: T201


if __name__ == "__main__":
    main()
