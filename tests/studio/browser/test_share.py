"""What is handed on says what it is of: links, charts, pins; a bad link loses only what is bad."""

import re
from urllib.parse import parse_qs, parse_qsl, urlparse
from xml.etree import ElementTree as ET

import pytest
from tools.studio.browse import context, opened, settled, wait_until

from thermidor.lab.kept import digest

from .conftest import watched
from .test_save import saved, words
from .test_use import OIL, START, levers

NOTE = "[role=status]"


def link(page):
    page.get_by_role("button", name="Share and download").click()
    text = page.get_by_role("region", name="Link").inner_text()
    page.keyboard.press("Escape")
    return text.partition("?")[2]


@pytest.mark.parametrize(
    "query", ["page=explore&draws=64", "page=compare&draws=64&chart=hunger&id=no-oil-rent"]
)
def test_a_shared_link_leaves_nothing_to_what_is_usual(page, studio, query):
    opened(page, studio.address, query)
    shared = link(page)
    said = parse_qs(shared)
    assert said.keys() >= {"theory", "chart", "seed", "draws", "schema", "model", "id"}
    assert said["laws"] == [digest()]
    title = page.title()
    opened(page, studio.address, shared)
    assert page.title() == title
    assert page.locator(".away").count() == 0
    assert sorted(parse_qsl(link(page))) == sorted(parse_qsl(shared))
    opened(page, studio.address, shared.replace(digest(), "0" * 16))
    assert "0" * 16 in page.locator(NOTE, has_text="may differ").inner_text()


def test_a_packaged_name_stands_on_no_other_levers(page, studio):
    opened(page, studio.address, f"{START}&schema=1&id=germany-1923-success&lever.oil_price=2")
    assert "German" not in page.title()
    assert "not those of the packaged" in page.locator(NOTE, has_text="germany-1923-success").inner_text()
    opened(page, studio.address, f"{START}&id=some-removed-scenario")
    assert "History is shown" in page.locator(NOTE, has_text="some-removed-scenario").inner_text()


def test_a_bad_link_loses_what_is_bad_alone(page, studio, faults):
    bad = "draws=5000000&seed=99999999999&laws=0000&lever.oil_price=0.5&lever.no_such_lever=1&x=1"
    opened(page, studio.address, f"page=explore&theory=state-capitalism&chart=hunger&{bad}")
    note = page.locator(NOTE, has_text="The rest of the link is shown").inner_text()
    assert "Left out: no_such_lever. Brought into range: seed 2147483647, draws 2000." in note
    assert "laws of the stamp 0000" in page.locator(NOTE, has_text="may differ").inner_text()
    assert levers(page) == {"oil_price": 0.5}
    assert parse_qs(urlparse(page.url).query)["draws"] == ["2000"]
    assert page.locator(".sentence").inner_text() != ""
    field = page.get_by_label("Seed")
    field.fill("99999999999")
    field.press("Enter")
    assert field.input_value() == str(2**31 - 1)
    assert all("400" in fault for fault in faults)
    page.wait_for_timeout(300)  # what the console says comes a little later
    faults.clear()


def test_undo_in_the_midst_of_a_move_takes_that_move_back_and_keeps_redo(page, studio):
    opened(page, studio.address, f"{START}&id=mine&lever.oil_price=2")
    slider = page.get_by_label(OIL, exact=True)
    slider.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(700)
    first = slider.input_value()
    page.keyboard.press("ArrowRight")
    second = slider.input_value()
    assert second != first
    page.keyboard.press("Control+z")
    assert slider.input_value() == first
    page.wait_for_timeout(700)  # longer than a move takes to settle
    page.keyboard.press("Control+y")
    assert slider.input_value() == second
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    assert slider.input_value() == "2"
    settled(page)


def test_undo_goes_back_to_the_page_it_came_from(page, studio):
    opened(page, studio.address, "page=claims")
    page.locator("table.board tbody a").first.click()
    page.get_by_role("link", name="Record", exact=True).click()
    settled(page)
    page.get_by_role("button", name="Undo").click()
    settled(page)
    assert page.locator("main h1").inner_text() == "Claims"
    assert "open=" in page.url
    page.locator("main a").first.focus()
    page.keyboard.press("Control+z")
    assert "open=" not in page.url
    assert page.evaluate("document.activeElement !== document.body")


@pytest.mark.parametrize("name", ["Claims", "Record", "Theories", "Methods"])
def test_what_was_asked_in_vain_is_fetched_when_the_server_is_back(browser, studio, name):
    faults: list[str] = []
    made = context(browser)
    page = watched(made.new_page(), studio.address, faults)
    opened(page, studio.address, "page=plan")
    studio.kill()
    wait_until(page, "document.querySelector('.away') !== null")
    page.get_by_role("link", name=name, exact=True).click()
    wait_until(page, "document.querySelector('main .fault') !== null")
    assert page.locator("main .fault").first.inner_text() == "The server does not answer."
    studio.again()
    wait_until(
        page, "document.querySelector('.away') === null && document.querySelector('main .fault') === null"
    )
    settled(page)
    assert page.locator("main h2, main table").count() > 0
    made.close()
    assert all("WebSocket" in fault or "ERR_CONNECTION_REFUSED" in fault for fault in faults)


def test_a_page_is_told_that_the_server_is_another(page, studio):
    page.route(
        "**/api/start",
        lambda route: route.fulfill(response=(got := route.fetch()), json={**got.json(), "laws": "0" * 16}),
    )
    opened(page, studio.address, START)
    assert "Load the page again" in page.locator(NOTE, has_text=digest()).inner_text()


def test_a_saved_chart_says_what_it_is_of(page, studio, tmp_path):
    opened(page, studio.address, f"{START}&id=mine&lever.oil_price=0.5&lever.leader=right")
    drawing = ET.parse(saved(page, tmp_path, "National income", "SVG")).getroot()
    told = words(drawing)
    for word in ("leader right, oil price 0.5", "hash", f"{digest()}", "developers (20", "Saved 20"):
        assert word in told, word
    address = re.search(r"In the studio: \?(.*)", told)[1].replace(" ", "")
    assert parse_qs(address)["lever.oil_price"] == ["0.5"]
    assert parse_qs(address)["laws"] == [digest()]


def test_pinned_runs_are_told_apart_and_have_units(page, studio):
    for value in ("0.5", "2"):
        said = "" if value == "0.5" else "&pin=id%3Dmine%26lever.oil_price%3D0.5&view=pins.SC"
        opened(page, studio.address, f"{START}{said}&id=mine&lever.oil_price={value}")
        page.get_by_role("button", name="Pin this run").click()
    table = page.get_by_role("region", name="Pinned runs")
    rows = [row.inner_text() for row in table.locator("tbody th").all()]
    assert [re.search(r"oil price [\d.]+", row)[0] for row in rows] == ["oil price 0.5", "oil price 2"]
    wait_until(page, "document.querySelectorAll('.line.thin').length >= 2")
    assert table.locator("thead small").count() > 3
    assert " to " in table.locator("tbody td").first.inner_text()
