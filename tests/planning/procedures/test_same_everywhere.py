"""The game is played the same way however sums are rounded: other machines, other orders of addition."""

import numpy as np
import pytest
from scipy.sparse import csc_array

from thermidor.planning import Reports
from thermidor.planning.generator import Features, draw
from thermidor.planning.procedures.grain import rounded, rounded_off
from thermidor.planning.procedures.kornai_liptak import KornaiLiptak
from thermidor.planning.procedures.sharing import cheapest
from thermidor.planning.table import Resources

ROUNDING = 1e-15
ECONOMIES = [(12, 2, 0), (12, 2, 1), (12, 2, 3), (12, 1, 2), (24, 1, 1)]


def shaken(known, seed):
    """Return the table with every number off by a last digit or two, or not."""
    dice, held, inputs = np.random.default_rng(seed), known.resources, known.inputs

    def off(numbers):
        return numbers * (1 + ROUNDING * dice.choice([-1, 0, 1], np.shape(numbers)))

    return known.with_(
        inputs=csc_array((off(inputs.data), inputs.indices, inputs.indptr), shape=inputs.shape),
        resources=Resources(held.names, held.units, off(held.needs), off(held.endowments)),
        capacities=off(known.capacities),
        demand=off(known.demand),
        achieved=off(known.achieved),
    )


def summed_backwards(known):
    """Return the same table, inputs of each recipe in the opposite order."""
    inputs = known.inputs
    ends = zip(inputs.indptr[:-1], inputs.indptr[1:], strict=True)
    order = np.concatenate([np.arange(first, last)[::-1] for first, last in ends])
    parts = (inputs.data[order], inputs.indices[order], inputs.indptr)
    return known.with_(inputs=csc_array(parts, shape=inputs.shape))


@pytest.mark.parametrize(("products", "techniques", "seed"), ECONOMIES)
def test_the_game_takes_the_same_rounds_however_sums_are_rounded(products, techniques, seed):
    known = draw(Features(products=products, techniques=techniques, branches=8), seed).economy.truth
    play = KornaiLiptak(most=60)
    first = play(Reports(known))
    grown = known.with_(demand=known.demand * (1 + ROUNDING))
    for other in (shaken(known, 1), shaken(known, 2), summed_backwards(known), grown):
        found = play(Reports(other))
        assert found.rounds == first.rounds
        np.testing.assert_allclose(found.history, first.history, rtol=1e-11)
        np.testing.assert_allclose(found.levels, first.levels, rtol=1e-11, atol=1e-12)


def test_of_branches_at_the_same_rate_the_first_is_filled_first():
    rates = np.array([[0.0, 0.0], [0.1 + 0.2, 0.3]])  # the sum is greater by its last digit
    most = np.array([[1.0, 0.0], [4.0, 4.0]])
    tasks, baskets = cheapest(rounded(rates), most, 0 * most, np.array([1.0, 3.0]), np.zeros(2))
    assert baskets == 1.0  # there is no more of the first product
    np.testing.assert_array_equal(tasks, [[1.0, 0.0], [3.0, 0.0]])


def test_what_is_rounded_keeps_its_size_and_noughts_come_out_as_nought():
    numbers = np.array([1.0, 1 - 1e-16, 3e-12, 0.0, 7.5e11, np.inf])
    np.testing.assert_allclose(rounded(numbers), numbers, rtol=2e-9)
    assert rounded(numbers)[0] == rounded(numbers)[1]
    assert rounded_off(np.array([1e-17]))[0] == 0.0
