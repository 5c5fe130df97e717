"""Special properties of force and consent: steady states, pulses, cascades and what a theory cannot reach."""

from dataclasses import replace

import pytest

from thermidor.frame.example import amounts, state, year
from thermidor.mechanisms.polity.elite_bank_run import EliteBankRun
from thermidor.mechanisms.polity.growth_seen import GrowthSeen
from thermidor.mechanisms.polity.restoration import Restoration
from thermidor.mechanisms.polity.revolt import Revolt
from thermidor.mechanisms.polity.sentences import Sentences
from thermidor.mechanisms.polity.terror_pulse import TerrorPulse


def test_inflow_of_four_tenths_and_release_of_a_fifth_make_two_million() -> None:
    """Miller and Smith 2015: at 0.4 million in and a fifth out a year the stock is two million."""
    now = state(coercion=0.6, coercion_drive=0.6, prisoners=2.0, war=0.0, leader_fell=0.0)
    released = amounts(list(Sentences(release=0.2)(now, year())))["released"]
    assert released == pytest.approx(0.4)


def test_terror_ends_once_few_of_the_old_generation_are_left() -> None:
    """No pulse outlives its victims, whatever the dice show."""
    now = state(terror=0.9, old_cadres=0.3, terror_drive=2.0, turn_years=9.0)
    after = amounts(list(TerrorPulse()(now, year(chance=0.99))))
    assert (after["terror"], after["terror_rest"]) == (0.0, 1.0)


def test_no_terror_without_pressure_or_before_the_turn() -> None:
    """The hazard is nought before the turn and all but nought without pressure."""
    early = state(terror_drive=2.0, turn_years=0.0)
    calm = state(terror_drive=0.0, turn_years=9.0)
    for now in (early, calm):
        assert amounts(list(TerrorPulse()(now, year(chance=0.001))))["terror"] == 0.0


def test_a_united_elite_survives_a_rising() -> None:
    """With the same movement the hazard is many times smaller where the elite is not split."""
    crowd = state(mass_mobilisation=0.9, worker_self_organisation=0.5, revolt_weight=0.6)
    united = amounts(list(Revolt()(crowd, year())))["revolt_hazard"]
    split = amounts(list(Revolt()(replace(crowd, reform=state(reform=1.0).reform), year())))["revolt_hazard"]
    assert split > 10 * united > 0


def test_bank_run_has_two_resting_places() -> None:
    """The same gain keeps a united elite united and a turned one turned."""
    few, many = (state(restoration_drive=0.45, restoration_faction=f) for f in (0.02, 0.98))
    run = EliteBankRun(th_re=0.6)
    assert abs(amounts(list(run(few, year())))["restoration_faction"]) < 0.02
    assert abs(amounts(list(run(many, year())))["restoration_faction"]) < 0.03


def test_restoration_cannot_come_from_an_elite_that_has_not_turned() -> None:
    """Without officials turned and without concessions the hazard is nought, and an end ends it."""
    assert amounts(list(Restoration()(state(), year())))["restoration_hazard"] == 0.0
    over = state(restoration_faction=0.9, ended=1.0)
    assert amounts(list(Restoration()(over, year())))["restoration_hazard"] == 0.0


def test_war_and_a_young_drive_are_no_stagnation() -> None:
    """Collapse of income in war, or in the first years of the drive, is no shortfall."""
    for given in ({"turn_years": 40.0, "war": 1.0}, {"turn_years": 5.0}):
        fallen = state(gdp=60.0, growth_five_years=-0.05, **given)
        assert amounts(list(GrowthSeen()(fallen, year())))["growth_shortfall"] == 0.0
