"""Balances, the proof of their error, their revision, and chains that cannot reproduce themselves."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csc_array

from thermidor.errors import ThermidorError
from thermidor.planning import Reports, Resources, table
from thermidor.planning.balance import prove, revise, solve, values
from thermidor.planning.chain import NotProductive
from thermidor.planning.exact.kantorovich import LinearProgramme
from thermidor.planning.exact.leontief import Leontief
from thermidor.planning.generator import Features, draw, sparse_table


def exact(recipes, demand):
    return np.linalg.solve(np.eye(len(demand)) - recipes.toarray().astype(float), demand)


@given(seed=st.integers(0, 10_000), radius=st.floats(0.05, 0.95), digits=st.integers(1, 10))
def test_the_error_is_within_the_proven_bound(seed, radius, digits):
    truth = draw(Features(products=17, radius=radius), seed).economy.truth
    found = solve(truth.inputs, truth.demand, tolerance=10.0**-digits)
    error = found.left @ np.abs(found.outputs - exact(truth.inputs, truth.demand))
    assert error <= found.certificate.bound * (found.left @ found.outputs) * (1 + 1e-9)
    assert found.certificate.residual <= 10.0**-digits * (1 + 1e-6)


def test_a_warm_start_needs_fewer_sweeps_and_ends_at_the_same():
    truth = draw(Features(products=200), seed=3).economy.truth
    cold = solve(truth.inputs, truth.demand)
    warm = solve(truth.inputs, truth.demand, start=1.05 * truth.achieved)
    assert warm.sweeps < cold.sweeps
    np.testing.assert_allclose(warm.outputs, cold.outputs, rtol=1e-7)


def test_no_demand_needs_no_output():
    truth = draw(Features(products=9), seed=3).economy.truth
    found = solve(truth.inputs, np.zeros(9))
    np.testing.assert_array_equal(found.outputs, 0)
    assert (found.certificate.residual, found.certificate.bound) == (0, 0)


def test_the_history_falls_to_the_tolerance():
    truth = draw(Features(products=50, radius=0.8), seed=3).economy.truth
    told = []
    found = solve(truth.inputs, truth.demand, 1e-8, watch=lambda round_, error: told.append((round_, error)))
    assert [error for _, error in told] == list(found.history)
    assert all(later < earlier for earlier, later in zip(found.history, found.history[1:], strict=False))
    assert found.history[-1] <= 1e-8 < found.history[-2]
    assert found.history[-1] == pytest.approx(found.certificate.residual, rel=1e-3)


def test_32_bit_recipes_are_certified_in_64():
    made = sparse_table(3000, 20, seed=1)
    assert made.inputs.dtype == np.float32
    found = solve(made.inputs, made.demand, 1e-9)
    np.testing.assert_allclose(found.outputs, exact(made.inputs, made.demand), rtol=1e-6)
    assert found.certificate.residual < 1e-9


def test_a_local_shock_is_settled_as_if_planned_anew():
    made = sparse_table(5000, 20, seed=2)
    before = solve(made.inputs, made.demand, 1e-9)
    changed = np.arange(100, 120)
    demand = made.demand.copy()
    demand[changed] *= 1.5
    recipes = made.inputs.copy()
    recipes.data[: recipes.indptr[1]] *= np.float32(0.8)
    after = revise(before, recipes, demand, np.append(changed, 0), 1e-8)
    assert after.certificate.residual <= 1e-8
    np.testing.assert_allclose(after.residual, demand + recipes @ after.outputs - after.outputs, atol=1e-8)
    anew = solve(recipes, demand, 1e-10)
    assert np.abs(after.outputs - anew.outputs).sum() <= after.certificate.bound * after.outputs.sum() + 1e-6
    assert np.abs(before.outputs - anew.outputs).sum() > 1e-3 * anew.outputs.sum()


def test_a_year_of_revisions_stays_as_near_as_its_certificate_says():
    made, dice = sparse_table(2000, 20, seed=3), np.random.default_rng(1)
    plan = solve(made.inputs, made.demand, 1e-9)
    demand = made.demand
    for _ in range(50):
        changed = dice.choice(2000, 10, replace=False)
        demand = demand.copy()
        demand[changed] *= dice.lognormal(0, 0.5, 10)
        plan = revise(plan, made.inputs, demand, changed, 1e-10)
    assert plan.revisions == 50
    assert plan.certificate.residual <= 1e-10  # single precision alone reaches 1e-7
    exactly = demand + made.inputs.astype(float) @ plan.outputs - plan.outputs
    np.testing.assert_allclose(plan.residual, exactly, atol=1e-11 * plan.outputs.max())
    best = solve(made.inputs, demand, 1e-14).outputs
    error = float(plan.left @ np.abs(plan.outputs - best)) / float(plan.left @ plan.outputs)
    assert error <= plan.certificate.bound


def test_a_revision_moves_nothing_that_the_shock_does_not_reach():
    chain = csc_array(np.diag([0.5] * 9, k=1))  # product i goes into product i + 1
    before = solve(chain, np.ones(10), 1e-12)
    demand = np.ones(10)
    demand[3] = 5.0
    after = revise(before, chain, demand, np.array([3]), 1e-9)
    assert np.array_equal(after.outputs[4:], before.outputs[4:])
    np.testing.assert_allclose(after.outputs, exact(chain, demand), rtol=1e-8)


def test_a_recipe_made_worse_renews_the_proof():
    made = sparse_table(300, 20, seed=2)
    before = solve(made.inputs, made.demand, 1e-9)
    recipes = made.inputs.copy()
    recipes.data[: recipes.indptr[1]] *= np.float32(2.1)  # now it takes more than one unit of others
    after = revise(before, recipes, made.demand, np.array([0]), 1e-9)
    assert np.all(after.left > 0)
    np.testing.assert_allclose(after.left, after.proof - recipes.T @ after.proof, atol=1e-6)
    np.testing.assert_allclose(after.outputs, exact(recipes, made.demand), rtol=1e-5)


@pytest.mark.parametrize("radius", [0.2, 0.8])
def test_values_are_full_costs(radius):
    truth = draw(Features(products=50, radius=radius), seed=4).economy.truth
    direct = np.linspace(1.0, 2.0, 50)
    full = np.linalg.solve(np.eye(50) - truth.inputs.toarray().T, direct)
    np.testing.assert_allclose(values(truth.inputs, direct), full, rtol=1e-8)


def test_units_of_any_size_are_proved():
    truth = draw(Features(products=30, radius=0.6), seed=4).economy.truth
    scale = 10.0 ** np.random.default_rng(1).uniform(-4, 4, 30)
    scaled = csc_array(truth.inputs.toarray() * scale[:, None] / scale)
    prices, left = prove(scaled)
    assert np.all(prices > 0)
    assert np.all(left > 0)
    np.testing.assert_allclose(left, prices - scaled.T @ prices, rtol=1e-6)


CHAIN = np.array([[0.1, 0.0, 0.9, 0.2], [1.2, 0.0, 0.0, 0.0], [0.0, 1.1, 0.1, 0.0], [0.0, 0.0, 0.0, 0.3]])
NAMES = ("coal", "steel", "machines", "bread")


@pytest.mark.parametrize("procedure", [Leontief(), LinearProgramme()], ids=lambda one: one.name)
def test_a_chain_that_cannot_reproduce_itself_is_named(procedure):
    labour = Resources(("labour",), ("h",), np.ones((1, 4)), np.array([100.0]))
    made = table(NAMES, CHAIN, np.ones(4), resources=labour)
    with pytest.raises(ThermidorError) as told:
        procedure(Reports(made))
    # Coal goes into machines, machines into steel, steel into coal; bread only takes coal.
    assert "the chain coal -> machines -> steel -> coal cannot reproduce itself" in told.value.message
    assert isinstance(told.value, NotProductive)
    assert told.value.growth == pytest.approx(max(abs(np.linalg.eigvals(CHAIN))), rel=1e-6)


def test_no_choice_of_techniques_helps_a_hopeless_product():
    labour = Resources(("labour",), ("h",), np.ones((1, 3)), np.array([100.0]))
    inputs = np.array([[0.2, 0.0, 0.0], [0.0, 1.5, 1.2]])
    made = table(("bread", "stone"), inputs, np.ones(2), makes=[0, 1, 1], resources=labour)
    with pytest.raises(ThermidorError, match="stone -> stone cannot reproduce itself"):
        LinearProgramme()(Reports(made))
