"""The numbers in the page's tables are what Python gives, and an address survives the page: 200 times."""

import json
import math
from urllib.parse import urlparse

import numpy as np
import pytest
from tools.studio.browse import PATIENCE, context, opened

from thermidor.outside import YEARS
from thermidor.studio import address
from thermidor.studio.desk import LEVELS
from thermidor.studio.quantities import QUANTITIES

from ..reference import CHARTS, COUNT, case, of_history, of_python
from ..test_equality import ODD
from .conftest import watched
from .said import bands, told, written

PART, TABS = 20, 2  # while one page waits for its reader to rest, the other is answered
MOMENT = 200  # ms: longer than links take to follow
SHOWN = [LEVELS.index(level) for level in (50, 5, 95)]
TURN = """
(query) => {
  const serial = () => Number(document.querySelector(".chart").dataset.serial)
  const before = window.turned ?? serial(), until = Date.now() + PATIENCE
  const settled = () => serial() > before && document.querySelector(".words.stale") === null
  const cells = (row) => [...row.children].map((one) => [one.dataset.key ?? one.tagName, one.textContent])
  const rows = (table) => [...table.querySelectorAll("tbody tr")].map(cells)
  const read = () => ({
    turned: window.turned = serial(),
    about: document.querySelector(".words .soft").textContent,
    charts: [...document.querySelectorAll(".chart")].map((one) => [one.id, rows(one)]),
    headlines: rows(document.querySelector("table.headlines")),
  })
  history.pushState(null, "", query)
  dispatchEvent(new PopStateEvent("popstate"))
  window.taken = new Promise((done, lost) => {
    const look = () =>
      settled() ? done(read()) : Date.now() > until ? lost(new Error("no answer")) : setTimeout(look, 5)
    look()
  })
}
""".replace("PATIENCE", str(1000 * PATIENCE))


def asked(one):
    """Return the state of a page that shows a case."""
    return address.Asked(one.scenario, "explore", (one.theory,), CHARTS, one.seed, one.draws)


@pytest.fixture(scope="module")
def tabs(browser, studio):
    """Return pages that show every year of every chart as a table."""
    faults, made = [], context(browser)
    pages = [watched(made.new_page(), studio.address, faults) for _ in range(TABS)]
    for page in pages:
        opened(page, studio.address, address.write(asked(case(COUNT))))
        for chart in CHARTS:
            page.locator(f"[id='chart-{chart}'] summary").click()
            page.locator(f"[id='chart-{chart}']").get_by_label("every year").check()
    yield pages
    made.close()
    assert not faults


@ODD
@pytest.mark.parametrize("first", range(0, COUNT, PART))
def test_the_tables_of_the_page_are_what_python_gives(tabs, kept, first):
    cases = [case(number) for number in range(first, first + PART)]
    for tab, one in zip(tabs, cases, strict=False):
        turn(tab, one)
    for i, one in enumerate(cases):
        run, history = of_python(one, kept), of_history(one, kept)
        tab = tabs[i % TABS]
        seen = tab.evaluate("window.taken")
        if i + TABS < PART:
            turn(tab, cases[i + TABS])
        assert seen["about"].startswith(f"{one.draws} draws, seed {one.seed}."), one
        expected = [table(at, one.theory, run, history) for at in range(len(CHARTS))]
        shown = [(name, plain(rows)) for name, rows in seen["charts"]]
        assert [name for name, _ in shown] == [f"chart-{name}" for name in CHARTS]
        wrong = [
            (name, *both)
            for (name, rows), known in zip(shown, expected, strict=True)
            for both in zip(rows, known, strict=True)
            if both[0] != both[1]
        ]
        assert not wrong, (one, len(wrong), wrong[:3], seen["about"], seen["turned"])
        assert [row[1:] for row in plain(seen["headlines"])] == told(run.measures, history.measures), one


def turn(tab, one):
    """Let a page show another case, as by the back button, and read its tables when the answer is final."""
    tab.evaluate(TURN, "?" + address.write(asked(one)))


def plain(rows):
    return [[[key, " ".join(text.split())] for key, text in row] for row in rows]


def table(at, theory, run, history):
    """Return the rows of a chart's table: year, the run, history, and the record if there is one."""
    recorded = record(CHARTS[at])
    rows = []
    for i, year in enumerate(YEARS):
        sides = [(theory, run), ("history", history)]
        row = [["TH", str(year)], *([key, bands(*side.levels[at][SHOWN, i])] for key, side in sides)]
        rows.append([*row, ["TD", recorded.get(year, "–")]] if recorded else row)
    return rows


def record(chart):
    """Return what is recorded of a chart, by year; a missing bound is the value itself."""
    observed = QUANTITIES[chart].observed
    found = [] if observed is None else observed.record()[["year", "low", "value", "high"]].to_numpy(float)
    bounds = [
        (year, value, *np.where(np.isnan((low, high)), value, (low, high)))
        for year, low, value, high in found
    ]
    return {math.floor(year + 0.5): bands(*rest) for year, *rest in bounds}


def test_numbers_are_written_as_the_page_writes_them():
    numbers = (0.0, 1.0, 0.1234, 12.35, 1234.5, 56789.0, np.nan, -2.0, 0.625, 1.125, 9.999e-5)
    texts = ["0", "1", "0.123", "12.3", "1235", "56 789", "–", "−2", "0.625", "1.13", "1.00e−4"]
    assert [written(one) for one in numbers] == texts


def test_an_address_survives_the_page(page, studio):
    """Every address is opened as by the back button; what the page then writes means the same state.

    Links follow a moment after what they tell of: the page's clock stands still but for that moment.
    """
    page.clock.install()
    opened(page, studio.address, "page=methods")
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 3600)  # more than any machine takes
    for number in range(COUNT):
        state = asked(case(number))
        query = json.dumps("?" + address.write(state).replace("page=explore", "page=methods", 1))
        page.evaluate(f"history.pushState(null, '', {query}), dispatchEvent(new PopStateEvent('popstate'))")
        page.clock.run_for(MOMENT)
        link = page.evaluate("document.querySelector('nav a[href*=\"page=explore\"]').getAttribute('href')")
        assert address.read(urlparse(link).query) == (state, []), number
