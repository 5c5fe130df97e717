"""While a lever moves, the answer alone draws and tells anew, and only what it changes."""

import json

import pytest
from tools.studio.browse import opened, wait_until

START = "page=explore&theory=state-capitalism&draws=64&seed=8&id=mine&title=mine&lever.oil_price=0.5"
OIL = "world price of oil"
FEW = 50  # a lever rounds its own value; a line of one chart alone has more places
WATCH = """
(() => {
  const Real = window.WebSocket, round = Math.round;
  window.deaf = false, window.asked = 0, window.places = 0, window.final = true;
  Math.round = (number) => (window.places++, round(number)); // as the paths of charts are written
  window.WebSocket = class extends Real {
    send(text) {
      const { ahead, final } = JSON.parse(text);
      if (ahead || (final && !window.final)) return;
      window.asked++;
      if (!window.deaf) super.send(text);
    }
  };
})();
"""


def counted(page, key):
    """Press a key; return how many places on charts were written until the question was asked and painted."""
    before = page.evaluate("[window.asked, window.places]")
    page.keyboard.press(key)
    wait_until(page, f"window.asked > {before[0]}")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")
    return page.evaluate("window.places") - before[1]


def test_no_chart_is_drawn_again_before_there_is_an_answer(page, studio):
    page.add_init_script(WATCH)
    opened(page, studio.address, START)
    assert page.evaluate("window.places") > 1000  # lines and bands of eight charts
    page.get_by_label(OIL, exact=True).focus()
    page.evaluate("window.deaf = true")
    assert counted(page, "ArrowRight") < FEW


@pytest.mark.parametrize("words", ["svg[role=img]", ".headlines td"])
def test_words_and_headline_numbers_follow_while_a_lever_moves(page, studio, words):
    page.add_init_script(WATCH)
    opened(page, studio.address, START)
    said = f"[...document.querySelectorAll('{words}')].map((one) => one.ariaLabel ?? one.textContent).join()"
    before = page.evaluate(said)
    page.evaluate("window.final = false")  # what is told at rest is never asked for
    page.get_by_label(OIL, exact=True).focus()
    page.keyboard.press("PageUp")
    wait_until(page, f"{said} !== {json.dumps(before)}")
