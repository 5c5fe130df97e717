"""What is printed: every table lies within the paper, and all its rows are there."""

import pytest
from playwright.sync_api import expect
from tools.studio.browse import PAGES, context, opened, settled

PAPER = {"width": 703, "height": 1000}  # A4 less margins of 14 mm, in pixels
WIDEST = """[...document.querySelectorAll('main table, main svg')].filter(one => one.getClientRects().length)
    .map(one => [one.getBoundingClientRect().right - innerWidth, one.caption?.textContent ?? one.outerHTML])
    .filter(([over]) => over > 1)"""


@pytest.mark.parametrize("name", PAGES)
def test_no_table_is_cut_off_by_the_paper(browser, studio, name):
    made = context(browser)
    page = made.new_page()
    opened(page, studio.address, f"page={name}&draws=64")
    page.emulate_media(media="print")
    page.set_viewport_size(PAPER)
    settled(page)
    found = page.evaluate(WIDEST)
    made.close()
    assert not found


def test_the_whole_board_is_printed(page, studio):
    opened(page, studio.address, "page=claims")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("main [role=status]")).to_have_text("249 of 249 claims")
    expect(page.locator(".board tbody tr")).to_have_count(249)


def test_a_choice_of_claims_is_in_the_address_and_comes_back(page, studio):
    opened(page, studio.address, "page=claims")
    page.get_by_label("Claimed by").select_option("state-capitalism")
    page.locator("label", has_text="says").locator("select").select_option("against")
    page.get_by_role("searchbox", name="Search").fill("market")
    page.get_by_role("searchbox", name="Search").blur()
    settled(page)
    found = page.locator("main [role=status]").inner_text()
    assert found.split()[0] not in {"0", "249"}
    page.reload()
    expect(page.locator("main [role=status]")).to_have_text(found)
    expect(page.get_by_label("Claimed by")).to_have_value("state-capitalism")
    page.get_by_role("button", name="claim", exact=True).click()
    page.locator(".board th[aria-sort=descending]").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.locator(".board th[aria-sort=ascending]").wait_for()


def test_a_drawn_claim_has_an_axis_and_its_bound(page, studio):
    opened(page, studio.address, "page=claims&open=c000-police-only-means")
    words = page.locator("svg.strip").first.locator("text").all_text_contents()
    assert "at most −0.1" in words
    assert sum(word.replace("−", "").replace(".", "").isdigit() for word in words) >= 2
    expect(page.locator("dl.facts")).to_contain_text(
        "paragraph 41 of essay 000, for Bureaucratic collectivism"
    )


def test_rivals_are_told_apart_by_shape_and_come_back(page, studio):
    opened(page, studio.address, "page=record&open=camps-and-colonies")
    boxes = page.locator("fieldset.rivals input")
    assert boxes.count() >= 6
    while page.locator("fieldset.rivals input:not(:checked):enabled").count():
        page.locator("fieldset.rivals input:not(:checked):enabled").first.click()
    page.locator("svg.series g.beside").nth(4).wait_for()
    expect(page.locator("fieldset.rivals input:checked")).to_have_count(5)
    keys = page.locator("fieldset.rivals .spot path")
    expect(keys).to_have_count(5)
    shapes = [keys.nth(i).get_attribute("d") for i in range(keys.count())]
    assert len(set(shapes)) == 5
    page.reload()
    page.locator("svg.series g.beside").nth(4).wait_for()
