"""Open reports lower padding under some conditions and raise it under others."""

from dataclasses import replace

import numpy as np
import pytest

from thermidor.planning.enterprise.openness import Arm, closed, gained, least_feedback, opened, padding

FEEDBACKS = np.linspace(0, 1, 11)


def test_openness_without_feedback_fails_where_honesty_costs_and_many_share_its_fruits():
    assert gained(Arm(feedback=0.0, honesty_cost=0.5, enterprises=47_000)) < 0


def test_openness_with_feedback_succeeds_at_as_many_checks():
    assert gained(Arm(feedback=0.5, honesty_cost=0.5, enterprises=47_000)) > 0


def test_few_need_less_feedback_than_many():
    few, many = (least_feedback(Arm(enterprises=n), FEEDBACKS) for n in (3, 47_000))
    assert few < many


def test_a_higher_cost_of_honesty_needs_more_feedback():
    low, high = (least_feedback(Arm(honesty_cost=k), FEEDBACKS) for k in (0.0, 1.0))
    assert low < high


def test_without_recall_and_feedback_open_reports_are_padded_most():
    arm = replace(Arm(), recall=0.0)
    assert gained(arm) == pytest.approx(gained(replace(arm, checks=0.0)) - _closed_gain(), abs=1e-9)
    assert gained(arm) < -0.1


def _closed_gain() -> float:
    """Return how much the inspectors' checks lower padding in the closed arm."""
    arm = Arm()
    return float(padding(closed(replace(arm, checks=0.0))).mean() - padding(closed(arm)).mean())


def test_both_arms_have_the_same_checks():
    arm = Arm(checks=0.4, neighbour=0.5, inspector=0.5, honesty_cost=-10.0)
    assert arm.told == pytest.approx(1.0)
    assert opened(arm).found * opened(arm).fine == pytest.approx(closed(arm).found * closed(arm).fine)


def test_feedback_alone_lowers_padding_for_holding_is_paid_for():
    without, with_ = (gained(Arm(recall=0.0, feedback=f)) for f in (0.0, 0.5))
    assert with_ > without + 0.1
