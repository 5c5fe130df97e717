"""What a reader does with the studio: levers, undo, links, pins, files, the tour, a server that dies."""

import json
import time
import zipfile
from urllib.parse import parse_qs, urlparse
from urllib.request import urlopen

import pytest
from tools.studio.browse import PATIENCE, context, opened, settled, wait_until

from .conftest import watched

THEORY = "state-capitalism"
START = f"page=explore&theory={THEORY}&draws=64&chart=gdp-ussr-maddison&chart=hunger"
OIL = "world price of oil"


def levers(page):
    said = parse_qs(urlparse(page.url).query)
    return {key[6:]: json.loads(value[0]) for key, value in said.items() if key.startswith("lever.")}


def shown(page, chart):
    """Return the median and range of each decade in the table behind a chart, as written."""
    figure = page.locator(f"[id='chart-{chart}']")
    if figure.locator("details[open]").count() == 0:
        figure.locator("summary").click()
    wait_until(page, f"document.querySelectorAll(\"[id='chart-{chart}'] tbody tr\").length > 0")
    return {
        row.locator("th").inner_text(): row.locator(f"td[data-key={THEORY}]").inner_text()
        for row in figure.locator("tbody tr").all()
    }


def changed(page, chart, before):
    """Wait until the table behind a chart is another: a move may not have set out when first looked at."""
    until = time.monotonic() + PATIENCE
    while shown(page, chart) == before and time.monotonic() < until:
        time.sleep(0.1)
    settled(page)
    return shown(page, chart) != before


def test_a_lever_moves_the_charts_and_undo_takes_it_back(page, studio):
    opened(page, studio.address, START)
    before = shown(page, "hunger")
    page.get_by_label("how grain is obtained", exact=True).select_option("requisition")
    settled(page)
    wait_until(page, "location.search.includes('lever.agrarian_policy')")
    wait_until(page, "document.querySelector('.line.base') !== null")
    assert levers(page) == {"agrarian_policy": "requisition"}
    assert changed(page, "hunger", before)
    page.get_by_role("button", name="Undo").click()
    wait_until(page, "!location.search.includes('lever.')")
    settled(page)
    assert levers(page) == {}
    page.get_by_role("button", name="Redo").click()
    assert levers(page) == {"agrarian_policy": "requisition"}


def test_the_page_shows_the_numbers_of_the_server(page, studio):
    query = f"{START}&schema=1&id=mine&lever.oil_price=0.5"
    opened(page, studio.address, query)
    with urlopen(f"{studio.address}api/run?{query}") as answer:
        there = json.load(answer)["charts"]["gdp-ussr-maddison"]
    row = dict(zip(there["years"], there["theories"][THEORY]["50"], strict=True))
    for year, text in shown(page, "gdp-ussr-maddison").items():
        median = float(text.split(" ")[0].replace("\u202f", "").replace("−", "-"))
        assert median == pytest.approx(row[int(year)], rel=6e-3), year


def test_the_last_of_many_moves_wins(page, studio):
    opened(page, studio.address, START)
    slider = page.get_by_label(OIL, exact=True)
    slider.scroll_into_view_if_needed()
    slider.focus()
    for _ in range(40):
        page.keyboard.press("ArrowRight", delay=0)
    value = float(slider.input_value())
    assert value > 1.5
    wait_until(page, "document.querySelector('.words.stale') !== null")
    settled(page)
    assert levers(page)["oil_price"] == pytest.approx(value)
    serial = page.locator("figure.chart").first.get_attribute("data-serial")
    assert int(serial or 0) < 40, "moves were queued, not overtaken"
    there = shown(page, "gdp-ussr-maddison")
    opened(page, studio.address, f"{START}&schema=1&id=mine&lever.oil_price={value}")
    assert shown(page, "gdp-ussr-maddison") == there


def test_axes_stay_while_a_slider_is_held(page, studio):
    opened(page, studio.address, START + "&chart=oil_rent")
    slider = page.get_by_label(OIL, exact=True)
    slider.scroll_into_view_if_needed()
    ticks = "#chart-oil_rent text[text-anchor=end]"
    axis = f"[...document.querySelectorAll('{ticks}')].map(e => e.textContent).join()"
    before = page.evaluate(axis)
    box = slider.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 3, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + box["height"] / 2, steps=4)
    wait_until(page, "document.querySelector('.line.base') !== null && location.search.includes('oil_price')")
    assert levers(page)["oil_price"] > 2.5
    assert page.evaluate(axis) == before
    page.mouse.up()
    settled(page)
    wait_until(page, f"{axis} !== {json.dumps(before)}", 20)


def test_links_are_kept_and_bad_ones_are_told(page, studio, faults):
    opened(page, studio.address, "page=explore&draws=64&schema=1&id=no-oil-rent")
    assert page.locator("select").first.input_value() == "no-oil-rent"
    assert page.get_by_label(OIL, exact=True).input_value() != "1"
    opened(page, studio.address, "page=explore&draws=64&schema=1&id=mine&lever.oil_price=99")
    assert "oil_price" in page.locator("[role=status]", has_text="History is shown instead").inner_text()
    assert levers(page) == {}
    assert all("400" in fault for fault in faults)
    page.wait_for_timeout(300)  # what the console says comes a little later
    faults.clear()


def test_runs_are_pinned_and_scenarios_compared(page, studio):
    opened(page, studio.address, f"{START}&schema=1&id=no-oil-rent")
    page.get_by_role("button", name="Pin this run").click()
    wait_until(page, "document.querySelector('.line.thin') !== null")
    page.reload()
    wait_until(page, "document.querySelector('.line.thin') !== null")
    assert "&id=no-oil-rent" in page.url
    page.get_by_role("link", name="Compare").click()
    page.get_by_role("button", name="Scenarios", exact=True).click()
    wait_until(page, "document.querySelectorAll('#chart-hunger .line').length === 2")
    settled(page)


def test_downloads_hold_what_they_say(page, studio, tmp_path):
    opened(page, studio.address, START)
    page.get_by_role("button", name="Share and download").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download data").click()
    waiting.value.save_as(tmp_path / "data.zip")
    with zipfile.ZipFile(tmp_path / "data.zip") as held:
        names = " ".join(held.namelist())
        readme = next(held.read(name).decode() for name in held.namelist() if name.endswith("README.txt"))
    assert "runs.csv" in names
    assert "Apache" in readme
    python = page.get_by_role("region", name="Python").inner_text()
    assert THEORY in python


def test_a_page_outlives_its_server(browser, studio):
    faults: list[str] = []
    made = context(browser)
    page = watched(made.new_page(), studio.address, faults)
    opened(page, studio.address, f"{START}&schema=1&id=mine&lever.oil_price=0.5")
    before = shown(page, "gdp-ussr-maddison")
    studio.kill()
    wait_until(page, "document.querySelector('.away') !== null")
    assert "does not answer" in page.locator(".away").inner_text()
    studio.again()
    wait_until(page, "document.querySelector('.away') === null")
    settled(page)
    assert shown(page, "gdp-ussr-maddison") == before
    assert levers(page) == {"oil_price": 0.5}
    made.close()
    assert all("WebSocket" in fault or "ERR_CONNECTION_REFUSED" in fault for fault in faults)
