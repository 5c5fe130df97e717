"""A page names what is likely to be asked next, and finds it answered; where data is dear it does not."""

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
SAVING = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
FORESEEN = "window.sent.filter((one) => one.ahead).length"


@pytest.fixture
def slider(page, studio, request):
    page.add_init_script(HEAR + getattr(request, "param", ""))
    opened(page, studio.address, START)
    found = page.get_by_label(OIL, exact=True)
    found.scroll_into_view_if_needed()
    return found


def pressed(page, key):
    """Move the lever by a key; return whether the answer lay ready."""
    before = page.evaluate("window.moves.length")
    page.keyboard.press(key)
    wait_until(page, f"window.moves.length > {before}")
    settled(page)
    return page.evaluate(f"window.moves[{before}]")


def test_steps_are_foreseen_and_jumps_are_not(page, slider):
    slider.focus()
    wait_until(page, f"{FORESEEN} === 1")
    page.wait_for_timeout(1000)  # nothing on the page tells that the server is done
    assert pressed(page, "ArrowRight"), "a lever that is touched may go up"
    assert pressed(page, "ArrowRight"), "the same step once more"
    assert not pressed(page, "PageUp")
    assert pressed(page, "PageUp"), "the same jump once more"
    prices = [one["ahead"][0]["oil_price"] for one in page.evaluate("window.sent") if "ahead" in one]
    assert prices == [1.03, 1.06, 1.09, 1.66, 1.96]


@pytest.mark.parametrize("slider", [SAVING], indirect=True)
def test_nothing_is_foreseen_where_data_is_to_be_saved(page, slider):
    slider.focus()
    pressed(page, "ArrowLeft")
    assert page.evaluate("window.sent.length") > 1
    assert page.evaluate(FORESEEN) == 0
