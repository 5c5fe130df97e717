"""The numbers in the page's tables are what Python gives, and an address survives the page: 200 times."""

import json
import math
from decimal import ROUND_HALF_UP, Decimal
from urllib.parse import urlparse

import numpy as np
import pytest
from tools.studio.browse import PATIENCE, context, opened

from thermidor.outside import YEARS
from thermidor.report.number import percent
from thermidor.studio import address, headlines
from thermidor.studio.desk import LEVELS
from thermidor.studio.quantities import QUANTITIES
from thermidor.studio.recorded import recorded

from ..reference import CHARTS, COUNT, case, of_history, of_python
from ..test_equality import ODD
from .conftest import watched

PART, TABS = 20, 2  # while one page waits for its reader to rest, the other is answered
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


def bands(middle, low, high):
    return f"{written(middle)} {written(low)} to {written(high)}"


def record(chart):
    """Return what is recorded of a chart, by year; a missing bound is the value itself."""
    observed = QUANTITIES[chart].observed
    found = [] if observed is None else observed.record()[["year", "low", "value", "high"]].to_numpy(float)
    bounds = [
        (year, value, *np.where(np.isnan((low, high)), value, (low, high)))
        for year, low, value, high in found
    ]
    return {math.floor(year + 0.5): bands(*rest) for year, *rest in bounds}


def told(run, history):
    """Return the cells of the headline numbers: this run, history, the difference, the record."""
    rows = []
    for row in headlines.table(run, history):
        digits = 4 if row["kind"] == headlines.YEAR else 3
        cells = [spread(row[side], digits) for side in ("run", "base")]
        rows.append([*cells, change(row), said(recorded().get(row["id"]), digits)])
    met = headlines.patterns(run, history)
    rows.append([written(met["met"]), written(met["base"]), difference(met["met"] - met["base"]), "–"])
    return [[["TD", cell] for cell in row] for row in rows]


def spread(side, digits):
    if side["median"] is None:
        return "in no draw"
    middle, low, high = (written(side[name], digits) for name in ("median", "low", "high"))
    share = side["share"]
    often = "" if share == 1 else f"in {percent(share)} of draws: ".replace("\xa0", " ")
    return f"{often}{middle} ({low} to {high})"


def change(row):
    """Return the median of the draws' own differences, and where a year is not always reached how often."""
    years, run, base = row["kind"] == headlines.YEAR, row["run"], row["base"]
    size = max(abs(side[name] or 0) for side in (run, base) for name in ("low", "median", "high"))
    value = row["change"]
    nothing = value is not None and not years and abs(value) < 5e-4 * size
    when = difference(0.0 if nothing else value) + (" years" if years and value is not None else "")
    if run["share"] == base["share"] == 1:
        return when
    points = difference(float(rounded(Decimal(1000 * (run["share"] - base["share"])), 0) / 10))
    return f"{points} points of draws" + ("" if value is None else f"; where in both, {when}")


def said(one, digits):
    """Return what the record says of a headline."""
    if one is None:
        return "–"
    low, middle, high = (written(one[name], digits) for name in ("low", "value", "high"))
    ranged = f"{low} to {high}" if digits == 4 else f"{middle} ({low} to {high})"
    return middle if low == high else ranged


def difference(value):
    text = written(value, 2)
    return "+" + text if value is not None and value > 0 and text != "–" else text


def written(value, digits=3):
    """Return a number as the page writes it: few digits, the whole part in full, spaces plain."""
    if value is None or not math.isfinite(value) or value == 0:
        return "0" if value == 0 else "–"
    exact = Decimal(float(value))
    if not 1e-4 <= abs(value) < 1e9:
        power = exact.adjusted()
        first = rounded(exact.scaleb(-power), digits - 1)
        if abs(first) >= 10:
            first, power = rounded(first / 10, digits - 1), power + 1
        return f"{first}e{power:+d}".replace("-", "−", 1)
    after = min(8, max(0, digits - 1 - exact.adjusted()))
    whole, _, part = str(rounded(abs(exact), after)).partition(".")
    whole = f"{int(whole):,}".replace(",", " ") if len(whole) > 4 else whole
    text = whole + ("." + part.rstrip("0") if part.rstrip("0") else "")
    return ("−" if value < 0 and text.strip("0.") else "") + text


def rounded(value, digits):
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def test_numbers_are_written_as_the_page_writes_them():
    numbers = (0.0, 1.0, 0.1234, 12.35, 1234.5, 56789.0, np.nan, -2.0, 0.625, 1.125, 9.999e-5)
    texts = ["0", "1", "0.123", "12.3", "1235", "56 789", "–", "−2", "0.625", "1.13", "1.00e−4"]
    assert [written(one) for one in numbers] == texts


def test_an_address_survives_the_page(page, studio):
    """Every address is opened as by the back button; what the page then writes means the same state."""
    opened(page, studio.address, "page=methods")
    for number in range(COUNT):
        state = asked(case(number))
        query = json.dumps("?" + address.write(state).replace("page=explore", "page=methods", 1))
        page.evaluate(f"history.pushState(null, '', {query}), dispatchEvent(new PopStateEvent('popstate'))")
        link = page.evaluate("document.querySelector('nav a[href*=\"page=explore\"]').getAttribute('href')")
        assert address.read(urlparse(link).query) == (state, []), number
