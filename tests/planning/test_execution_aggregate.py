"""The parameters of the whole come out of its parts, from one enterprise a technique to 47,000."""

from dataclasses import replace

import pytest

from thermidor.planning.enterprise.openness import Arm
from thermidor.planning.enterprise.population import SOVIET, Setting
from thermidor.planning.exact import BEST
from thermidor.planning.execution.aggregate import aggregates
from thermidor.planning.execution.democratic import CHANGED, cases, compared, conditions
from thermidor.planning.execution.regime import FEEDBACK, RATIONING, Technology
from thermidor.planning.execution.table import standard
from thermidor.planning.generator import Features

USUAL = Setting()
SECTORS = Features(products=500, inputs=8, branches=20)


@pytest.fixture(scope="module")
def sectors():
    return standard(1, SECTORS, SECTORS.products)


def whole(same, number, regime=RATIONING, setting=USUAL):
    return aggregates(same.economy, same.prices, number, regime, Technology(), setting, 1)


def test_one_to_one_gives_the_aggregates_of_one_a_technique(sectors):
    few, many = whole(sectors, SECTORS.products), whole(sectors, SOVIET)
    assert many.enterprises == SOVIET
    for name in ("padding", "hidden", "storming", "ratchet"):
        assert getattr(many, name) == pytest.approx(getattr(few, name), rel=0.1), name
    assert many.hoarding < few.hoarding  # who hangs on one supplier alone keeps more
    assert 0.01 < many.misallocated < 0.06
    assert many.storming > 0.5
    assert many.ratchet == pytest.approx(Setting().ratchet, rel=0.05)


def test_the_aggregates_go_with_their_causes(sectors):
    plain, fed = whole(sectors, 1000), whole(sectors, 1000, FEEDBACK)
    assert fed.hoarding < 0.8 * plain.hoarding
    assert fed.labour < 0.05 < plain.labour
    free = whole(sectors, 1000, setting=Setting(ratchet=0.0))
    assert free.hidden == pytest.approx(0.0, abs=1e-12)


def test_the_democratic_arm_gains_under_some_conditions_and_loses_under_others():
    found = list(conditions((3, SOVIET), (0.0, 1.0), (0.2,), (5.0,), Arm()))
    gains = [one.without_feedback for one in found]
    assert min(gains) < 0 < max(gains)
    assert all(one.least > 0 for one in found if one.without_feedback < 0)


def test_whether_open_reports_win_hangs_on_who_sees_and_on_what_comes_home():
    places = [one.arm for one in conditions((3, SOVIET), (0.0, 1.0), (0.2,), (2.0, 5.0), Arm())]
    found = {case.what: case.won for case in cases(places, CHANGED, (0.0, 0.5, 1.0))}
    assert all(list(won) == sorted(won) for won in found.values())
    assert found["as above"][0] < 0.5 < found["as above"][2]
    assert found["inspectors see as much as neighbours"][1] < found["as above"][1]
    assert found["what is held costs nothing, and inspectors see as much"][2] == 0.0


def test_less_padding_is_worth_something_at_the_same_computation(sectors):
    same = standard(1)
    without, with_ = (compared(same, replace(Arm(), feedback=f), BEST) for f in (0.0, 0.5))
    assert without.numbers_sent[0] == without.numbers_sent[1]
    assert without.padding[1] > without.padding[0]
    assert without.met[1] < without.met[0]
    assert with_.padding[1] < with_.padding[0]
    assert with_.met[1] > with_.met[0]
