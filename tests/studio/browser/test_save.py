"""A chart is saved as a file that stands alone, and holds the lines that the page shows."""

import re
from xml.etree import ElementTree as ET

import pytest
from axe_playwright_python.sync_playwright import Axe
from tools.studio.browse import context, opened, settled, wait_until

from .conftest import watched

SVG = "{http://www.w3.org/2000/svg}"
RUN = (
    "page=explore&theory=state-capitalism&draws=64&schema=1&id=no-oil-rent"
    "&chart=gdp-ussr-maddison&chart=hunger"
)
TITLE = "National income"
SERIES = "gdp-ussr-maddison"


def saved(page, tmp_path, title, ending):
    with page.expect_download() as waiting:
        page.get_by_role("button", name=re.compile(f"^Save {title}.* as {ending}$")).first.click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def words(drawing):
    return " ".join(" ".join(one.itertext()) for one in drawing.iter(f"{SVG}text"))


def test_a_chart_saved_as_svg_stands_alone(page, studio, tmp_path):
    opened(page, studio.address, RUN)
    wait_until(page, "document.querySelector('.line.base') !== null")
    lines = page.evaluate(
        f"[...document.querySelectorAll('#chart-{SERIES} path.line')].map(one => one.getAttribute('d'))"
    )
    path = saved(page, tmp_path, TITLE, "SVG")
    text = path.read_text(encoding="utf-8")
    drawing = ET.fromstring(text)
    drawn = [one.get("d") for one in drawing.iter(f"{SVG}path")]
    assert path.name == f"{SERIES}.svg"
    assert len(lines) == 2
    assert set(lines) <= set(drawn)
    assert TITLE in (drawing.findtext(f"{SVG}title") or "")
    assert "State capitalism:" in (drawing.findtext(f"{SVG}desc") or "")
    for word in ("Maddison", "64 draws", "seed", "Apache", "Thermidor", "Under history", "State capitalism"):
        assert word in words(drawing), word
    assert not any(name in text for name in ("href", "url(", "<style", "<script", "class=", "var("))
    assert len({one.get("stroke") for one in drawing.iter(f"{SVG}path")} - {"none"}) >= 2


@pytest.mark.parametrize("query", [RUN, "page=compare&draws=64&chart=gdp-ussr-maddison"])
def test_a_saved_chart_lies_within_its_paper(page, studio, tmp_path, browser, query):
    opened(page, studio.address, query)
    path = saved(page, tmp_path, TITLE, "SVG")
    alone = context(browser).new_page()
    alone.goto(path.as_uri())
    out = alone.evaluate(
        "(() => { const paper = document.documentElement.getBoundingClientRect();"
        " return [...document.querySelectorAll('text')]"
        ".map(one => [one.textContent, one.getBoundingClientRect()])"
        ".filter(([, box]) => box.right > paper.right || box.bottom > paper.bottom || box.left < paper.left)"
        ".map(([text]) => text) })()"
    )
    alone.context.close()
    assert out == []


def test_the_foot_tells_of_what_is_drawn_alone(page, studio, tmp_path):
    start = "page=compare&draws=64&chart=gdp-ussr-maddison"
    opened(page, studio.address, start)
    over = words(ET.parse(saved(page, tmp_path, TITLE, "SVG")).getroot())
    assert "Lines: medians" in over
    assert "bands" not in over
    assert "Maddison" in over
    opened(page, studio.address, f"{start}&view=less")
    less = words(ET.parse(saved(page, tmp_path, TITLE, "SVG")).getroot())
    assert "difference of medians" in less
    assert "Maddison" not in less


@pytest.mark.parametrize("dark", [False, True])
def test_a_chart_saved_as_png_is_no_blank_sheet(browser, studio, tmp_path, dark):
    faults: list[str] = []
    made = context(browser, dark=dark)
    page = watched(made.new_page(), studio.address, faults)
    opened(page, studio.address, RUN)
    path = saved(page, tmp_path, TITLE, "PNG")
    held = path.read_bytes()
    assert held[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = (int.from_bytes(held[at : at + 4], "big") for at in (16, 20))
    assert width >= 1000
    assert height >= 600
    assert len(held) > 20_000, "lines and letters take room; a blank sheet does not"
    made.close()
    assert faults == []


def test_a_series_of_the_record_is_saved_with_its_source(page, studio, tmp_path):
    opened(page, studio.address, f"page=record&open={SERIES}")
    path = saved(page, tmp_path, SERIES, "SVG")
    drawing = ET.parse(path).getroot()
    count = page.locator("svg.series circle").count()
    assert count > 50
    assert len(list(drawing.iter(f"{SVG}circle"))) == count
    assert "Maddison" in words(drawing)


def test_tables_are_sorted_by_their_heads(page, studio):
    opened(page, studio.address, "page=record")
    page.get_by_role("button", name="values", exact=True).click()
    cells = page.locator("table.listing tbody td:nth-child(5)").all_inner_texts()
    assert [int(one) for one in cells] == sorted(int(one) for one in cells)
    page.get_by_role("button", name="values", exact=True).click()
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("values")
    again = page.locator("table.listing tbody td:nth-child(5)").all_inner_texts()
    assert int(again[0]) > int(cells[0])
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    settled(page)
