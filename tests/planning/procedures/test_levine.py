"""Balances of practice: each means of closing a deficit acts on the plan in a way of its own."""

from dataclasses import replace

import numpy as np
import pytest

from thermidor.errors import ThermidorError
from thermidor.planning import Priorities, Reports, honest, table
from thermidor.planning.generator import Features, draw
from thermidor.planning.procedures.closing import Closure, Room, by_urgency, close, followed
from thermidor.planning.procedures.levine import BalancesPressed
from thermidor.planning.procedures.material_balances import MaterialBalances
from thermidor.planning.table import Numbers

NONE = {"norms": 0.0, "final": 0.0, "stocks": 0.0, "imports": 0.0, "outputs": 0.0}
MEANS = tuple(NONE)
COAL, STEEL, BREAD = range(3)


def small():
    """Coal goes into all; more steel is asked for than last year: a round leaves coal and steel short."""
    inputs = np.array([[0.1, 0.5, 0.1], [0.3, 0.1, 0.0], [0.0, 0.0, 0.0]])
    last = np.linalg.solve(np.eye(3) - inputs, [0.2, 4.0, 7.0])
    classes = Priorities(("defence", "households"), np.array([[0.5, 0.6, 0.1], [0.5, 0.4, 0.9]]))
    return table(
        ("coal", "steel", "bread"), inputs, [0.2, 6.0, 7.0],
        achieved=last, stocks=[3.0, 0.0, 0.0], imports=[5.0, 5.0, 0.0], priorities=classes,
    )  # fmt: skip


def only(means, **more):
    return BalancesPressed(exchanges=1, closure=Closure(**(NONE | {means: 1.0})), **more)(Reports(small()))


def open_():
    return MaterialBalances()(Reports(small()), 1)


def short(outputs):
    known = small()
    wanted = np.maximum(known.demand - known.stocks, 0.0)
    return np.maximum(wanted + known.inputs @ outputs - outputs, 0.0)


def test_a_deficit_is_closed_wholly_and_what_one_means_cannot_give_another_must():
    deficit = np.array([10.0, 2.0, 4.0])
    there = Room(np.array([1.0, 9.0, 9.0]), np.array([0.3, 9.0, 0.0]), np.array([9.0, 0.0, 0.1]), np.zeros(3))
    for final in (np.zeros(3), np.full(3, 99.0)):
        closed = close(deficit, there._replace(final=final), Closure())
        np.testing.assert_allclose(sum(closed), deficit)
        assert all(np.all(part >= 0) for part in closed)
        assert np.all(closed.pressed <= there.used)
        assert np.all(closed.drawn <= there.stocks)
        assert np.all(closed.imported <= there.imports)
        assert np.all(closed.squeezed <= final)
    with pytest.raises(ThermidorError, match="shares"):
        Closure(norms=0.9)


def test_no_two_means_give_the_same_plan():
    plans = [only(means) for means in MEANS]
    seen = [np.concatenate([one.levels, one.final]) for one in plans]
    for i, one in enumerate(seen):
        for other in seen[:i]:
            assert np.abs(one - other).max() > 1e-3


@pytest.mark.parametrize("means", MEANS)
def test_whatever_closes_the_deficit_the_flows_add_up(means):
    known, plan = small(), only(means)
    flows: Numbers = plan.flows.sum(axis=1)
    np.testing.assert_allclose(plan.outputs + known.stocks + plan.imports, flows + plan.final)


def test_who_is_pressed_makes_less_by_his_shortest_input_unless_he_can_spare_it():
    before = open_()
    deficit, used = short(before.outputs), before.flows.sum(axis=1)
    assert deficit[STEEL] > 0 == deficit[BREAD]
    left = 1 - np.minimum(deficit, used) / np.maximum(used, 1e-9)
    plan = only("norms")
    shortest = [min(left[COAL], left[STEEL]), min(left), left[COAL]]
    np.testing.assert_allclose(plan.levels, before.levels * shortest)
    np.testing.assert_allclose(plan.inputs.toarray(), small().inputs.toarray())
    roomy = only("norms", spare=1.0)
    np.testing.assert_allclose(roomy.levels, before.levels)
    np.testing.assert_allclose(roomy.inputs.toarray(), left[:, None] * small().inputs.toarray())
    half = only("norms", spare=(1 - left.min()) / 2)
    assert np.all(plan.levels <= half.levels)
    assert plan.levels[COAL] < half.levels[COAL] < before.levels[COAL]
    assert half.inputs.toarray()[COAL, COAL] < small().inputs.toarray()[COAL, COAL]


def test_nobody_is_allotted_more_than_his_norm_or_than_was_left_to_him():
    known, levels, pressed = small(), np.array([10.0, 8.0, 7.0]), np.array([1.0, 0.5, 0.0])
    for spare in (0.0, 0.1, 0.5):
        made, data = followed(known, levels, pressed, spare)
        assert np.all(data <= known.inputs.data * (1 + 1e-12))
        taken = known.inputs.copy()
        taken.data = data
        used = known.inputs @ levels
        assert np.all(taken @ made <= used - pressed + 1e-12)


def test_cut_deliveries_leave_output_and_fall_on_the_least_urgent():
    """Final use of coal lives on stocks and can give nothing: there output must."""
    before, plan, known = open_(), only("final"), small()
    np.testing.assert_allclose(plan.levels - before.levels, [short(before.outputs)[COAL], 0, 0], atol=1e-12)
    cut = known.demand - plan.final
    assert cut[STEEL] == pytest.approx(short(plan.outputs)[STEEL])
    assert 0 < cut[STEEL] < known.demand[STEEL] * 0.4
    lost = known.priorities.parts * known.demand - plan.deliveries
    np.testing.assert_allclose(lost[:, STEEL], [0.0, cut[STEEL]], atol=1e-12)
    equal = replace(known.priorities, parts=known.priorities.parts[::-1])
    turned = by_urgency(known.with_(priorities=equal), plan.final)
    assert turned[0, STEEL] == pytest.approx(0.4 * known.demand[STEEL])  # households first: they lose nothing


def test_stocks_and_imports_bring_what_is_short_and_nothing_is_made_for_it():
    """Stocks are there of coal alone, more than final use asks for; imports of coal and steel."""
    before = open_()
    deficit = short(before.outputs)
    drawn, bought = only("stocks"), only("imports")
    for plan in (drawn, bought):
        np.testing.assert_allclose(plan.levels, before.levels)
    np.testing.assert_allclose(bought.imports, [deficit[COAL], deficit[STEEL], 0.0])
    np.testing.assert_allclose(drawn.imports, 0.0)
    np.testing.assert_allclose(bought.final - drawn.final, bought.imports)
    residuals = [one.certificate.residual for one in (before, drawn, bought)]
    assert residuals[0] > residuals[1] > residuals[2]


def test_raised_output_takes_inputs_that_nobody_counted():
    before, plan = open_(), only("outputs")
    deficit = short(before.outputs)
    np.testing.assert_allclose(plan.outputs, before.outputs + deficit)
    left = short(plan.outputs)
    np.testing.assert_allclose(left[STEEL], (small().inputs @ deficit)[STEEL])
    assert 0 < plan.certificate.residual < before.certificate.residual


def test_tables_without_imports_and_classes_are_closed_by_the_rest():
    reports = honest(draw(Features(products=60), 2).economy)
    plan = BalancesPressed()(reports)
    assert plan.rounds == 2
    assert plan.imports is None
    assert plan.deliveries is None
    raised = BalancesPressed(closure=Closure(**(NONE | {"outputs": 1.0})))(reports)
    assert plan.certificate.residual > raised.certificate.residual > 1e-6
