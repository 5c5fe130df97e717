"""A studio that is served, and a browser that looks at it: for tests, pictures and measurements."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, ViewportSize

PAGES = ("explore", "compare", "claims", "record", "theories", "plan", "methods")
WIDE: ViewportSize = {"width": 1360, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
PATIENCE = 600.0  # seconds: the model is compiled when the server starts, and machines are slow
HEAR = """
(() => { // what the page has asked and not heard yet: by slot of the socket, and how much it fetches
  const Real = window.WebSocket, pending = (window.pending = { slots: new Map(), fetches: 0 });
  const whole = (data) => new TextDecoder().decode(new Uint8Array(data, 4, new DataView(data).getUint32(0, true)));
  window.WebSocket = class extends Real {
    constructor(...given) {
      super(...given);
      pending.slots.clear();
      this.addEventListener("message", ({ data }) => {
        const { slot, n } = JSON.parse(typeof data === "string" ? data : whole(data));
        if (pending.slots.get(slot) === n) pending.slots.delete(slot);
      });
    }
    send(text) {
      const { slot, n, ahead } = JSON.parse(text);
      if (!ahead) pending.slots.set(slot, n);
      super.send(text);
    }
  };
  const counted = (real) =>
    function (...given) {
      pending.fetches++;
      return real.apply(this, given).finally(() => setTimeout(() => pending.fetches--));
    };
  window.fetch = counted(window.fetch);
  Response.prototype.json = counted(Response.prototype.json);
})();
"""  # noqa: E501
READY = (
    "document.querySelector('[data-busy]') === null && document.querySelector('main h1') !== null"
    " && window.pending.slots.size === 0 && window.pending.fetches === 0"
    " && [...document.querySelectorAll('.chart[data-serial]')].every(one => one.dataset.serial !== '0')"
    " && document.querySelector('.words.stale') === null"
)
FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"


@dataclass(slots=True)
class Served:
    """A server of the studio in a process of its own."""

    process: subprocess.Popen[str]
    address: str

    def kill(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()

    def again(self) -> None:
        """Start anew at the same address."""
        self.process, self.address = _started(self.address.rsplit(":", 1)[1].rstrip("/"))


@contextmanager
def served() -> Iterator[Served]:
    """Serve the studio on a free port of this machine for as long as the block lasts."""
    one = Served(*_started("0"))
    try:
        yield one
    finally:
        one.kill()


def _started(port: str) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "thermidor", "studio", "--port", port, "--no-browser"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    if not address.startswith("http"):
        process.kill()
        raise RuntimeError(f"the studio did not start; it said {address!r}")
    return process, address


def chromium() -> str | None:
    """Return the path of the system's Chromium, or nothing if there is none."""
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    return next((one for one in found if one), None)


def launched(playwright: Playwright) -> Browser | None:
    """Return a browser: Playwright's own if it is there, else the system's, else nothing."""
    own = Path(playwright.chromium.executable_path)
    path = str(own) if own.exists() else chromium()
    if path is None:
        return None
    return playwright.chromium.launch(executable_path=path, args=["--no-sandbox"], timeout=1000 * PATIENCE)


def context(browser: Browser, *, dark: bool = False, narrow: bool = False) -> BrowserContext:
    """Return a fresh context: no cache, light or dark, wide or narrow; its pages tell what they wait for."""
    size = NARROW if narrow else WIDE
    light = "dark" if dark else "light"
    made = browser.new_context(viewport=size, color_scheme=light, reduced_motion="reduce")
    made.set_default_timeout(PATIENCE * 1000)
    made.add_init_script(HEAR)
    return made


def opened(page: Page, address: str, query: str) -> None:
    """Open a page and wait until it shows what it was asked for."""
    page.goto(address + "?" + query)
    settled(page)


def settled(page: Page) -> None:
    """Wait until all that was asked is answered and every chart is painted with all draws, at its size."""
    wait_until(page, READY)
    page.evaluate(FRAMES)  # what is drawn to the size of its place is drawn anew in the frame after
    wait_until(page, READY)


def wait_until(page: Page, test: str, patience: float = PATIENCE) -> None:
    """Wait for a JavaScript test; the page's policy forbids Playwright's way, which evaluates strings."""
    until = time.monotonic() + patience
    while not page.evaluate(test):
        if time.monotonic() > until:
            raise TimeoutError(f"the page did not come to: {test}")
        time.sleep(0.05)
