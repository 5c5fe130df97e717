"""Single draws on Compare: one course for each line, the same luck everywhere, an axis that stays."""

import json
import re
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tools.studio.browse import context, opened, settled, wait_until

THEORIES = "theory=state-capitalism&theory=transitory-caste"
RUN = f"page=compare&{THEORIES}&draws=64&chart=hunger&chart=gdp-ussr-maddison"
LINES = "[...document.querySelectorAll('#chart-hunger path.line')].map(one => one.getAttribute('d'))"
TICKS = "[...document.querySelectorAll('#chart-hunger text[text-anchor=end]')].map(one => one.textContent)"


def shown(page, text):
    expect(page.get_by_role("group", name="Single draws")).to_contain_text(text)


def last(page, theory):
    """Return what the table says of the last year."""
    chart = page.locator("#chart-hunger")
    chart.locator("summary").click()
    text = chart.locator(f"tbody tr:last-child td[data-key={theory}]").inner_text().split()[0]
    chart.locator("summary").click()  # a chart with its table open is wider
    return text


def test_one_draw_is_shown_in_place_of_medians_and_stands_in_the_address(page, studio):
    opened(page, studio.address, RUN)
    medians = page.evaluate(LINES)
    page.get_by_role("button", name="Single draws").click()
    shown(page, "draw 1 of 20")
    first, axis = page.evaluate(LINES), page.evaluate(TICKS)
    assert len(first) == len(medians) == 2
    assert first != medians
    for number in range(2, 6):
        page.get_by_role("button", name="Next").click()
        shown(page, f"draw {number} of 20")
        assert page.evaluate(TICKS) == axis
    fifth = page.evaluate(LINES)
    assert fifth != first
    expect(page).to_have_url(re.compile("draw%3D5"))  # a moment after the last of many moves
    page.reload()
    shown(page, "draw 5 of 20")
    settled(page)
    assert page.evaluate(LINES) == fifth
    with urlopen(f"{studio.address}api/draws?{RUN}") as answer:
        there = json.load(answer)["theories"]["state-capitalism"]["hunger"][4][-1]
    text = last(page, "state-capitalism").replace("\u202f", "").replace("−", "-")
    assert float(text) == pytest.approx(there, rel=6e-3)
    page.get_by_role("button", name="Single draws").click()
    wait_until(page, f"JSON.stringify({LINES}) === {json.dumps(json.dumps(medians, separators=(',', ':')))}")
    page.get_by_role("button", name="Undo").click()
    shown(page, "draw 5 of 20")


@pytest.mark.parametrize(("dark", "narrow"), [(False, False), (True, True)])
@pytest.mark.parametrize("layout", ["side", "less"])
def test_draws_beside_bands_and_as_differences_pass_axe_core(browser, studio, layout, dark, narrow):
    made = context(browser, dark=dark, narrow=narrow)
    page = made.new_page()
    opened(page, studio.address, f"{RUN}&view={layout}&view=draw%3D3")
    shown(page, "draw 3 of 20")
    wait_until(
        page,
        f"document.querySelectorAll('{'path.line.base' if layout == 'side' else 'path.line'}').length > 0",
    )
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    made.close()


def test_draws_are_played_and_held(browser, studio):
    made = context(browser)
    page = made.new_page()
    page.emulate_media(reduced_motion="no-preference")
    opened(page, studio.address, f"{RUN}&view=draw%3D1")
    page.get_by_role("button", name="Play").click()
    wait_until(page, "!document.querySelector('main').innerText.includes('draw 1 of 20')")
    page.get_by_role("button", name="Play").click()
    held = page.get_by_role("group", name="Single draws").inner_text()
    page.wait_for_timeout(1000)
    assert page.get_by_role("group", name="Single draws").inner_text() == held
    made.close()


def test_nothing_plays_where_no_motion_is_wanted(page, studio):
    opened(page, studio.address, f"{RUN}&view=draw%3D1")
    shown(page, "draw 1 of 20")
    assert page.get_by_role("button", name="Play").count() == 0
