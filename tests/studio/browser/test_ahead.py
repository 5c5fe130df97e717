"""A page names what is likely to be asked next, and finds it answered; where data is dear it does not.

The page's clock stands still while keys are pressed: on a slow machine no full run sets in between.
"""

import time
from contextlib import suppress
from pathlib import Path

import pytest
from tools.studio.browse import opened, settled, wait_until

SEED = 7  # asked by no other test of this server
START = f"page=explore&theory=state-capitalism&draws=64&seed={SEED}&chart=gdp-ussr-maddison&chart=hunger"
OIL = "world price of oil"
HEAR = """
(() => {
  const Real = window.WebSocket;
  window.moves = [], window.sent = [];
  window.WebSocket = class extends Real {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (typeof data === "string") return;
        const text = new TextDecoder().decode(new Uint8Array(data, 4, new DataView(data).getUint32(0, true)));
        const head = JSON.parse(text);
        if (!head.final) window.moves.push(head.cached);
      });
    }
    send(text) {
      window.sent.push(JSON.parse(text));
      super.send(text);
    }
  };
})();
"""
KEYS = ("ArrowRight", "ArrowRight", "PageUp", "ArrowLeft", "End")
LIKELIEST = (1.03, 1.06, 1.09, 1.66, 1.3)  # before each key: a step up, or the last step once more
SAVING = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
FORESEEN = "window.sent.filter((one) => one.ahead).length"
AHEAD = 3600  # seconds that the page's clock is put on, to stand still: more than any machine takes
FRAMES = 100  # ms in which an answer is painted, and what is likely next is named
CALM, LOOK = 10, 0.1  # looks, and seconds between them, in which no thread runs before a server is at rest
THREADS = "/proc/{}/task"

pytestmark = pytest.mark.skipif(not Path(THREADS.format("self")).exists(), reason="/proc tells who runs")


@pytest.fixture
def slider(page, studio, request):
    page.clock.install()
    page.add_init_script(HEAR + getattr(request, "param", ""))
    opened(page, studio.address, START)
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + AHEAD)
    found = page.get_by_label(OIL, exact=True)
    found.scroll_into_view_if_needed()
    return found


def ready(page, move):
    """Move the lever; return whether the answer lay ready."""
    before = page.evaluate("window.moves.length")
    move()
    wait_until(page, f"window.moves.length > {before}")
    page.clock.run_for(FRAMES)
    return page.evaluate(f"window.moves[{before}]")


def foreseen(page, studio, count):
    """Wait until the page has foreseen so often, and the server is done with it: of that no page is told."""
    wait_until(page, f"{FORESEEN} === {count}")
    calm = 0
    while calm < CALM:
        time.sleep(LOOK)
        calm = 0 if at_work(studio.process.pid) else calm + 1


def at_work(process):
    """Return whether any thread of a process but the one that listens runs, or would run."""
    for one in Path(THREADS.format(process)).iterdir():
        with suppress(OSError):  # it has ended meanwhile
            if one.name != str(process) and "(running)" in (one / "status").read_text():
                return True
    return False


def test_what_keys_do_is_foreseen_and_what_is_typed_is_not(page, studio, slider):
    slider.focus()
    for count, key in enumerate(KEYS, 1):
        foreseen(page, studio, count)
        assert ready(page, lambda key=key: page.keyboard.press(key)), (count, key)
    number = page.get_by_label(f"{OIL}, as a number", exact=True)
    number.fill("2.345")
    assert not ready(page, lambda: number.press("Enter"))
    named = [one["ahead"][0]["oil_price"] for one in page.evaluate("window.sent") if "ahead" in one]
    assert named[: len(KEYS)] == list(LIKELIEST)


@pytest.mark.parametrize("slider", [SAVING], indirect=True)
def test_nothing_is_foreseen_where_data_is_to_be_saved(page, slider):
    slider.focus()
    ready(page, lambda: page.keyboard.press("ArrowLeft"))
    page.clock.resume()
    settled(page)
    assert page.evaluate("window.sent.length") > 1
    assert page.evaluate(FORESEEN) == 0
