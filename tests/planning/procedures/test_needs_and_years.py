"""Harmony, planning by need, councils on a table, and years ahead."""

import numpy as np
import pytest
from scipy.optimize import minimize

from thermidor.planning import Logarithmic, Proportional, Weighted, honest, misreported
from thermidor.planning.generator import Features, draw
from thermidor.planning.procedures.democratic import DemocraticPlanning, opened
from thermidor.planning.procedures.harmony import Harmonious, Harmony, harmony
from thermidor.planning.procedures.market_clearing import bought
from thermidor.planning.procedures.receding_horizon import RecedingHorizon, course
from thermidor.planning.procedures.table_councils import ParticipatoryCouncils, strained


@pytest.mark.parametrize("seed", range(3))
def test_harmony_is_near_the_concave_optimum(seed):
    known = draw(Features(products=12, binding=0.0), seed).economy.truth
    plan = Harmony(floor=0.0)(honest(draw(Features(products=12, binding=0.0), seed).economy))
    # The same by a general solver: deliveries as unknowns, resources and capacities as limits.
    inverse = np.linalg.inv(np.eye(12) - known.inputs.toarray())
    limits = np.vstack([known.resources.needs @ inverse, inverse])
    there = np.concatenate([known.resources.endowments, known.capacities])
    best = minimize(
        lambda s: -np.mean(harmony(s)),
        np.full(12, -0.2),
        bounds=[(-1, 5)] * 12,
        constraints={"type": "ineq", "fun": lambda s: 1 - limits @ ((1 + s) * known.demand) / there},
        options={"maxiter": 500},
    )
    assert plan.certificate.value == pytest.approx(-best.fun, abs=0.01)
    assert plan.certificate.best >= -best.fun - 1e-6
    assert plan.certificate.gap < 0.02


def test_harmony_starves_no_good_with_a_floor_and_its_measure_is_smooth():
    assert harmony(np.array([-1e-9, 1e-9])) == pytest.approx([-1e-9, 1e-9])
    slopes = Harmonious().marginal(np.array([0.0, 1.0, 2.0]), np.ones(3))
    np.testing.assert_allclose(3 * slopes, [2.0, 1.0, 0.5])
    known = draw(Features(products=40), 1).economy
    share = Harmony(floor=0.3)(honest(known)).final / known.truth.demand
    assert share.min() > 0.1


@pytest.mark.parametrize("aim", [Proportional, Weighted, Logarithmic])
def test_recall_brings_priorities_to_need_at_its_own_rate(aim):
    known = draw(Features(products=8, techniques=2, aim=aim), 2)
    plan = DemocraticPlanning(recall=0.4)(honest(known.economy), 6)
    np.testing.assert_allclose(np.array(plan.history[1:]) / plan.history[:-1], 0.6)
    done = DemocraticPlanning()(honest(known.economy))
    assert done.certificate.value == pytest.approx(known.value, abs=2e-6)
    kept = DemocraticPlanning(recall=0.0)(honest(known.economy))
    assert kept.rounds == 1
    if aim is not Weighted:
        assert kept.certificate.value < known.value - 1e-4


def test_open_books_leave_honest_reports_and_mend_others():
    economy = draw(Features(products=20, growth=0.0, scatter=0.0), 1).economy
    true = economy.truth
    same = opened(true)
    np.testing.assert_allclose(same.capacities, true.capacities)
    np.testing.assert_allclose(same.inputs.data, true.inputs.data)
    np.testing.assert_allclose(same.resources.needs, true.resources.needs, rtol=1e-12)
    reports = misreported(economy, padding=0.2, hidden=0.2)
    mended = opened(reports.table)
    assert np.all(mended.capacities >= true.achieved * (1 - 1e-12))
    assert mended.resources.needs[0].sum() < reports.table.resources.needs[0].sum()
    open_, shut = DemocraticPlanning(), DemocraticPlanning(open_books=False)
    assert open_(reports).certificate.value > 1.1 * shut(reports).certificate.value


@pytest.mark.parametrize("aim", [Proportional, Weighted, Logarithmic])
def test_councils_on_a_table_clear_and_lose_no_more_than_the_strain_of_the_best_plan(aim):
    gaps = []
    for strain in (0.3, 0.05):
        known = draw(Features(products=12, techniques=2, aim=aim), 2)
        plan = ParticipatoryCouncils(strain=strain)(honest(known.economy))
        assert plan.history[-1] < 1e-4
        assert plan.certificate.violation < 1e-9
        gaps.append(known.value - plan.certificate.value)
        assert gaps[-1] < strained(known.economy.truth, known.levels, strain)
    assert gaps[0] > 2 * gaps[1] >= -1e-9


def test_no_prices_clear_where_more_is_paid_out_than_is_earned(monkeypatch):
    known = draw(Features(products=12, techniques=2), 1)
    assert ParticipatoryCouncils()(honest(known.economy)).history[-1] < 1e-4

    def too_much(known, held, p, w, profit):
        return bought(known, held, p, w, float(held.most(held.profits(p, w)).sum()))

    monkeypatch.setattr("thermidor.planning.procedures.table_councils.bought", too_much)
    assert ParticipatoryCouncils()(honest(known.economy)).history[-1] > 1e-3


def test_gaps_close_at_a_constant_rate_and_slower_without_memory():
    known = draw(Features(products=12, techniques=2), 3)
    errors = ParticipatoryCouncils(near=1e-9)(honest(known.economy)).history
    assert errors[-1] < 1e-9
    forgetful = ParticipatoryCouncils(near=1e-9, memory=0.0)(honest(known.economy)).history
    assert len(forgetful) > 2 * len(errors)


def small():
    return draw(Features(products=4, inputs=2, binding=0.0), 3).economy.truth


def test_a_longer_horizon_is_never_worse_and_a_short_one_eats_its_capital():
    known = small()

    def delivered(horizon, after):
        planner = RecedingHorizon(horizon=horizon, after=after)
        return course(known, planner, 25, 1, lambda year, capacity: capacity)

    blind, long = delivered(1, 0.0), delivered(8, 5.0)
    assert blind[-1] < 0.2 * blind[0]  # nothing is put back
    assert long[-1] > 0.9 * long[0]
    assert long.sum() > 1.2 * blind.sum()


def test_planning_anew_beats_keeping_to_the_plan():
    known = small()
    dice = np.random.default_rng(1)
    luck = np.exp(0.2 * dice.standard_normal((12, len(known.makes))) - 0.02)

    def worth(revise):
        return course(
            known, RecedingHorizon(), 12, revise, lambda year, k: k * np.minimum(luck[year], 1)
        ).sum()

    assert worth(1) > worth(2) > worth(5)


def test_the_first_year_is_certified_over_the_horizon():
    plan = RecedingHorizon()(honest(draw(Features(products=6), 1).economy))
    assert plan.certificate.gap < 1e-8
    assert np.all(plan.final > -1e-9)
