"""What a notebook shows of runs, boards and plans: charts that stand alone, tables, nothing unescaped."""

import re
from base64 import b64decode
from xml.etree import ElementTree as ET

import numpy as np
import pytest

import thermidor
from thermidor.errors import ThermidorError
from thermidor.lab import shelved
from thermidor.planning import Reports
from thermidor.planning.catalogue import find
from thermidor.planning.tables import read

SVG = "{http://www.w3.org/2000/svg}"
THEORY = "state-capitalism"


@pytest.fixture(scope="module")
def runs():
    return thermidor.run(THEORY, draws=4)


def drawings(html):
    return [ET.fromstring(b64decode(one)) for one in re.findall(r"svg\+xml;base64,([^\"]+)", html)]


def test_charts_stand_alone_and_say_in_words_what_they_show(runs):
    shown = thermidor.show(runs, "gdp-ussr-maddison", "hunger")
    first, second = drawings(shown._repr_html_())
    assert len(list(first.iter(f"{SVG}circle"))) > 50
    assert len(list(second.iter(f"{SVG}circle"))) == 0
    assert ".line" in (first.findtext(f"{SVG}style") or "")
    alts = re.findall(r'<img alt="([^"]+)"', shown.html)
    assert alts[0].startswith("National income")
    assert "1999" in alts[0]
    assert "http" not in re.sub(r"base64,[^\"]+", "", shown.html)


def test_the_table_holds_the_medians_of_the_runs(runs):
    html = thermidor.show(runs, "privilege").html
    medians = runs["privilege"].sel(theory=THEORY).median("draw")
    cell = re.search(r'<th scope="row">1935</th><td[^>]*>([\d.,]+)', html)
    assert cell is not None
    assert float(cell[1].replace(",", "")) == pytest.approx(float(medians.sel(year=1935)), rel=0.02)


def test_where_the_numbers_come_from_is_said(runs):
    said = str(thermidor.show(runs))
    for word in (
        "scenario: historical-baseline",
        "seed: 1",
        "draws: 4",
        thermidor.__version__,
        "National income",
    ):
        assert word in said, word


def test_what_is_written_on_runs_cannot_become_a_page(runs):
    hostile = runs.assign_attrs(scenario="<script>alert(1)</script>")
    assert "<script" not in thermidor.show(hostile, "hunger").html


def test_a_board_is_counted_and_listed():
    board = shelved.board()
    html = thermidor.show(board).html
    counts = np.unique(board[board["witness"] == "record"]["verdict"], return_counts=True)
    for verdict, count in zip(*counts, strict=True):
        assert re.search(rf'<th scope="row">{verdict}</th><td>{count}</td>', html), verdict
    assert "more are not shown" in html
    assert html.count('<th scope="row">c') == 40
    assert "<script" not in html


def test_a_hostile_board_is_escaped():
    board = shelved.board().head(6).assign(claim="<img src=x onerror=alert(1)>")
    assert "<img" not in thermidor.show(board).html


def test_a_plan_tells_its_certificate():
    plan = find("linear-programme")(Reports(read("russia-1995")))
    html = plan._repr_html_()
    assert "linear-programme" in html
    assert str(plan.certificate) in html


@pytest.mark.parametrize(
    ("what", "names", "said"), [(3, (), "neither runs"), (None, ("gdpp",), "Did you mean")]
)
def test_what_cannot_be_shown_is_told(runs, what, names, said):
    with pytest.raises(ThermidorError, match=said):
        thermidor.show(runs if what is None else what, *names)
