"""The report is written wholly or not at all, and says the same of the same runs."""

from dataclasses import replace

import numpy as np
import pytest

from thermidor.errors import ThermidorError
from thermidor.lab.counterfactual import Answer
from thermidor.outside import scenario
from thermidor.outside.scenario import Prediction
from thermidor.report import write

ONE = "state-capitalism"


def test_same_runs_same_file(few, tmp_path, said):
    one, other = (write(few, tmp_path / name, **said).read_bytes() for name in ("a.html", "b.html"))
    assert one == other


def test_other_runs_other_file(few, tmp_path, said):
    changed = {ONE: few[ONE] | {"gdp": few[ONE]["gdp"] * np.linspace(1, 2, few[ONE]["gdp"].shape[1])}}
    one, other = (write(r, tmp_path / "a.html", **said).read_bytes() for r in (few, changed))
    assert one != other


def test_a_failed_write_leaves_the_old_file_and_no_other(few, tmp_path, monkeypatch, said):
    place = tmp_path / "report.html"
    place.write_text("old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ThermidorError, match="disk is full"):
        write(few, place, **said)
    assert place.read_text() == "old"
    assert list(tmp_path.iterdir()) == [place]


def test_no_runs_is_told(tmp_path, said):
    with pytest.raises(ThermidorError, match="no runs"):
        write({}, tmp_path / "report.html", **said)


def test_disagreements_are_shown(few, tmp_path, said):
    asked = Prediction(ONE, "less of <it>", "gdp", (1930, 1940), -1)
    right = Answer("no-oil-rent", asked, -0.1, -0.2, -0.05, -1, 1.0)
    answers = [right, replace(right, change=0.3, sign=1, agreeing=0.0)]
    page = write(few, tmp_path / "a.html", **said, answers=answers).read_text(encoding="utf-8")
    table = page.split('id="answers"')[1].split("</section>")[0]
    assert "1 of 2 predictions" in table
    assert table.count(">NO<") == table.count(">yes<") == 1
    assert "less of &lt;it&gt;" in table
    assert "<it>" not in page


def test_a_counterfactual_names_its_levers_and_warns(few, tmp_path, said):
    chosen = scenario("collectivisation-with-low-procurement")
    page = write(few, tmp_path / "a.html", **said | {"scenario": chosen}).read_text(encoding="utf-8")
    assert "procurement = 0.6" in page
    assert "This is a counterfactual." in page


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ({"prior": True}, "drawn from their priors"),
        ({"prior": False}, "record of 1913 to 1940 alone"),
        ({"prior": False, "fitted": True}, "fitted to the whole record"),
    ],
)
def test_what_was_fitted_is_said(few, tmp_path, how, told, said):
    page = write(few, tmp_path / "a.html", **said | how).read_text(encoding="utf-8")
    assert told in page
    assert (">later<" in page) == ("fitted" not in how)


def test_years_without_a_number_are_left_out_and_theories_beside_the_five_are_shown(few, tmp_path, said):
    broken = {name: values.copy() for name, values in few[ONE].items()}
    broken["legitimacy"][:, 40:] = np.nan
    broken["shortage"][:] = np.inf
    page = write(few | {"null-trend": broken}, tmp_path / "a.html", **said).read_text(encoding="utf-8")
    assert "NT: null-trend" in page
    figures = {
        name: page.split(f'<figure id="series-{name}">')[1].split("</figure>")[0]
        for name in ("legitimacy", "shortage")
    }
    assert figures["legitimacy"].count('class="line ') == 2
    assert figures["shortage"].count('class="line ') == 1
    assert not any("nan" in drawn for drawn in figures.values())
