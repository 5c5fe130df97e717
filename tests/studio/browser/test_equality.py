"""What is read on the page is what Python gives; and an address survives the page, two hundred times."""

import json
import math
import random
from urllib.parse import urlparse

import numpy as np
import pytest
from tools.studio.browse import opened, wait_until

from thermidor.lab.levels import levels
from thermidor.lab.runs import frames
from thermidor.lab.setting import under
from thermidor.studio import address
from thermidor.studio.quantities import QUANTITIES
from thermidor.theories import THEORIES

from ..conftest import any_scenario

COUNT, READ = 200, 10
CHARTS = ("gdp-ussr-maddison", "hunger")
SHOWN = """
[...document.querySelectorAll("[id='chart-CHART'] tbody tr")].map((row) => [
  row.querySelector("th").textContent, row.querySelector("td[data-key='THEORY']").textContent])
"""


def case(number):
    """Return the state of a page."""
    dice = random.Random(2000 + number)
    theory = dice.choice(sorted(THEORIES))
    return address.Asked(
        any_scenario(number), "explore", (theory,), CHARTS, dice.randint(0, 99), dice.choice((30, 66))
    )


def written(value):
    """Return a number as the page writes it: three digits, the whole part in full, spaces plain."""
    if not math.isfinite(value) or value == 0:
        return "0" if value == 0 else "–"
    if not 1e-4 <= abs(value) < 1e9:
        digits, power = f"{value:.2e}".split("e")
        return f"{digits}e{int(power):+d}".replace("-", "−", 1)
    after = min(8, max(0, 2 - math.floor(math.log10(abs(value)))))
    text = f"{abs(value):.{after}f}"
    whole, _, part = text.partition(".")
    whole = f"{int(whole):,}".replace(",", " ") if len(whole) > 4 else whole
    text = whole + ("." + part.rstrip("0") if part.rstrip("0") else "")
    return ("−" if value < 0 and text.strip("0.") else "") + text


def of_python(asked, chart):
    """Return median and range of every year as the page writes them."""
    [theory] = asked.theories
    run = frames([THEORIES[theory]], under(asked.scenario), asked.draws, asked.seed)[theory]
    low, middle, high = levels(QUANTITIES[chart].values(run), [0.05, 0.5, 0.95]).astype("<f4").astype(float)
    return [f"{written(m)} {written(a)} to {written(b)}" for a, m, b in zip(low, middle, high, strict=True)]


@pytest.mark.parametrize("number", range(READ))
def test_the_table_of_the_page_is_what_python_gives(page, studio, number):
    asked = case(number)
    opened(page, studio.address, address.write(asked))
    for chart in CHARTS:
        page.locator(f"[id='chart-{chart}'] summary").click()
        page.locator(f"[id='chart-{chart}']").get_by_label("every year").check()
        wait_until(page, f"document.querySelectorAll(\"[id='chart-{chart}'] tbody tr\").length > 80")
        rows = page.evaluate(SHOWN.replace("CHART", chart).replace("THEORY", asked.theories[0]))
        assert [" ".join(text.split()) for _, text in rows] == of_python(asked, chart), (chart, asked)


def test_an_address_survives_the_page(page, studio):
    """Every address is opened as by the back button; what the page then writes means the same state."""
    opened(page, studio.address, "page=methods")
    for number in range(COUNT):
        asked = case(number)
        told = json.dumps("?" + address.write(asked).replace("page=explore", "page=methods", 1))
        page.evaluate(f"history.pushState(null, '', {told}), dispatchEvent(new PopStateEvent('popstate'))")
        link = page.evaluate("document.querySelector('nav a[href*=\"page=explore\"]').getAttribute('href')")
        state, notes = address.read(urlparse(link).query)
        assert (state, notes) == (asked, []), number


def test_numbers_are_written_as_the_page_writes_them():
    assert [written(x) for x in (0.0, 1.0, 0.1234, 12.35, 1234.5, 56789.0, np.nan, -2.0)] == [
        "0", "1", "0.123", "12.3", "1234", "56 789", "–", "−2",
    ]  # fmt: skip
