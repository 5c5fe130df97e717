"""While a lever moves and no answer has come, no chart is drawn again: the processor is the model's."""

from tools.studio.browse import opened, wait_until

START = "page=explore&theory=state-capitalism&draws=64&seed=8&id=mine&title=mine&lever.oil_price=0.5"
OIL = "world price of oil"
FEW = 50  # a lever rounds its own value; a line of one chart alone has more places
WATCH = """
(() => {
  const Real = window.WebSocket, round = Math.round;
  window.deaf = false, window.asked = 0, window.places = 0;
  Math.round = (number) => (window.places++, round(number)); // as the paths of charts are written
  window.WebSocket = class extends Real {
    send(text) {
      if (JSON.parse(text).ahead) return;
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
