"""What is handed on says what it is of: links, charts, pins; a bad link loses only what is bad."""

import re
from urllib.parse import parse_qs, parse_qsl
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import expect
from tools.studio.browse import context, opened, settled

from thermidor.lab.kept import digest

from .conftest import watched
from .test_save import saved, words
from .test_use import OIL, START, levers, told

NOTE = "[role=status]"
VAIN = ("Claims", "Record", "Theories", "Methods")
SETTLES = 700  # ms: longer than a move of keys takes to settle


def link(page):
    page.get_by_role("button", name="Share and download").click()
    text = page.get_by_role("region", name="Link").inner_text()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
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
    expect(page).to_have_title(title)
    expect(page.locator(".away")).to_have_count(0)
    assert sorted(parse_qsl(link(page))) == sorted(parse_qsl(shared))
    opened(page, studio.address, shared.replace(digest(), "0" * 16))
    expect(page.locator(NOTE, has_text="may differ")).to_contain_text("0" * 16)


def test_a_packaged_name_stands_on_no_other_levers(page, studio):
    opened(page, studio.address, f"{START}&schema=1&id=germany-1923-success&lever.oil_price=2")
    expect(page.locator(NOTE, has_text="germany-1923-success")).to_contain_text("not those of the packaged")
    assert "German" not in page.title()
    opened(page, studio.address, f"{START}&id=some-removed-scenario")
    expect(page.locator(NOTE, has_text="some-removed-scenario")).to_contain_text("History is shown")


def test_a_bad_link_loses_what_is_bad_alone(page, studio, faults):
    bad = "draws=5000000&seed=99999999999&laws=0000&lever.oil_price=0.5&lever.no_such_lever=1&x=1"
    opened(page, studio.address, f"page=explore&theory=state-capitalism&chart=hunger&{bad}")
    expect(page.locator(NOTE, has_text="The rest of the link is shown")).to_contain_text(
        "Left out: no_such_lever. Brought into range: seed 2147483647, draws 2000."
    )
    expect(page.locator(NOTE, has_text="may differ")).to_contain_text("laws of the stamp 0000")
    assert levers(page) == {"oil_price": 0.5}
    assert parse_qs(page.evaluate("location.search.slice(1)"))["draws"] == ["2000"]
    expect(page.locator(".sentence")).not_to_be_empty()
    field = page.get_by_label("Seed")
    field.fill("99999999999")
    field.press("Enter")
    expect(field).to_have_value(str(2**31 - 1))
    told(page, faults, 1)


def test_undo_in_the_midst_of_a_move_takes_that_move_back_and_keeps_redo(page, studio):
    """The page's clock stands still but where the test lets it run: a slow machine parts no move in two."""
    page.clock.install()
    opened(page, studio.address, f"{START}&id=mine&lever.oil_price=2")
    slider = page.get_by_label(OIL, exact=True)
    slider.focus()
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 3600)  # more than any machine takes
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.clock.run_for(SETTLES)
    first = slider.input_value()
    page.keyboard.press("ArrowRight")
    second = slider.input_value()
    assert second != first
    page.keyboard.press("Control+z")
    expect(slider).to_have_value(first)
    page.clock.run_for(SETTLES)
    page.keyboard.press("Control+y")
    expect(slider).to_have_value(second)
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    expect(slider).to_have_value("2")
    page.clock.resume()
    settled(page)


def test_undo_goes_back_to_the_page_it_came_from(page, studio):
    opened(page, studio.address, "page=claims")
    page.locator("table.board tbody a").first.click()
    page.get_by_role("link", name="Record", exact=True).click()
    settled(page)
    page.get_by_role("button", name="Undo").click()
    settled(page)
    expect(page.locator("main h1")).to_have_text("Claims")
    expect(page).to_have_url(re.compile("open="))
    page.locator("main a").first.focus()
    page.keyboard.press("Control+z")
    expect(page).not_to_have_url(re.compile("open="))
    settled(page)
    assert page.evaluate("document.activeElement !== document.body")


def test_what_was_asked_in_vain_is_fetched_when_the_server_is_back(browser, studio):
    faults: list[str] = []
    made = context(browser)
    tabs = {name: watched(made.new_page(), studio.address, faults) for name in VAIN}
    for page in tabs.values():
        opened(page, studio.address, "page=plan")
    studio.kill()
    for name, page in tabs.items():
        page.locator(".away").wait_for()
        page.get_by_role("link", name=name, exact=True).click()
        expect(page.locator("main .fault").first).to_have_text("The server does not answer.")
    studio.again()
    for name, page in tabs.items():
        expect(page.locator(".away, main .fault")).to_have_count(0)
        settled(page)
        expect(page.locator("main h1")).to_have_text(name)
        expect(page.locator("main h2, main table").first).to_be_attached()
    made.close()
    assert all("WebSocket" in fault or "ERR_CONNECTION_REFUSED" in fault for fault in faults)


def test_a_page_is_told_that_the_server_is_another(page, studio):
    page.route(
        "**/api/start",
        lambda route: route.fulfill(response=(got := route.fetch()), json={**got.json(), "laws": "0" * 16}),
    )
    opened(page, studio.address, START)
    expect(page.locator(NOTE, has_text=digest())).to_contain_text("Load the page again")


def test_a_saved_chart_says_what_it_is_of(page, studio, tmp_path):
    opened(page, studio.address, f"{START}&id=mine&lever.oil_price=0.5&lever.leader=right")
    drawing = ET.parse(saved(page, tmp_path, "National income", "SVG")).getroot()
    told = words(drawing)
    for word in ("leader right, oil price 0.5", "hash", f"{digest()}", "developers (20", "Saved 20"):
        assert word in told, word
    address = re.search(r"In the studio: \?(.*)", told)[1].replace(" ", "")
    assert parse_qs(address)["lever.oil_price"] == ["0.5"]
    assert parse_qs(address)["laws"] == [digest()]


def test_a_pinned_run_is_asked_for_once(page, studio):
    sent = []
    page.on("websocket", lambda line: line.on("framesent", lambda said: sent.append(str(said))))
    opened(page, studio.address, f"{START}&id=mine&lever.oil_price=0.5")
    page.get_by_role("button", name="Pin this run").click()
    page.locator(".line.thin").first.wait_for(state="attached")
    page.wait_for_timeout(500)  # for nothing: what is asked once is asked by now
    assert len([one for one in sent if "pin1" in one]) == 1


def test_pinned_runs_are_told_apart_and_have_units(page, studio):
    for value in ("0.5", "2"):
        said = "" if value == "0.5" else "&pin=id%3Dmine%26lever.oil_price%3D0.5&view=pins.SC"
        page.goto(f"{studio.address}?{START}{said}&id=mine&lever.oil_price={value}")
        page.locator(".words:not(.stale)").wait_for()
        page.get_by_role("button", name="Pin this run").click()
    table = page.get_by_role("region", name="Pinned runs")
    expect(table.locator("tbody th")).to_have_count(2)
    rows = table.locator("tbody th").all_inner_texts()
    assert [re.search(r"oil price [\d.]+", row)[0] for row in rows] == ["oil price 0.5", "oil price 2"]
    page.locator(".line.thin").nth(1).wait_for(state="attached")
    assert table.locator("thead small").count() > 3
    expect(table.locator("tbody td").first).to_contain_text(" to ")
