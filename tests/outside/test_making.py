"""How the tables are made: the rules between named years, the spread, and the rebuild from raw history."""

import os
from pathlib import Path

import numpy as np
import pytest
from tools.forcing import economy, knots, make, outside
from tools.forcing.history import series
from tools.forcing.policy import policy

from thermidor.outside.tables import table

HISTORY = os.environ.get("THERMIDOR_HISTORY", "")
FOLDER = make.TARGET
NAMED = np.array([1913, 1920, 1999]), np.array([0.0, 7.0, 86.0])


def at(path, year):
    return path[list(knots.YEARS).index(year)]


def test_a_line_joins_the_named_years():
    _, path = knots.RULES["line"](*NAMED)
    assert (at(path, 1913), at(path, 1915), at(path, 1960)) == (0.0, 2.0, 47.0)


def test_a_step_holds_until_the_next_named_year():
    _, path = knots.RULES["step"](*NAMED)
    assert (at(path, 1919), at(path, 1920), at(path, 1998)) == (0.0, 7.0, 7.0)


def test_a_pulse_is_nought_elsewhere():
    _, path = knots.RULES["pulse"](*NAMED)
    assert path.sum() == 93.0
    assert at(path, 1921) == 0.0


def test_a_named_row_speaks_for_its_years_only():
    years, path = knots.RULES["named"](*NAMED)
    assert list(years) == [1913, 1920, 1999]
    assert list(path) == [0.0, 7.0, 86.0]


@pytest.mark.parametrize(
    ("spread", "low", "high"), [("x0.2", -2.4, -1.6), ("+0.5", -2.5, -1.5), ("", -2.0, -2.0)]
)
def test_a_spread_is_a_share_or_an_amount(spread, low, high):
    row = knots.tidy("a", np.array([1913]), np.array([-2.0]), "assumption", "here", spread).iloc[0]
    assert (row["low"], row["high"]) == (pytest.approx(low), pytest.approx(high))


def test_the_committed_hand_tables_are_those_of_the_knots():
    committed = table("policy").set_index(["signal", "year"])["value"]
    for row in policy().itertuples():
        assert committed[row.name, row.year] == pytest.approx(row.value, abs=1e-5, rel=1e-5), row


@pytest.mark.skipif(not HISTORY, reason="set THERMIDOR_HISTORY to the folder of raw history")
def test_the_committed_tables_come_out_of_raw_history(tmp_path, monkeypatch):
    monkeypatch.setattr(make, "TARGET", tmp_path)
    make.main(Path(HISTORY))
    for name in ("forcings", "policy", "economy_record"):
        assert (tmp_path / f"{name}.csv").read_bytes() == (FOLDER / f"{name}.csv").read_bytes()


@pytest.mark.skipif(not HISTORY, reason="set THERMIDOR_HISTORY to the folder of raw history")
def test_rivals_arms_over_income_are_as_published_in_the_trial_run():
    arms = outside.arms(Path(HISTORY)).set_index("year")["value"]
    rows = economy.economy(Path(HISTORY))
    gdp = rows[rows["name"] == "gdp"].set_index("year")["value"] / 100 * 2254 * 159.1 * 1.4 / 1000
    for year, share in {1928: 0.041, 1937: 0.12, 1950: 0.21, 1953: 0.53, 1970: 0.24, 1985: 0.20}.items():
        assert arms[year] / gdp[year] == pytest.approx(share, rel=0.12), year


@pytest.mark.skipif(not HISTORY, reason="set THERMIDOR_HISTORY to the folder of raw history")
def test_a_missing_series_is_named():
    with pytest.raises(KeyError, match="no snow"):
        series(Path(HISTORY), "macro/energy.csv", "snow", "WORLD")
