"""What is seen without colour, in the reader's own colours, with more contrast, and without motion."""

from itertools import combinations

import pytest
from axe_playwright_python.sync_playwright import Axe
from tools.studio.browse import context, opened, settled

from .conftest import watched

COMPARE = "page=compare&draws=64"
LINES = """
[...document.querySelectorAll('.chart[data-serial]')].map((chart) => ({
  dashes: [...chart.querySelectorAll('path.line')].map((one) => one.getAttribute('stroke-dasharray')),
  strokes: [...chart.querySelectorAll('path.line')].map((one) => getComputedStyle(one).stroke),
  labels: [...chart.querySelectorAll('text.end')].map((one) => [one.textContent, one.getBoundingClientRect().top]),
  paper: getComputedStyle(document.body).backgroundColor,
}))
"""  # noqa: E501


def rgb(colour):
    return [int(one) for one in colour[colour.index("(") + 1 : -1].split(",")[:3]]


def light(colour):
    """Return the relative luminance of WCAG 2."""
    parts = [one / 255 for one in rgb(colour)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_dashes_and_labels_tell_theories_apart_without_colour(page, studio):
    opened(page, studio.address, COMPARE)
    charts = page.evaluate(LINES)
    assert len(charts) >= 6
    for chart in charts:
        assert len(chart["dashes"]) == 5
        assert len(set(chart["dashes"])) == 5
        assert len({name for name, _ in chart["labels"]}) == 5
        for (_, one), (_, other) in combinations(chart["labels"], 2):
            assert abs(one - other) >= 9, "labels lie on one another"


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    "media", [{"forced_colors": "active"}, {"contrast": "more"}, {}], ids=["forced", "contrast", "plain"]
)
def test_lines_stand_out_from_the_paper(browser, studio, dark, media):
    faults: list[str] = []
    made = context(browser, dark=dark)
    page = watched(made.new_page(), studio.address, faults)
    page.emulate_media(color_scheme="dark" if dark else "light", **media)
    opened(page, studio.address, COMPARE)
    for chart in page.evaluate(LINES):
        assert min(contrast(one, chart["paper"]) for one in chart["strokes"]) >= 2.99
        assert len(set(chart["dashes"])) == 5
    if "forced_colors" not in media:  # there the colours are the reader's own
        assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    made.close()
    assert faults == []


def test_nothing_moves_by_itself(page, studio):
    opened(page, studio.address, "page=explore&draws=64")
    page.get_by_label("world price of oil", exact=True).focus()
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Tour").click()
    page.locator(".tour").wait_for()
    settled(page)
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
