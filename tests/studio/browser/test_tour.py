"""The whole tour with Tab and Enter alone: every step is reached, seen, and guessed before it is told."""

import re

from playwright.sync_api import expect
from tools.studio.browse import opened, settled, wait_until

MOST = 120  # presses of Tab before a control counts as out of reach
FOCUSED = "document.activeElement"
NAME = f"(({FOCUSED}.getAttribute('aria-label') || {FOCUSED}.innerText || '').trim())"
SEEN = f"""
(() => {{
  const look = getComputedStyle({FOCUSED}), box = {FOCUSED}.getBoundingClientRect();
  return look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2
    && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
}})()
"""


def heading(page):
    return page.locator(".tour h2").inner_text()


def go_to(page, name):
    """Press Tab until the control of that name has the focus, and see that the focus shows."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate(NAME) == name:
            assert page.evaluate(SEEN), f"the focus on {name!r} is not seen"
            return
    raise AssertionError(f"no Tab reaches {name!r}")


def test_the_whole_tour_by_keyboard_alone(page, studio):
    opened(page, studio.address, "page=explore&draws=64")
    go_to(page, "Tour")
    page.keyboard.press("Enter")
    wait_until(page, "document.activeElement.textContent.startsWith('A tour in')")
    steps = int(re.findall(r"\d+", heading(page))[0])
    assert steps >= 5
    go_to(page, "Begin")
    page.keyboard.press("Enter")
    for at in range(1, steps + 1):
        step(page, at, ["lower", "about the same", "higher"][at % 3])
        go_to(page, "Next" if at < steps else "To the end")
        page.keyboard.press("Enter")
    wait_until(page, "document.activeElement.textContent === 'The end of the tour'")
    expect(page.locator(".tour")).to_contain_text(f"of {steps} guesses")
    go_to(page, "Open the claims")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text("Claims")
    expect(page.locator(".tour")).to_have_count(0)


def step(page, at, guess):
    wait_until(page, f"document.activeElement.textContent.startsWith('Question {at} of')")
    settled(page)
    assert page.locator(".tour .reveal").count() == 0, "told before the reader guessed"
    assert "lever." not in page.evaluate("location.search"), "shown before the reader guessed"
    assert page.locator(".tour button.main").is_disabled(), "passed without a guess"
    go_to(page, guess)
    page.keyboard.press("Enter")
    page.locator(".tour .reveal").wait_for()
    words = page.locator(".tour .reveal").inner_text()
    assert f"You said: {guess}" in words
    assert "under history" in words
    assert not re.search("NaN|undefined", words)


def test_a_chart_is_read_with_arrow_keys(page, studio):
    opened(page, studio.address, "page=explore&draws=64")
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate(f"{FOCUSED}.matches('.chart svg[role=img]')"):
            break
    assert page.evaluate(SEEN)
    page.keyboard.press("Home")
    year = page.locator(".readout b").first
    first = year.inner_text()
    page.keyboard.press("PageDown")
    page.keyboard.press("ArrowRight")
    expect(year).to_have_text(str(int(first) + 11))
    page.keyboard.press("Escape")
    expect(page.locator(".readout b")).to_have_count(0)
