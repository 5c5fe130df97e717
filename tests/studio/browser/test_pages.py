"""Every page opens, says nothing wrong, asks no other host, and passes axe-core in every light and width."""

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tools.studio.browse import PAGES, context, opened, settled

from .conftest import watched

OPEN = {
    "claims": "&open=c000-expropriation-tracks-rule", "record": "&open=gdp-ussr-maddison",
    "plan": "&view=plan.made%3Dyes&view=plan.demand%3DConstruction%3D%2B20%25",
}  # fmt: skip


@pytest.mark.parametrize(("name", "dark", "narrow"), list(product(PAGES, (False, True), (False, True))))
def test_a_page_passes_axe_core(browser, studio, name, dark, narrow):
    faults: list[str] = []
    made = context(browser, dark=dark, narrow=narrow)
    page = watched(made.new_page(), studio.address, faults)
    opened(page, studio.address, f"page={name}&draws=64{OPEN.get(name, '')}")
    found = Axe().run(page).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    made.close()
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []
    assert faults == []
    assert wide <= 0, "the page scrolls sideways"


def test_explanations_pass_axe_core(page, studio):
    opened(page, studio.address, "page=explore&draws=64")
    page.get_by_role("button", name="Explain National income").click()
    page.locator("dialog .mechanism summary").first.click()
    page.locator("dialog math").first.wait_for(state="attached")
    settled(page)
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []


def test_the_page_has_one_heading_and_a_title_of_its_own(page, studio):
    titles = set()
    for name in PAGES:
        opened(page, studio.address, f"page={name}&draws=64")
        expect(page.locator("h1")).to_have_count(1)
        titles.add(page.title())
    assert len(titles) == len(PAGES)


def test_every_chart_has_a_sentence_and_its_numbers(page, studio):
    opened(page, studio.address, "page=explore&theory=state-capitalism")
    charts = page.locator("figure.chart")
    assert charts.count() >= 6
    for chart in charts.all():
        words = chart.locator("svg[role=img]").first.get_attribute("aria-label") or ""
        assert "State capitalism:" in words
        assert "1999" in words
    charts.first.locator("summary").click()
    charts.first.locator("tbody tr").nth(8).wait_for()


def test_the_tree_of_names_on_explore(page, studio):
    opened(page, studio.address, "page=explore&draws=64")
    for slider in page.locator("input[type=range]").all():
        assert slider.get_attribute("aria-valuetext")
    tree = page.locator("body").aria_snapshot()
    for word in (
        "navigation",
        "main",
        "contentinfo",
        'radio "State capitalism"',
        "slider",
        'heading "Explore" [level=1]',
    ):
        assert word in tree, word
    settled(page)
