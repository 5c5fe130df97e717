"""What a reader has chosen outlives a reload: filters stand in the address, an own table stays in the tab."""

import re

from playwright.sync_api import expect
from tools.studio.browse import context, opened, settled, wait_until

from .test_plan import MADE, OWN, give, plan
from .test_share import link

COMPARED = "page=compare&theory=state-capitalism&draws=64&chart=hunger&view=scenarios"
NAMES = "[...document.querySelectorAll('table.listing tbody th a')].map(one => one.textContent).join()"


def count(page):
    return page.locator("main p[role=status]", has_text=re.compile(r" of \d+ series"))


def test_filters_of_the_record_outlive_reload_undo_and_sharing(page, studio):
    opened(page, studio.address, "page=record")
    whole = count(page).inner_text()
    page.get_by_label("Search").fill("grain ussr")
    page.get_by_label("scored only").check()
    page.get_by_role("button", name="values", exact=True).click()
    page.get_by_role("button", name="values", exact=True).click()
    expect(page.get_by_role("columnheader", name="values")).to_have_attribute("aria-sort", "descending")
    expect(count(page)).not_to_have_text(whole)
    few, names = count(page).inner_text(), page.evaluate(NAMES)
    page.locator("table.listing tbody a").first.click()
    settled(page)
    shared = link(page)
    for again in (page.reload, lambda: opened(page, studio.address, shared)):
        again()
        settled(page)
        expect(count(page)).to_have_text(few)
        assert page.evaluate(NAMES) == names
        expect(page.get_by_label("Search")).to_have_value("grain ussr")
        expect(page.get_by_label("scored only")).to_be_checked()
        expect(page.get_by_role("region", name="The series that is open")).to_be_visible()
    opened(page, studio.address, "page=record")
    page.get_by_label("Search").fill("grain")
    page.get_by_label("Search").blur()
    page.get_by_label("scored only").check()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("scored only")).not_to_be_checked()
    expect(page.get_by_label("Search")).to_have_value("grain")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Search")).to_have_value("")
    expect(count(page)).to_have_text(whole)


def test_a_filter_of_the_record_that_fits_nothing_is_shown_as_it_is(page, studio):
    opened(page, studio.address, "page=record&view=record.role%3Dno-such-role&view=record.order%3Dno-such")
    expect(page.get_by_label("Role")).to_have_value("no-such-role")
    expect(count(page)).to_have_text(re.compile("^0 of"))


def test_an_own_table_outlives_a_reload_in_its_tab_alone(page, browser, studio, tmp_path):
    opened(page, studio.address, MADE)
    give(page, tmp_path / "mine.csv", OWN)
    page.get_by_role("button", name="Make the plan").click()
    plan(page).wait_for()
    rows = page.get_by_role("region", name="The plan, by product").inner_text()
    page.reload()
    plan(page).wait_for()
    assert page.get_by_role("region", name="The plan, by product").inner_text() == rows
    other = context(browser)
    tab = other.new_page()
    opened(tab, studio.address, page.url.partition("?")[2])
    expect(tab.locator("form.plan .note")).to_contain_text("choose it again")
    expect(plan(tab)).to_have_count(0)
    other.close()


def test_a_table_that_the_browser_cannot_keep_is_told(page, studio, tmp_path):
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full'); }")
    opened(page, studio.address, MADE)
    give(page, tmp_path / "mine.csv", OWN)
    expect(page.locator("form.plan .note")).to_contain_text("could not keep mine.csv")
    page.get_by_role("button", name="Make the plan").click()
    plan(page).wait_for()
    page.reload()
    expect(page.locator("form.plan .note")).to_contain_text("choose it again")


def test_what_another_put_into_the_tab_is_no_table(page, studio, tmp_path):
    opened(page, studio.address, MADE)
    give(page, tmp_path / "mine.csv", OWN)
    page.evaluate("sessionStorage.setItem('thermidor.plan.table', '{\"name\": 1, \"text\": {}}')")
    page.reload()
    expect(page.locator("form.plan .note")).to_contain_text("choose it again")


def test_a_scenario_to_compare_that_is_not_there_is_told_and_one_chosen_twice_is_drawn_twice(page, studio):
    query = f"{COMPARED}&view=with.no-oil-rents&view=with.no-oil-rent&view=with.no-oil-rent"
    opened(page, studio.address, query)
    wait_until(page, "document.querySelectorAll('#chart-hunger path.line').length === 3")
    expect(page.locator("[role=status]", has_text="no packaged scenario 'no-oil-rents'")).to_be_visible()
    assert "with.no-oil-rents" not in link(page)
