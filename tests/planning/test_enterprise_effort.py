"""When in the month enterprises work: storming takes a bonus and uncertain supply."""

import numpy as np
import pytest

from thermidor.planning.enterprise.bonus import MONTHLY_BONUS, PAID_BY_PIECE, Threshold
from thermidor.planning.enterprise.effort import Conditions, choose, credited, last_decade, shares, soft
from thermidor.planning.enterprise.excuse import delivery_variance, forgiven

EVEN = pytest.approx(1 / 3, abs=0.04)


@pytest.mark.parametrize("punctual", [0.6, 0.75, 0.85])
def test_bonus_and_uncertain_supply_make_the_last_decade_most_of_the_month(punctual):
    assert last_decade(MONTHLY_BONUS, punctual) > 0.5


def test_the_more_uncertain_supply_the_more_storming():
    found = [last_decade(MONTHLY_BONUS, p) for p in (0.6, 0.75, 0.9, 1.0)]
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize("punctual", [0.6, 0.75, 0.85])
def test_without_a_bonus_work_is_even(punctual):
    assert last_decade(PAID_BY_PIECE, punctual) == EVEN


def test_with_certain_supply_work_is_even():
    assert last_decade(MONTHLY_BONUS, 1.0) == pytest.approx(1 / 3, abs=1e-9)


@pytest.mark.parametrize("punctual", [0.75, 0.85])
def test_where_no_lag_is_forgiven_work_is_even(punctual):
    assert shares(choose(Conditions(MONTHLY_BONUS, punctual)))[-1] == EVEN


@pytest.mark.parametrize(("scheme", "even"), [(MONTHLY_BONUS, True), (Threshold(above=0.5), True)])
def test_pay_beyond_the_plan_does_not_end_storming(scheme, even):
    assert (last_decade(scheme, 0.8) > 0.5) is even


def test_the_less_effort_can_be_moved_the_less_storming():
    stiff, usual = (last_decade(MONTHLY_BONUS, 0.8, elasticity=e) for e in (0.3, 2.0))
    assert stiff < 0.5 < usual


def test_the_pace_is_the_best_of_all_that_could_be_done():
    """In the last decade with certain supply the rest of the plan is made, or nothing if it is too much."""
    pace = choose(Conditions(MONTHLY_BONUS, 1.0, cover=1.0, toil=1.0))
    ones = np.ones(3)
    work = pace.work(2, np.array([0.9, 0.5, 0.0]), ones, 0 * ones)
    toil = 1 / 3 * (3 * np.array([0.1, 0.5, 1.0])) ** 1.5
    np.testing.assert_array_equal(work > 0, toil < 1)
    assert work[0] == pytest.approx(0.1, abs=1 / 24)


def test_what_is_forgiven_is_what_supply_explains():
    assert forgiven(delivery_variance(1.0)) == 0.0
    assert forgiven(0.09, other=0.3) == pytest.approx(0.5)
    dice = np.random.default_rng(0)
    came = (dice.random((200_000, 2)) < 0.7).sum(1) / (3 * 0.7)
    assert delivery_variance(0.7) == pytest.approx(came.var(), rel=0.02)
    lag, other = came - came.mean(), dice.normal(0, 0.3, len(came))
    slope = np.polyfit(lag + other, lag, 1)[0]
    assert forgiven(delivery_variance(0.7)) == pytest.approx(slope, abs=0.01)


def test_a_correction_moves_the_plan_toward_what_was_done():
    done = np.array([0.0, 1 / 3, 1.0])
    np.testing.assert_allclose(credited(done, 0, 0.5), [1 / 6, 1 / 3, 2 / 3])


def test_a_scheme_that_knows_no_plan_is_not_softened():
    assert soft(PAID_BY_PIECE, 0.6).softness == 0.0 < soft(MONTHLY_BONUS, 0.6).softness
