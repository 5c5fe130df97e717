"""Exact procedures meet the known optimum, and prove it."""

import subprocess
import sys

import numpy as np
import pytest

from thermidor.errors import ThermidorError
from thermidor.planning import Logarithmic, Proportional, Reports, Resources, Weighted, honest, table
from thermidor.planning.exact import shortcut
from thermidor.planning.exact.kantorovich import FirstOrderProgramme, LinearProgramme
from thermidor.planning.exact.leontief import Leontief, LeontiefDirect
from thermidor.planning.generator import Features, draw
from thermidor.planning.recipes import Pattern

AIMS = [Proportional, Weighted, Logarithmic]


@pytest.mark.parametrize("aim", AIMS)
@pytest.mark.parametrize("seed", range(4))
def test_the_linear_programme_is_best_and_proves_it(aim, seed):
    known = draw(Features(products=31, techniques=2, aim=aim), seed)
    plan = LinearProgramme()(honest(known.economy))
    assert plan.certificate.gap < 1e-6
    assert plan.certificate.violation < 1e-7
    assert plan.certificate.value == pytest.approx(known.value, abs=2e-6)
    np.testing.assert_allclose(plan.final, known.economy.truth.final(plan.levels))


@pytest.mark.parametrize("procedure", [Leontief(), LeontiefDirect()], ids=lambda one: one.name)
@pytest.mark.parametrize("radius", [0.1, 0.5, 0.9, 0.99])
def test_leontief_delivers_the_demand(procedure, radius):
    known = draw(Features(products=60, radius=radius, pattern=Pattern(triangular=0.7)), seed=11)
    plan = procedure(honest(known.economy))
    np.testing.assert_allclose(plan.final, known.economy.truth.demand, rtol=1e-7)
    np.testing.assert_allclose(plan.levels, known.levels, rtol=1e-7)
    assert plan.certificate.residual < 1e-9
    assert plan.certificate.bound < 1e-6
    labour, recipes = known.economy.truth.resources.needs[0], known.economy.truth.inputs.toarray()
    np.testing.assert_allclose(plan.prices, np.linalg.solve(np.eye(60) - recipes.T, labour), rtol=1e-6)


def test_leontief_needs_one_technique_for_each_product():
    known = draw(Features(products=5, techniques=2), seed=1)
    with pytest.raises(ThermidorError, match="one technique"):
        Leontief()(honest(known.economy))


@pytest.mark.parametrize("seed", range(6))
def test_the_short_cut_is_taken_and_agrees_with_the_programme(seed, monkeypatch):
    known = draw(Features(products=37, binding=0.3 * (seed % 2), resources=3), seed)
    assert shortcut.applies(known.economy.truth)
    short = LinearProgramme()(honest(known.economy))
    monkeypatch.setattr(shortcut, "applies", lambda table: False)
    long = LinearProgramme()(honest(known.economy))
    assert short.certificate.gap < 1e-8
    assert short.certificate.value == pytest.approx(long.certificate.value, rel=1e-8)
    np.testing.assert_allclose(short.final, long.final, atol=1e-6)


def test_the_short_cut_is_not_taken_where_there_is_a_choice():
    known = draw(Features(products=6, techniques=2), seed=1).economy.truth
    single = draw(Features(products=6), seed=1).economy.truth
    assert not shortcut.applies(known)
    assert not shortcut.applies(single.with_(stocks=np.ones(6)))
    assert not shortcut.applies(single.with_(aim=Weighted(np.ones(6))))


def test_first_order_programme_comes_near_in_a_process_of_its_own():
    known = draw(Features(products=40, techniques=2), seed=3)
    plan = FirstOrderProgramme(tolerance=1e-7)(honest(known.economy))
    assert plan.certificate.value == pytest.approx(1.0, abs=1e-4)
    assert plan.certificate.best >= 1 - 1e-9
    assert plan.certificate.gap < 1e-4
    assert "ortools" not in sys.modules


def test_no_planner_loads_two_of_highs():
    code = "import sys, thermidor.planning.catalogue; sys.exit('ortools' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_resource_that_is_short_earns_and_one_that_is_not_does_not():
    labour = Resources(
        ("labour", "land"), ("h", "ha"), np.array([[1.0, 2.0], [1.0, 0.0]]), np.array([10.0, 50.0])
    )
    made = table(("bread", "cloth"), np.array([[0.0, 0.0], [0.0, 0.5]]), [1.0, 1.0], resources=labour)
    plan = LinearProgramme()(Reports(made))
    # Bread takes 1 h, cloth 2 / (1 - 0.5) = 4 h; ten hours make two baskets.
    assert plan.certificate.value == pytest.approx(2.0)
    np.testing.assert_allclose(plan.resource_prices, [0.2, 0.0], atol=1e-12)
    np.testing.assert_allclose(plan.prices, [0.2, 0.8])


def test_a_plan_without_limits_is_refused():
    made = table(("bread",), np.array([[0.1]]), [1.0])
    with pytest.raises(ThermidorError, match="nothing limits the plan"):
        LinearProgramme()(Reports(made))
    with pytest.raises(ThermidorError, match="nothing limits the plan"):
        LinearProgramme()(Reports(made.with_(aim=Weighted(np.ones(1)))))
