"""What certificates say of plans for small, odd and hopeless tables: never more than is so."""

import numpy as np
import pytest

from thermidor.errors import ThermidorError
from thermidor.planning import Proportional, Reports, Weighted, table
from thermidor.planning.catalogue import PROCEDURES, find
from thermidor.planning.certificate import DualityGap
from thermidor.planning.exact import BEST
from thermidor.planning.generator import Features, draw
from thermidor.planning.procedures.harmony import Harmony
from thermidor.planning.procedures.material_balances import MaterialBalances
from thermidor.planning.procedures.receding_horizon import RecedingHorizon
from thermidor.planning.table import Resources

RECIPES = np.array([[0.1, 0.4], [0.2, 0.1]])
LABOUR = Resources(("labour",), ("h",), np.ones((1, 2)), np.array([10.0]))


def small(demand, **more):
    given = {"resources": LABOUR, "capacities": [5.0, 5.0], "achieved": [2.0, 2.0]}
    return Reports(table(("coal", "steel"), RECIPES, demand, **(given | more)))


BY_PRICES = ("linear-programme", "dantzig-wolfe", "weitzman-targets", "kornai-liptak", "consumer-feedback")


@pytest.mark.parametrize("name", BY_PRICES)
def test_no_plan_is_called_best_because_little_can_be_had_of_what_is_asked(name):
    """Asked for a thousand million times more than can be made, half of the best is still but a half."""
    reports = small([1e9, 2e9])
    best, plan = BEST(reports).certificate, find(name)(reports).certificate
    assert best.gap < 1e-6
    assert plan.gap >= 1 - plan.value / best.value - 1e-6


def test_the_unit_of_weights_changes_no_gap():
    gaps = []
    for unit in (1.0, 1e-8):
        reports = small([1.0, 1.0], aim=Weighted(unit * np.array([1.0, 2.0])))
        value = reports.table.aim.value(np.ones(2), reports.table.demand)
        gaps.append(DualityGap(value, 2 * value, 0.0, reports.table.aim.scale(reports.table.demand)).gap)
    assert gaps == pytest.approx([0.5, 0.5])
    assert DualityGap(1.0, np.inf, 0.0, Proportional().scale(np.ones(2))).gap == np.inf


@pytest.mark.parametrize("times", [0.2, 1.0, 10.0])
@pytest.mark.parametrize("seed", [0, 1, 6])
def test_harmony_starves_nobody_and_is_worth_no_more_than_it_proves(seed, times):
    """However much is asked: of what can be given of all alike every product has a fifth at least."""
    known = draw(Features(products=20), seed).economy.truth
    asked = known.with_(demand=times * known.demand)
    plan = Harmony()(Reports(asked))
    alike = BEST(Reports(asked)).certificate.value
    assert np.min(plan.final / asked.demand) >= 0.2 * min(1.0, alike) * (1 - 1e-6)
    assert plan.certificate.value <= plan.certificate.best + 1e-9
    assert plan.certificate.violation < 1e-9


BALANCES = {
    "leontief", "leontief-direct", "achieved-level", "aggregate-balances", "balances-pressed",
    "material-balances", "balances-in-order",
}  # fmt: skip
SEEKERS = [one for one in PROCEDURES if one.name not in BALANCES]


@pytest.mark.parametrize("procedure", SEEKERS, ids=lambda one: one.name)
def test_where_nothing_is_asked_for_no_plan_is_called_best(procedure):
    with pytest.raises(ThermidorError, match="nothing is asked for"):
        procedure(small([0.0, 0.0]))


def test_balances_that_make_what_nobody_asked_for_are_not_called_balanced():
    certificate = MaterialBalances()(small([0.0, 0.0]), rounds=2).certificate
    assert certificate.residual == np.inf
    assert certificate.bound > 0.5


@pytest.mark.parametrize("name", ["first-order-programme", "arrow-hurwicz", "linear-programme"])
def test_without_limits_no_plan_is_made(name):
    endless = Reports(table(("coal", "steel"), RECIPES, [1.0, 1.0], achieved=[1.0, 1.0]))
    with pytest.raises(ThermidorError, match="nothing limits the plan"):
        find(name)(endless)


def test_a_best_plan_of_nothing_is_proven_so():
    """Coal has no plant: nothing can be delivered, and prices show it."""
    certificate = BEST(small([1.0, 1.0], capacities=[0.0, 5.0])).certificate
    assert (certificate.value, certificate.gap) == (0.0, 0.0)


@pytest.mark.parametrize("name", ["dantzig-wolfe", "weitzman-targets", "receding-horizon"])
def test_who_plans_by_levels_or_years_names_the_chain_too(name):
    recipes = np.array([[0.5, 0.9, 0.0], [0.9, 0.5, 0.0], [0.0, 0.0, 0.1]])
    labour = Resources(("labour",), ("h",), np.ones((1, 3)), np.array([10.0]))
    hopeless = table(("a", "b", "c"), recipes, np.ones(3), resources=labour, capacities=np.full(3, 5.0))
    with pytest.raises(ThermidorError, match="the chain a -> b -> a cannot reproduce itself"):
        find(name)(Reports(hopeless))


def test_an_economy_that_hardly_reproduces_itself_is_a_fault_of_the_table():
    labour = Resources(("labour",), ("h",), np.ones((1, 1)), np.array([10.0]))
    with pytest.raises(ThermidorError, match="hardly reproduces itself"):
        find("leontief")(Reports(table(("coal",), np.array([[1 - 1e-7]]), [1.0], resources=labour)))


def test_what_no_technique_makes_is_not_balanced():
    """Steel has no technique: balances on paper do not make it."""
    lacking = table(("coal", "steel"), RECIPES[:, :1], [1.0, 1.0], makes=[0], achieved=[1.5])
    plan = MaterialBalances()(Reports(lacking))
    assert plan.outputs[1] == 0
    assert plan.certificate.residual > 0.1


def test_valuations_of_years_ahead_are_what_one_unit_more_is_worth():
    """More stock, more labour: the worth of all years rises by their prices."""
    planner, step = RecedingHorizon(), 1e-4
    before = small([1.0, 1.0], stocks=[0.3, 0.3])
    plan = planner(before)
    for product in range(2):
        more = before.table.stocks + step * (np.arange(2) == product)
        gained = planner(Reports(before.table.with_(stocks=more))).certificate.value - plan.certificate.value
        assert gained / step == pytest.approx(plan.prices[product], rel=1e-3)
    assert plan.certificate.gap < 1e-9


@pytest.mark.parametrize("name", ["leontief", "leontief-direct"])
def test_exact_balances_are_those_that_rounds_come_to_stocks_and_all(name):
    reports = small([1.0, 1.0], stocks=[0.6, 0.0])
    exact, by_rounds = find(name)(reports), MaterialBalances()(reports)
    np.testing.assert_allclose(exact.outputs, by_rounds.outputs, rtol=1e-8)
    np.testing.assert_allclose(exact.final, [1.0, 1.0], rtol=1e-8)
    assert exact.certificate.bound < 1e-8
