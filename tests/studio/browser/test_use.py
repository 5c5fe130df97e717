"""What a reader does with the studio: levers, undo, links, pins, files, the tour, a server that dies."""

import json
import zipfile
from urllib.parse import parse_qs
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect
from tools.studio.browse import PATIENCE, context, opened, settled, wait_until

from .conftest import watched

THEORY = "state-capitalism"
START = f"page=explore&theory={THEORY}&draws=64&chart=gdp-ussr-maddison&chart=hunger"
OIL = "world price of oil"


def levers(page):
    """Return the levers that the address names."""
    said = parse_qs(page.evaluate("location.search.slice(1)"))
    return {key[6:]: json.loads(value[0]) for key, value in said.items() if key.startswith("lever.")}


def shown(page, chart):
    """Return the median and range of each decade in the table behind a chart, as written."""
    figure = page.locator(f"[id='chart-{chart}']")
    if figure.locator("details[open]").count() == 0:
        figure.locator("summary").click()
    figure.locator("tbody tr").first.wait_for()
    cells = [row.locator(f"th, td[data-key={THEORY}]") for row in figure.locator("tbody tr").all()]
    return dict(one.all_inner_texts() for one in cells)


def told(page, faults, count):
    """Wait for so many refusals in the console, which come a little later, and pass over them."""
    while len(faults) < count:
        page.wait_for_timeout(50)
    assert len(faults) == count
    assert all("400" in fault for fault in faults)
    faults.clear()


def test_a_lever_moves_the_charts_and_undo_takes_it_back(page, studio):
    opened(page, studio.address, START)
    before = shown(page, "hunger")
    page.get_by_label("how grain is obtained", exact=True).select_option("requisition")
    settled(page)
    page.locator("#chart-hunger .line.base").wait_for(state="attached")
    assert levers(page) == {"agrarian_policy": "requisition"}
    assert shown(page, "hunger") != before
    page.get_by_role("button", name="Undo").click()
    settled(page)
    assert levers(page) == {}
    assert shown(page, "hunger") == before
    page.get_by_role("button", name="Redo").click()
    settled(page)
    assert levers(page) == {"agrarian_policy": "requisition"}


def test_the_page_shows_the_numbers_of_the_server(page, studio):
    query = f"{START}&schema=1&id=mine&lever.oil_price=0.5"
    opened(page, studio.address, query)
    with urlopen(f"{studio.address}api/run?{query}", timeout=PATIENCE) as answer:
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
    settled(page)
    page.locator("#chart-oil_rent .line.base").wait_for(state="attached")
    assert levers(page)["oil_price"] > 2.5
    assert page.evaluate(axis) == before
    page.mouse.up()
    wait_until(page, f"{axis} !== {json.dumps(before)}")


def test_links_are_kept_and_bad_ones_are_told(page, studio, faults):
    opened(page, studio.address, "page=explore&draws=64&schema=1&id=no-oil-rent")
    expect(page.locator("select").first).to_have_value("no-oil-rent")
    expect(page.get_by_label(OIL, exact=True)).not_to_have_value("1")
    opened(page, studio.address, "page=explore&draws=64&schema=1&id=mine&lever.oil_price=99")
    expect(page.locator("[role=status]", has_text="History is shown instead")).to_contain_text("oil_price")
    assert levers(page) == {}
    told(page, faults, 1)


def test_runs_are_pinned_and_scenarios_compared(page, studio):
    opened(page, studio.address, f"{START}&schema=1&id=no-oil-rent")
    page.get_by_role("button", name="Pin this run").click()
    page.locator(".line.thin").first.wait_for(state="attached")
    page.reload()
    page.locator(".line.thin").first.wait_for(state="attached")
    assert "&id=no-oil-rent" in page.evaluate("location.search")
    page.get_by_role("link", name="Compare").click()
    page.get_by_role("button", name="Scenarios", exact=True).click()
    expect(page.locator("#chart-hunger .line")).to_have_count(2)
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
    expect(page.get_by_role("region", name="Python")).to_contain_text(THEORY)


def test_a_page_outlives_its_server(browser, studio):
    faults: list[str] = []
    made = context(browser)
    page = watched(made.new_page(), studio.address, faults)
    opened(page, studio.address, f"{START}&schema=1&id=mine&lever.oil_price=0.5")
    before = shown(page, "gdp-ussr-maddison")
    studio.kill()
    expect(page.locator(".away")).to_contain_text("does not answer")
    studio.again()
    expect(page.locator(".away")).to_have_count(0)
    settled(page)
    assert shown(page, "gdp-ussr-maddison") == before
    assert levers(page) == {"oil_price": 0.5}
    made.close()
    assert all("WebSocket" in fault or "ERR_CONNECTION_REFUSED" in fault for fault in faults)
