"""Harmony, planning by need, councils on a table, and years ahead."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.sparse import csc_array

from thermidor.planning import Logarithmic, Proportional, Reports, Weighted, honest, misreported
from thermidor.planning.exact import BEST
from thermidor.planning.exact.highs import solve
from thermidor.planning.generator import Features, draw
from thermidor.planning.procedures.democratic import DemocraticPlanning
from thermidor.planning.procedures.harmony import Harmonious, Harmony, harmony
from thermidor.planning.procedures.market_clearing import bought
from thermidor.planning.procedures.open_books import opened
from thermidor.planning.procedures.receding_horizon import RecedingHorizon, certified, course
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


@pytest.mark.parametrize("seed", range(4))
def test_the_first_year_is_one_that_people_can_live_on(seed):
    """Most of what could be had is delivered, in every year; and capacity is kept up from the first."""
    known = draw(Features(products=24, inputs=5, branches=8), seed)
    found = RecedingHorizon().solved(known.economy.truth)
    assert all(0.85 * known.value < year.share < 1.1 * known.value for year in found.years)
    assert found.years[0].new.sum() > 0
    assert found.gap.gap < 1e-9


def test_capacity_left_is_worth_what_it_will_yield_each_technique_its_own():
    known = draw(Features(products=12), 1).economy.truth
    found = RecedingHorizon().solved(known)
    worth = found.left * known.capacities
    assert worth.max() > 2 * worth[worth > 0].min()
    step = 1e-6
    course = RecedingHorizon().course
    programme = course.programme(known)
    for technique in np.argsort(worth)[[0, -1]]:
        limits = programme.limits.copy()
        limits[technique - len(known.makes)] += step
        gained = -solve(programme._replace(limits=limits)).value - found.gap.value
        assert gained / step == pytest.approx(found.left[technique], rel=1e-3, abs=1e-4)


def test_a_longer_look_ahead_is_worth_more_and_soon_no_more():
    """The years after can always be lived as the horizon's end left them: no horizon promises too much."""
    known = draw(Features(products=12), 1).economy.truth
    worths = [RecedingHorizon(horizon=h).solved(known).gap.value for h in (1, 2, 4, 8, 12)]
    assert all(np.diff(worths) > -1e-9)
    assert worths[0] > 0.95 * worths[-1]
    assert worths[3] > 0.999 * worths[-1]


def test_with_endless_capacity_every_year_is_the_best_one():
    known = draw(Features(products=12, techniques=2, binding=0.0), 2).economy.truth
    endless = known.with_(capacities=np.full(len(known.makes), np.inf))
    found = RecedingHorizon().solved(endless)
    best = BEST(Reports(endless)).certificate.value
    np.testing.assert_allclose([year.share for year in found.years], best, rtol=1e-7)
    assert all(np.all(year.new == 0) for year in found.years)
    assert found.gap.gap < 1e-9
    some = endless.with_(capacities=np.where(np.arange(len(known.makes)) % 3 == 0, known.capacities, np.inf))
    mixed = RecedingHorizon().solved(some)
    assert mixed.gap.gap < 1e-9
    assert mixed.gap.value <= found.gap.value * (1 + 1e-9)


def test_what_has_no_plant_and_no_recipe_is_not_built_out_of_nothing():
    known = draw(Features(products=6, inputs=2), 1).economy.truth
    inputs, needs = known.inputs.toarray(), known.resources.needs.copy()
    inputs[:, 3], needs[:, 3] = 0.0, 0.0
    idle = known.with_(
        inputs=csc_array(inputs),
        resources=replace(known.resources, needs=needs),
        capacities=np.where(np.arange(6) == 3, 0.0, known.capacities),
    )
    found = RecedingHorizon().solved(idle)
    assert all(year.levels[3] == 0 for year in found.years)


@pytest.mark.parametrize("seed", range(3))
def test_any_duals_bound_the_years_from_above(seed):
    known = draw(Features(products=8, techniques=2), seed).economy.truth
    endless = known.with_(capacities=np.where(np.arange(16) < 4, np.inf, known.capacities))
    dice = np.random.default_rng(seed)
    for one in (known, endless):
        course = RecedingHorizon(horizon=3).course
        programme, best = course.programme(one), RecedingHorizon(horizon=3).solved(one)
        columns = solve(programme).columns
        for _ in range(20):
            duals = best.worth * dice.lognormal(0.0, 0.5, len(best.worth)) + dice.exponential(1e-3)
            bound = certified(programme, columns, duals, course.most(one))
            assert bound.best >= best.gap.value - 1e-9
        assert np.all(columns <= course.most(one) + 1e-9)


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
