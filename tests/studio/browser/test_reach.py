"""What a reader finds who has no mouse, or a small screen, or the pointer on a button that is pressed."""

import pytest
from playwright.sync_api import expect
from tools.studio.browse import context, opened, settled, wait_until

from .conftest import watched
from .test_seen import contrast
from .test_use import START, levers

FOCUS = "document.activeElement"
OFF_GRID = "planned investment in income, 1928-40"
COLOURS = "(one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"


def test_a_pressed_button_is_read_under_the_pointer(page, studio):
    opened(page, studio.address, "page=compare&draws=64")
    pressed = page.locator("button[aria-pressed=true]").first
    pressed.hover()
    assert contrast(*pressed.evaluate(COLOURS)) >= 4.5


def test_every_slider_stands_at_history_and_comes_back_to_it(page, studio):
    opened(page, studio.address, START)
    page.evaluate("for (const one of document.querySelectorAll('details.group')) one.open = true")
    faulty = "[...document.querySelectorAll('.lever input')].filter((one) => !one.validity.valid).length"
    assert page.evaluate(faulty) == 0
    for slider in page.locator("input[type=range]").all():
        slider.focus()
        keys = ["ArrowRight", "ArrowLeft"]
        for key in keys if slider.input_value() != slider.get_attribute("max") else keys[::-1]:
            page.keyboard.press(key)
        stands = slider.get_attribute("aria-valuetext")
        expect(page.get_by_text("as in history", exact=True), stands or "").to_be_visible()


def test_a_slider_is_dragged_to_its_ends_and_its_unit_is_seen(page, studio):
    opened(page, studio.address, START)
    slider = page.get_by_label(OFF_GRID, exact=True)
    expect(page.locator(".lever", has=slider).locator(".was")).to_contain_text("share")
    box = slider.bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.click(box["x"] + box["width"] - 1, middle)
    settled(page)
    assert levers(page)["investment_target"] == float(slider.get_attribute("max") or 0)


def test_a_year_of_a_chart_is_spoken_with_its_band_and_the_record(page, studio):
    opened(page, studio.address, START)
    page.locator(".chart svg[role=img]").first.focus()
    page.keyboard.press("Home")
    wait_until(page, "document.querySelector('.chart > [role=status]').textContent !== ''")
    spoken = page.locator(".chart > [role=status]").all_inner_texts()
    for word in ("1913", "SC", " to ", "record"):
        assert word in spoken[0]
    assert not any(spoken[1:]), "one voice for all charts"


@pytest.mark.parametrize(("where", "row"), [("claims", ".board"), ("record", ".listing")])
def test_what_is_opened_takes_the_focus_and_closing_gives_it_back(page, studio, where, row):
    opened(page, studio.address, f"page={where}")
    link = page.locator(f"{row} tbody a").nth(12)
    name = link.inner_text()
    link.focus()
    page.keyboard.press("Enter")
    wait_until(page, f"{FOCUS}.matches('.claim h2')")
    page.get_by_role("button", name="Close").click()
    wait_until(page, f"{FOCUS}.matches('{row} a')")
    expect(page.locator(":focus")).to_have_text(name)


def test_the_tour_gives_the_focus_back_and_charts_are_one_step_away(page, studio):
    opened(page, studio.address, START)
    page.get_by_role("button", name="Tour").focus()
    page.keyboard.press("Enter")
    page.locator(".tour").get_by_role("button", name="Close").click()
    expect(page.locator(":focus")).to_have_text("Tour")
    page.locator("main").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_id("charts")


def test_a_chart_is_in_sight_while_a_lever_moves_on_a_small_screen(browser, studio):
    faults: list[str] = []
    made = context(browser, narrow=True)
    page = watched(made.new_page(), studio.address, faults)
    opened(page, studio.address, START)
    page.locator("summary", has_text="World").click()
    slider = page.get_by_label("world price of oil", exact=True)
    slider.scroll_into_view_if_needed()
    slider.focus()
    page.keyboard.press("PageUp")
    settled(page)
    chart, lever = page.locator(".on-top svg[role=img]").bounding_box(), slider.bounding_box()
    assert chart["y"] >= 0
    assert chart["y"] + chart["height"] <= lever["y"]
    assert lever["y"] + lever["height"] <= page.viewport_size["height"]
    assert page.locator(".bar").bounding_box()["height"] <= 120
    made.close()
    assert faults == []
