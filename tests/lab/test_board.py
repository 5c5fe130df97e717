"""The board: claims by witnesses, from runs given or made, kept on disk and made again when spoilt."""

import numpy as np
import pytest

import thermidor
from thermidor.claims.claim import Claim, Measured, Moved
from thermidor.errors import ThermidorError
from thermidor.lab import kept
from thermidor.lab.board import board, claims, needs
from thermidor.lab.runs import find, run

RECOVERED = Claim(
    "c001-nep-retreat-necessary",
    Measured("income 1926 over 1921", lambda v: v["gdp"].ratio(1926, 1921), low=1.0),
    refuted_by="income in 1926 no higher than in 1921",
)
MOVED = Claim(
    "c001-industry-won-war",
    Moved(
        "people in 1946 without an invasion over history",
        lambda before, after: after["population"].at(1946) / before["population"].at(1946),
        by="no-german-invasion",
        low=1.0,
    ),
    refuted_by="no more people without an invasion",
)
THEORIES = [one.id for one in find("all")]


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("THERMIDOR_CACHE", str(tmp_path / "compiled"))
    return tmp_path


def fields(theories, **values):
    years = np.ones(87)
    return {theory: {n: np.outer(v, years) for n, v in values.items()} for theory in theories}


def test_each_claim_has_a_row_for_the_record_and_for_every_theory():
    found = board(THEORIES, lambda _: fields(THEORIES, gdp=[1.0, 2.0]), [RECOVERED])
    assert found["witness"].tolist() == ["record", *THEORIES]
    assert set(found.loc[1:, "verdict"]) == {"borne out"}


def test_a_theory_without_the_quantity_is_silent():
    found = board(THEORIES[:1], lambda _: fields(THEORIES, coal=[1.0]), [RECOVERED])
    assert found["verdict"].tolist()[1] == "silent"
    assert "gdp" in found["note"].tolist()[1]


def test_what_claims_read_is_known_by_scenario():
    sample = fields(["any"], gdp=[1.0], population=[1.0], coal=[1.0])["any"]
    wanted = needs([RECOVERED, MOVED], sample)
    assert wanted == {"historical-baseline": {"gdp", "population"}, "no-german-invasion": {"population"}}


def test_runs_are_kept_and_spoilt_ones_made_again(cache):
    told = []
    chosen = {"historical-baseline": {"gdp"}}
    theories = find("state-capitalism")
    ask = lambda: kept.ensembles(theories, 3, 1, chosen, told=told.append)("historical-baseline")  # noqa: E731
    first, again = ask(), ask()
    assert told == ["historical-baseline"]
    np.testing.assert_array_equal(first["state-capitalism"]["gdp"], again["state-capitalism"]["gdp"])
    [file] = (cache / "runs").rglob("*.npz")
    file.write_bytes(file.read_bytes()[:100])
    np.testing.assert_array_equal(first["state-capitalism"]["gdp"], ask()["state-capitalism"]["gdp"])
    assert told == ["historical-baseline"] * 2


def test_claims_take_the_runs_they_are_given(cache):
    runs = run("state-capitalism", draws=3)
    found = thermidor.claims(runs, chosen=[RECOVERED])
    growth = runs["gdp"].sel(year=1926) / runs["gdp"].sel(year=1921)
    assert found.loc[1, "median"] == pytest.approx(float(growth.median()))


def test_claims_refuse_runs_of_another_scenario():
    runs = run("state-capitalism", "no-oil-rent", draws=2)
    with pytest.raises(ThermidorError, match="no-oil-rent"):
        claims(runs, chosen=[RECOVERED])


def test_a_moved_cause_is_run_on_the_same_luck(cache):
    found = claims(theory="state-capitalism", draws=4, chosen=[MOVED])
    assert found.loc[1, "verdict"] == "borne out"
    assert found.loc[1, "rows"] == 4


def test_fields_kept_for_one_question_are_not_lost_to_the_next(cache):
    told = []
    for field in ("gdp", "population", "gdp"):
        chosen = {"historical-baseline": {field}}
        kept.ensembles(find("state-capitalism"), 3, 1, chosen, told=told.append)("historical-baseline")
    assert len(told) == 2
