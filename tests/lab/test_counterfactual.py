"""Predictions are held against runs as they are worded: signs of change, odds, or not at all."""

from dataclasses import replace

import numpy as np
import pytest

from thermidor.frame.axes import shape
from thermidor.frame.state import METAS
from thermidor.lab.counterfactual import answer, table
from thermidor.outside import YEARS, scenarios
from thermidor.outside.scenario import Prediction

SIGN = Prediction("state-capitalism", "less", "gdp", (1930, 1940), -1)
ODDS = Prediction("state-capitalism", "likely", "restored", (1986, 1999), None, "above", 0.5, "more", 0.5)


def path(*values: float) -> dict[str, np.ndarray]:
    """Return runs, one a draw, in which every field stands at a value from 1935 on and at 1 before."""
    late = np.asarray(YEARS) >= 1935
    fields = np.where(late[None, :], np.asarray(values)[:, None], 1.0)
    return {"gdp": fields, "restored": fields}


def test_a_predicted_sign_is_that_of_the_median_change():
    found = answer("x", SIGN, path(1.0, 1.0, 1.0), path(0.5, 0.6, 1.2))
    assert (found.sign, found.agrees) == (-1, True)
    assert found.agreeing == pytest.approx(2 / 3)
    assert not answer("x", SIGN, path(1.0), path(1.01)).agrees
    assert answer("x", replace(SIGN, direction=0), path(1.0), path(1.01)).agrees


def test_odds_are_the_share_of_draws_beyond_the_mark():
    often, seldom = (answer("x", ODDS, path(1.0, 1.0, 1.0), path(*v)) for v in ((1, 1, 0), (1, 0, 0)))
    assert often.agrees
    assert not seldom.agrees
    assert seldom.agreeing == pytest.approx(1 / 3)
    fewer = replace(ODDS, odds="less")
    assert answer("x", fewer, path(1.0, 1.0, 1.0), path(1, 0, 0)).agrees
    below = replace(ODDS, side="below")
    assert answer("x", below, path(1.0, 1.0, 1.0), path(1, 0, 0)).agrees


def test_words_alone_are_not_judged():
    told = Prediction("state-capitalism", "worth a question")
    assert told.in_words
    assert not SIGN.in_words
    assert not ODDS.in_words
    with pytest.raises(ValueError, match="words alone"):
        answer("x", told, path(1.0), path(1.0))


def test_every_measured_prediction_of_the_packaged_scenarios_can_be_answered():
    asked = [p for one in scenarios().values() for p in one.predictions if not p.in_words]
    axes = {n: shape(tuple(a for a in m.axis if a != "vintage")) for n, m in METAS.items()}
    runs = {name: np.ones((2, len(YEARS), *form)) for name, form in axes.items()}
    found = [answer("x", p, runs, runs) for p in asked]
    assert len(table(found)) == len(asked) > 150
    assert all(a.prediction.expects in set(table(found)["expects"]) for a in found)


def test_an_empty_table_has_its_columns():
    assert "agrees" in table([])
