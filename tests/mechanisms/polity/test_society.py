"""What must hold of society, village and aims, whatever the numbers."""

import itertools
import math
from dataclasses import replace

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thermidor.frame.example import amounts, state, year
from thermidor.frame.ledger import settle
from thermidor.frame.state import State
from thermidor.mechanisms.polity import AIMS, SOCIETY, VILLAGE
from thermidor.mechanisms.polity.closures.caste_not_class import CasteNotClass
from thermidor.mechanisms.polity.closures.state_as_collective_capital import StateAsCollectiveCapital
from thermidor.mechanisms.polity.emergency_rule import EmergencyRule
from thermidor.mechanisms.polity.leader import Leader
from thermidor.mechanisms.polity.nep_decision import NepDecision
from thermidor.mechanisms.polity.officials import Officials
from thermidor.mechanisms.polity.regulators import Regulators
from thermidor.mechanisms.polity.soviet_democracy import SovietDemocracy
from thermidor.mechanisms.polity.turn_to_force import TurnToForce

unit = st.floats(0.0, 1.0)
ABLE = {"nep": 1.0, "bureaucracy_autonomy": 0.9, "soviet_democracy": 0.1}


@given(unit, unit, unit, unit, unit, unit)
def test_three_regulators_sum_to_one(nep, democracy, control, planning, market, taken):
    now = state(nep=nep, soviet_democracy=democracy, worker_control=control, command_drive=taken)
    after = settle(now, Regulators()(now, year(democratic_planning=planning, market_regulation=market)))
    total = after.regulator_market + after.regulator_command + after.regulator_democratic
    assert float(total) == pytest.approx(1.0, abs=1e-12)


def test_emergency_rule_halves_in_its_half_life():
    now, law = state(emergency_rule=0.8), EmergencyRule(half_life=4.0)
    for _ in range(4):
        now = settle(now, law(now, year()))
    assert float(now.emergency_rule) == pytest.approx(0.4)


def test_democracy_recovers_in_peace_with_allies():
    """With no war, no decree and allied advanced countries, soviets come back."""
    now = state(soviet_democracy=0.2, emergency_rule=0.0, isolation=0.2, worker_power=1.0, usurpation=0.0)
    for _ in range(30):
        now = settle(now, SovietDemocracy()(now, year()))
    assert float(now.soviet_democracy) > 0.8


@pytest.mark.parametrize(
    "hindrance", [{"nep": 0.0}, {"bureaucracy_autonomy": 0.3}, {"soviet_democracy": 0.6}]
)
def test_no_turn_without_market_autonomy_or_loss_of_democracy(hindrance):
    now = state(turn_drive=5.0, **(ABLE | hindrance))
    assert amounts(list(TurnToForce()(now, year(chance=1e-9))))["turn"] == 0.0


def test_turn_may_be_ruled_out_or_decided():
    now = state(turn_drive=5.0, **ABLE)
    turn = lambda **lever: amounts(list(TurnToForce()(now, year(chance=1e-9, **lever))))["turn"]  # noqa: E731
    assert turn() == 1.0
    assert turn(no_forced_turn=1.0) == 0.0
    assert turn(no_forced_turn=1.0, force_turn=1.0) == 1.0


def test_nep_waits_for_the_end_of_intervention():
    now = state(dearth=0.6, peasant_support=-0.3, intervention=1.0)
    decided = lambda now: amounts(list(NepDecision()(now, year(chance=0.5))))["nep"]  # noqa: E731
    assert decided(now) == 0.0
    assert decided(replace(now, intervention=now.intervention * 0)) == 1.0


def test_recorded_deaths_leave_nothing_to_chance():
    old = state(leader_age=99.0)
    fell = lambda **lever: amounts(list(Leader()(old, year(chance=1e-9, **lever))))["leader_fell"]  # noqa: E731
    assert fell() == 1.0
    assert fell(recorded_deaths=1.0) == 0.0
    assert fell(recorded_deaths=1.0, leader_dies=1.0) == 1.0
    assert fell(leader_survives=1.0) == 0.0


def test_parkinson_alone_grows_at_his_rate():
    """Parkinson (1957): 5 to 6 per cent a year whatever the work."""
    null = Officials(scarcity=0.0, patronage=0.0, work=0.0, parkinson=0.056)
    now = state(bureaucracy_size=2.0, emergency_rule=0.0)
    size = amounts(list(null(now, year())))["bureaucracy_size"]
    assert math.log(size / 2.0) == pytest.approx(0.056, abs=1e-5)


def test_title_matters_to_a_caste_and_not_to_a_collective_owner():
    def gain(kind):
        drive = lambda title: amounts(list(kind(strength=1.0)(state(), year(title_transferable=title))))  # noqa: E731
        return drive(1.0)["cohesion_target"] - drive(0.0)["cohesion_target"]

    assert gain(CasteNotClass) > 0.1
    assert gain(StateAsCollectiveCapital) == 0.0


def test_indices_stay_between_nought_and_one():
    """A year of politics from every corner of the indices, and from two hundred points between."""
    corners = np.array(list(itertools.product((0.0, 0.5, 1.0), repeat=4)))
    points = np.vstack([corners, np.random.default_rng(1).uniform(size=(200, 4))])
    after = jax.vmap(_later)(jnp.asarray(points))
    for name in ("soviet_democracy", "bureaucracy_autonomy", "party_democracy", "collectivised_share"):
        values = np.asarray(getattr(after, name))
        assert values.min() >= 0.0, name
        assert values.max() <= 1.0, name
    assert all(np.isfinite(leaf).all() for leaf in jax.tree.leaves(after))


def _later(point: jax.Array) -> State:
    names = ("soviet_democracy", "bureaucracy_autonomy", "coercion", "ambition")
    now = replace(state(turn=1.0), **dict(zip(names, point, strict=True)))
    for one in SOCIETY + VILLAGE + AIMS:
        now = settle(now, one(now, year(chance=0.3)))
    return now
