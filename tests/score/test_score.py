"""Scores against closed forms."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kstest, norm

from thermidor.score import crps, difference, log_score, pit, weights, without_each
from thermidor.score.stacking import EQUAL

SAMPLE = norm.ppf((np.arange(4000) + 0.5) / 4000)[:, None]


def gaussian_crps(y):
    return y * (2 * norm.cdf(y) - 1) + 2 * norm.pdf(y) - 1 / np.sqrt(np.pi)


@pytest.mark.parametrize("y", [-3.0, -0.4, 0.0, 1.0, 2.5])
def test_crps_of_a_normal(y):
    assert crps(SAMPLE, np.array([y]))[0] == pytest.approx(gaussian_crps(y), abs=2e-3)


@pytest.mark.parametrize("y", [-1.5, 0.0, 0.7])
def test_log_score_of_a_normal_with_error(y):
    exact = norm.logpdf(y, scale=np.sqrt(1 + 0.5**2))
    assert log_score(SAMPLE, np.array([y]), 0.5)[0] == pytest.approx(exact, abs=0.02)


def test_log_score_has_a_floor():
    assert log_score(SAMPLE, np.array([1e6]))[0] == -10


def test_no_spread_and_no_error_is_refused():
    with pytest.raises(ValueError, match="without spread"):
        log_score(np.ones((5, 1)), np.array([1.0]))


def test_a_certain_sample_scores_by_the_error_of_the_datum():
    got = log_score(np.ones((5, 1)), np.array([1.2]), 0.2)[0]
    assert got == pytest.approx(norm.logpdf(1.2, 1.0, 0.2))


@given(st.lists(st.floats(-5, 5), min_size=2, max_size=30), st.floats(-5, 5))
def test_crps_is_its_definition(sample, y):
    x = np.array(sample)
    brute = np.abs(x - y).mean() - 0.5 * np.abs(x[:, None] - x).mean()
    assert crps(x[:, None], np.array([y]))[0] == pytest.approx(brute, abs=1e-9)
    assert brute >= -1e-12


def test_pit_of_a_right_forecast_is_uniform():
    truth = np.random.default_rng(1).normal(size=400)
    u = pit(np.broadcast_to(SAMPLE, (4000, 400)), truth)
    assert kstest(u, "uniform").pvalue > 0.01


@pytest.mark.parametrize("score", [log_score, lambda x, y: -crps(x, y)])
@pytest.mark.parametrize("wrong", [SAMPLE + 0.7, SAMPLE * 2.5, SAMPLE * 0.3])
def test_the_right_forecast_wins_on_average(score, wrong):
    truth = np.random.default_rng(2).normal(size=300)
    right = score(np.broadcast_to(SAMPLE, (4000, 300)), truth)
    other = score(np.broadcast_to(wrong, (4000, 300)), truth)
    assert right.mean() > other.mean()


def test_a_group_counts_once():
    many, one = np.ones(98), np.zeros(2)
    got = difference(np.concatenate([many, one]), np.zeros(100), ["a"] * 98 + ["b"] * 2)
    assert got.mean == 0.5 and got.error == pytest.approx(0.5) and got.tied


def test_a_clear_difference_is_no_tie():
    assert not difference(np.array([1.0, 1.1, 0.9]), np.zeros(3), "abc").tied


def test_one_group_tells_nothing():
    assert difference(np.array([5.0]), np.zeros(1), ["a"]).tied


def test_nothing_to_compare_is_refused():
    with pytest.raises(ValueError, match="0 scores"):
        difference(np.array([]), np.array([]), [])


def test_weights_solve_the_first_order_condition():
    """At the top every entrant adds as much: sum of p_j / p_mix and what favours it over w_j."""
    scores = np.random.default_rng(4).normal(size=(60, 4))
    found = weights(scores, list(range(60)))
    assert found.sum() == pytest.approx(1)
    gained = (np.exp(scores) / (np.exp(scores) @ found)[:, None]).sum(axis=0) + EQUAL / found
    assert gained == pytest.approx(60 + 4 * EQUAL, rel=1e-4)


def test_what_no_datum_tells_apart_stays_equal():
    """A lean of a hundredth in three data moves no weight far; in a thousand it decides."""
    lean = np.log([0.5, 0.505])
    few, many = (weights(np.tile(lean, (n, 1)), list(range(n))) for n in (3, 1000))
    assert few == pytest.approx([0.5, 0.5], abs=0.01)
    assert many[1] > 0.8


def test_a_long_series_does_not_decide_by_its_length():
    good, bad = np.log([0.6, 0.2]), np.log([0.2, 0.6])
    scores = np.array([good] * 99 + [bad])
    assert weights(scores, ["a"] * 99 + ["b"]) == pytest.approx([0.5, 0.5], abs=1e-3)


def test_the_series_that_decides_is_found_by_leaving_it_out():
    scores = np.log([[0.9, 0.01], [0.3, 0.31], [0.3, 0.31]])
    whole, left = weights(scores, "abc"), without_each(scores, "abc")
    assert whole[0] > 0.55 > 0.5 > left["a"][0]
    assert left["b"][0] > whole[0]


def test_no_data_no_weights():
    with pytest.raises(ValueError, match="0 data"):
        weights(np.zeros((0, 2)), [])
