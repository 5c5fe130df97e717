"""Shared measures against series whose answers are known."""

import numpy as np
import pytest

from thermidor.claims import measures as m
from thermidor.claims.series import Series
from thermidor.claims.view import Missing, Run

YEARS = np.arange(1913, 2000)


def series(values: np.ndarray) -> Series:
    return Series(np.atleast_2d(np.asarray(values, float)))


def test_the_slope_of_a_line_is_found_across_gaps() -> None:
    line = 3.0 + 0.25 * (YEARS - 1913)
    line[5:9] = np.nan
    assert m.trend(series(line), 1913, 1940) == pytest.approx(0.25)


def test_growth_of_a_constant_rate_is_found() -> None:
    assert m.log_trend(series(np.exp(0.04 * (YEARS - 1913))), 1920, 1960) == pytest.approx(4.0)


def test_a_trend_of_two_points_is_unknown() -> None:
    values = np.full(len(YEARS), np.nan)
    values[[0, 10]] = 1, 2
    assert np.isnan(m.trend(series(values), 1913, 1930)).all()


def test_a_clean_break_has_one_date() -> None:
    values = np.where(YEARS < 1928, 1.0, 3.0) + 0.01 * np.sin(YEARS)
    assert m.break_year(series(values), 1918, 1940).tolist() == [[1928, 1928, 1928]]


def test_noise_widens_the_dates_of_a_break_around_it() -> None:
    noise = np.random.default_rng(3).normal(0, 1.0, len(YEARS))
    [[low, best, high]] = m.break_year(series(np.where(YEARS < 1928, 0.0, 2.0) + noise), 1915, 1945)
    assert low <= 1928 <= high
    assert low <= best <= high
    assert high > low


def test_the_dates_of_a_break_cover_it_as_often_as_they_say() -> None:
    dice = np.random.default_rng(11)
    draws = np.where(YEARS < 1930, 0.0, 1.5) + dice.normal(0, 1.0, (400, len(YEARS)))
    low, _, high = m.break_year(Series(draws), 1914, 1950).T
    assert ((low <= 1930) & (high >= 1930)).mean() > 0.85


def test_no_break_is_dated_in_a_handful_of_years() -> None:
    values = np.full(len(YEARS), np.nan)
    values[:5] = 1, 1, 2, 2, 2
    assert np.isnan(m.break_year(series(values), 1913, 1940)).all()


def test_correlation_knows_sign_lag_and_gaps() -> None:
    wave = np.sin(YEARS / 3.0)
    later = np.roll(wave, 2)
    later[4] = np.nan
    assert m.correlation(series(later), series(wave), 1920, 1950, lag=2) == pytest.approx(1.0)
    assert m.correlation(series(-wave), series(wave), 1920, 1950) == pytest.approx(-1.0)


def test_elasticity_is_the_ratio_of_relative_changes() -> None:
    cause, effect = np.full(len(YEARS), 2.0), np.full(len(YEARS), 5.0)
    found = m.elasticity(
        series(cause), series(cause * 1.1), series(effect), series(effect * 1.1**0.5), 1930, 1940
    )
    assert found == pytest.approx(0.5)
    unmoved = m.elasticity(series(cause), series(cause), series(effect), series(effect * 2), 1930, 1940)
    assert np.isnan(unmoved).all()


def test_response_and_difference() -> None:
    before, after = series(np.full(len(YEARS), 4.0)), series(np.full(len(YEARS), 5.0))
    assert m.response(before, after, 1930, 1940) == pytest.approx(0.25)
    assert m.difference(before, after, 1930, 1940) == pytest.approx(1.0)


def test_an_event_that_never_comes_is_never_and_an_unknown_one_is_unknown() -> None:
    low, unknown = series(np.zeros(len(YEARS))), series(np.full(len(YEARS), np.nan))
    assert m.year_above(low, 0.5, 1918).tolist() == [np.inf]
    assert np.isnan(m.year_above(unknown, 0.5, 1918)).all()
    assert m.year_below(low, 0.5, 1918).tolist() == [1918]


def test_a_state_must_last_to_have_happened() -> None:
    values = np.zeros(len(YEARS))
    values[20:23] = 1.0
    assert m.happened(series(values), 0.5, 1913, 1999, years=3).tolist() == [1.0]
    assert m.happened(series(values), 0.5, 1913, 1999, years=4).tolist() == [0.0]


def test_hazard_ratio_of_a_known_table() -> None:
    exposed = np.array([[1, 1, 1, 1, 0, 0, 0, 0]])
    event = np.array([[1, 1, 0, 0, 0, 0, 0, 0]])
    assert m.hazard_ratio(event, exposed) == pytest.approx((2.5 / 4.5) / (0.5 / 4.5))


def test_share_of_leaves_gaps_out() -> None:
    assert m.share_of(np.array([1.0, 2.0, np.nan, 5.0]), 2.0) == pytest.approx(2 / 3)


def test_the_first_measure_that_a_view_can_answer_is_taken() -> None:
    both = m.first_known(lambda v: v.event("pact"), lambda v: v["workers"].at(1913))
    assert both(Run({"workers": np.full((2, 3), 7.0)})).tolist() == [7.0, 7.0]
    with pytest.raises(Missing, match="peasants"):
        m.first_known(lambda v: v.event("pact"), lambda v: v["peasants"].at(1913))(Run({}))


def test_a_chance_that_rises_is_found_and_one_that_stays_is_not() -> None:
    never, always = np.zeros(50), np.ones(50)
    assert (m.chance_moved(never, always) == 1).all()
    assert (m.chance_moved(always, always) == 0).all()
    half = np.arange(50) % 2
    moved = m.chance_moved(never, half)
    assert moved.shape == (1, 200)
    assert 0.4 < moved.mean() < 0.6


def test_a_chance_seen_in_few_cases_is_unsure_and_in_many_is_not() -> None:
    few, many = m.chance(np.array([0, 1])), m.chance(np.arange(400) % 4 == 0)
    assert few.shape == (1, 19)
    assert np.ptp(few) > 0.5 > 0.1 > np.ptp(many)
    assert many.mean() == pytest.approx(0.25, abs=0.01)
    assert np.isnan(m.chance(np.array([]))).all()
    assert (m.chance_less(np.ones(9), np.zeros(9)) > 0.5).all()


def test_growth_from_and_to_nought_is_without_end_and_says_nothing_aloud() -> None:
    """Warnings are errors in this suite: a run that loses all of something gives none."""
    values = np.ones((3, len(YEARS)))
    values[0, 0], values[1, 10], values[2, [0, 10]] = 0, 0, 0
    growth = series(values).growth(1913, 1923)
    assert growth[0] == np.inf and growth[1] == -np.inf and np.isnan(growth[2])
