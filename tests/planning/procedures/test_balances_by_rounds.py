"""Balances close at the rate their theory says, and the warm start is worth its rounds."""

import numpy as np
import pytest

from thermidor.errors import ThermidorError
from thermidor.planning import Reports, honest, table
from thermidor.planning.exact.leontief import Leontief
from thermidor.planning.generator import Features, draw
from thermidor.planning.procedures.achieved_level import AchievedLevel
from thermidor.planning.procedures.aggregate_balances import AggregateBalances
from thermidor.planning.procedures.material_balances import BalancesInOrder, MaterialBalances
from thermidor.planning.recipes import Pattern

SEEDS = range(5)
BY_ROUNDS = [MaterialBalances(), MaterialBalances(adjustment=0.6), BalancesInOrder()]


def economy(seed, **features):
    return draw(Features(**{"products": 60, **features}), seed).economy


@pytest.mark.parametrize("procedure", BY_ROUNDS, ids=repr)
@pytest.mark.parametrize("seed", SEEDS)
def test_balances_close_on_leontief_outputs(procedure, seed):
    reports = honest(economy(seed))
    plan = procedure(reports)
    np.testing.assert_allclose(plan.outputs, Leontief()(reports).outputs, rtol=1e-7)
    assert plan.certificate.bound < 1e-9
    assert plan.rounds == len(plan.history) < 200


@pytest.mark.parametrize("radius", [0.3, 0.5, 0.8])
@pytest.mark.parametrize("adjustment", [1.0, 0.5])
def test_the_error_shrinks_at_the_rate_of_the_spectral_radius(radius, adjustment):
    known = draw(Features(products=60, radius=radius), 3)
    best, prices = known.levels, known.prices
    errors = []
    for rounds in (8, 9):
        plan = MaterialBalances(adjustment, warm=False)(honest(known.economy), rounds)
        errors.append(prices @ (best - plan.outputs))
    # From below the whole error has one sign, and prices that are a left eigenvector see it shrink exactly.
    assert errors[1] / errors[0] == pytest.approx(1 - adjustment * (1 - radius), rel=1e-5)


def test_the_certificate_bounds_the_true_error():
    for seed in SEEDS:
        known = draw(Features(products=60), seed)
        for rounds in (1, 2, 5):
            plan = MaterialBalances()(honest(known.economy), rounds)
            off = known.prices @ np.abs(plan.outputs - known.levels) / (known.prices @ known.levels)
            assert 0 < off < 3 * plan.certificate.bound


def test_two_rounds_from_the_achieved_level_leave_a_few_thousandths():
    left = [MaterialBalances()(honest(economy(seed, products=300)), 2).history[-1] for seed in range(4)]
    cold = [
        MaterialBalances(warm=False)(honest(economy(seed, products=300)), 2).history[-1] for seed in range(4)
    ]
    assert 0.001 <= np.mean(left) <= 0.005
    assert np.mean(cold) > 15 * np.mean(left)


def test_one_round_in_order_is_enough_where_fabrication_has_no_loops():
    # Raw materials first: each uses only earlier ones; finished goods must be settled first.
    recipes = np.triu(np.full((6, 6), 0.1), 1)
    reports = Reports(table([f"p{i}" for i in range(6)], recipes, np.ones(6)))
    assert BalancesInOrder(warm=False)(reports, 1).history[-1] < 1e-12
    assert MaterialBalances(warm=False)(reports, 1).history[-1] > 1e-3


def test_order_saves_rounds_where_fabrication_has_stages():
    known = economy(1, pattern=Pattern(triangular=0.9))
    ordered = BalancesInOrder(warm=False)(honest(known))
    assert ordered.rounds < 0.7 * MaterialBalances(warm=False)(honest(known)).rounds


def test_aggregation_errs_less_with_more_branches_and_not_at_all_with_all():
    def error(branches):
        found = []
        for seed in range(4):
            known = draw(Features(products=120, branches=branches), seed)
            plan = AggregateBalances()(honest(known.economy))
            found.append(known.prices @ np.abs(plan.outputs - known.levels) / (known.prices @ known.levels))
        return np.mean(found)

    few, some, all_ = error(5), error(60), error(120)
    assert few > some > 1e-3
    assert all_ < 1e-9
    two_rounds = [MaterialBalances()(honest(economy(seed, products=120)), 2).history[-1] for seed in range(4)]
    assert few > 4 * np.mean(two_rounds)  # aggregation, not iteration, is the binding error


def test_targets_from_the_achieved_level_grow_with_demand_and_do_not_balance():
    known = economy(4, scatter=0.0)
    plan = AchievedLevel()(honest(known))
    np.testing.assert_allclose(plan.levels, 1.05 * known.truth.achieved, rtol=1e-6)
    scattered = AchievedLevel()(honest(economy(4)))
    assert scattered.certificate.gap > 1e-3
    taut = AchievedLevel(tautness=1.1)(honest(known))
    np.testing.assert_allclose(taut.levels, 1.1 * plan.levels)


def test_a_chain_that_cannot_reproduce_itself_is_named():
    bad = Reports(table(("coal", "steel"), np.array([[0.0, 1.5], [1.0, 0.0]]), [1.0, 1.0]))
    for procedure in (MaterialBalances(), BalancesInOrder(), AggregateBalances(), AchievedLevel()):
        with pytest.raises(ThermidorError, match="coal"):
            procedure(bad)
