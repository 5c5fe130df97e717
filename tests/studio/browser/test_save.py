"""A chart is saved as a file that stands alone, and holds the lines that the page shows."""

import io
import re
from xml.etree import ElementTree as ET

import numpy as np
import pytest
import resvg_py
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import expect
from tools.studio.browse import context, opened, settled, wait_until

from .conftest import watched

SVG = "{http://www.w3.org/2000/svg}"
RUN = (
    "page=explore&theory=state-capitalism&draws=64&schema=1&id=no-oil-rent"
    "&chart=gdp-ussr-maddison&chart=hunger"
)
TITLE = "National income"
SERIES = "gdp-ussr-maddison"
PLAIN = {
    name: re.compile(form)
    for names, form in (
        ("fill stroke", r"none|#[0-9a-f]{3}|#[0-9a-f]{6}|rgb\(\d+, \d+, \d+\)"),
        ("fill-opacity stroke-opacity", r"[01]|0?\.\d+"),
        ("font-size stroke-width", r"\d+(\.\d+)?(px)?"),
        ("stroke-dasharray", r"none|\d+(\.\d+)?(px)?(,? \d+(\.\d+)?(px)?)*"),
        ("font-weight", r"\d00"),
        ("font-family", r".*, sans-serif"),
        ("stroke-linejoin", "miter|round|bevel"),
        ("text-anchor", "start|middle|end"),
        ("d", r"[\dMLhZz .,eE-]+"),
        ("x y x1 x2 y1 y2 cx cy r width height", r"-?\d+(\.\d+)?(e-\d+)?"),
        ("viewBox", r"-?[\d.]+( -?[\d.]+){3}"),
        ("transform", r"translate\(-?[\d.]+ -?[\d.]+\)"),
    )
    for name in names.split()
}


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
    page.locator(f"#chart-{SERIES} .line.base").wait_for(state="attached")
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
def test_a_saved_chart_says_nothing_that_only_a_browser_knows(page, studio, tmp_path, query):
    """Plain shapes, numbers and colours, and a font that any program can replace: the words of SVG 1.1."""
    opened(page, studio.address, query)
    drawing = ET.parse(saved(page, tmp_path, TITLE, "SVG")).getroot()
    parts = ("svg", "title", "desc", "rect", "path", "line", "circle", "text", "g")
    assert {one.tag for one in drawing.iter()} <= {SVG + part for part in parts}
    said = [(one.tag, *pair) for one in drawing.iter() for pair in one.items()]
    assert [one for one in said if one[1] not in PLAIN or not PLAIN[one[1]].fullmatch(one[2])] == []


@pytest.mark.parametrize("dark", [False, True])
def test_another_program_draws_a_saved_chart_alike(browser, studio, tmp_path, dark):
    """Shapes alone: letters are every program's own."""
    made = context(browser, dark=dark)
    page = made.new_page()
    opened(page, studio.address, RUN)
    path = saved(page, tmp_path, TITLE, "SVG")
    shapes = re.sub(r"<text.*?</text>", "", path.read_text(encoding="utf-8"))
    path.write_text(shapes, encoding="utf-8")
    page.goto(path.as_uri())
    elsewhere = pixels(bytes(resvg_py.svg_to_bytes(svg_string=shapes)))
    height, width, _ = elsewhere.shape
    here = pixels(page.screenshot(clip={"x": 0, "y": 0, "width": width, "height": height}))
    assert unlike(here, elsewhere) < 1e-4
    line = max(re.findall(r"<path [^>]*fill=\"none\"[^>]*/>", shapes), key=len)
    assert unlike(here, pixels(bytes(resvg_py.svg_to_bytes(svg_string=shapes.replace(line, ""))))) > 1e-4
    made.close()


def pixels(held):
    """Return a picture as numbers (row, column, colour)."""
    return np.asarray(Image.open(io.BytesIO(held)).convert("RGB"), int)


def unlike(one, other):
    """Return the share of points that differ by more than the edge of a line can."""
    return float((np.abs(one - other).max(axis=-1) > 100).mean())


@pytest.mark.parametrize("dark", [False, True])
def test_paper_is_light_whatever_the_screen_is(browser, studio, dark):
    made = context(browser, dark=dark)
    page = made.new_page()
    opened(page, studio.address, "page=claims&open=c000-expropriation-tracks-rule")
    colours = (
        "(names => names.map(name => getComputedStyle(document.documentElement).getPropertyValue(name)))"
        "(['--paper', '--ink', '--yes', '--yes-tint', '--wrong', '--deep', '--t1', 'color-scheme'])"
    )
    screen = page.evaluate(colours)
    page.emulate_media(media="print", color_scheme="dark" if dark else "light")
    printed = page.evaluate(colours)
    page.emulate_media(media="screen", color_scheme="light")
    wait_until(page, "document.documentElement.dataset.light === 'light'")
    light = page.evaluate(colours)
    assert (screen == light) is not dark
    assert printed[2:] == light[2:]
    assert printed[0] in ("#fff", "#ffffff")
    made.close()


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
    path = saved(page, tmp_path, "National income, USSR_TERR", "SVG")
    drawing = ET.parse(path).getroot()
    count = page.locator("svg.series circle").count()
    assert count > 50
    assert len(list(drawing.iter(f"{SVG}circle"))) == count
    assert "Maddison" in words(drawing)


def test_tables_are_sorted_by_their_heads(page, studio):
    opened(page, studio.address, "page=record")
    page.get_by_role("button", name="values", exact=True).click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("values")
    cells = page.locator("table.listing tbody td:nth-child(5)").all_inner_texts()
    assert [int(one) for one in cells] == sorted(int(one) for one in cells)
    page.get_by_role("button", name="values", exact=True).click()
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("values")
    again = page.locator("table.listing tbody td:nth-child(5)").all_inner_texts()
    assert int(again[0]) > int(cells[0])
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    settled(page)
