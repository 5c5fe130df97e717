"""Plans brought within the limits: what is a little out of balance is not given up as a whole."""

import numpy as np
import pytest

from thermidor.planning.catalogue import find
from thermidor.planning.duality import violation
from thermidor.planning.execution.table import rows, standard
from thermidor.planning.generator import Features, draw
from thermidor.planning.procedures.common import supplied, within
from thermidor.planning.table import table


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("scatter", [0.1, 0.3])
def test_a_plan_out_of_balance_keeps_most_of_itself(seed, scatter):
    known = draw(Features(products=24, branches=8), seed).economy.truth
    dice = np.random.default_rng(seed)
    meant = known.achieved * np.exp(scatter * dice.standard_normal(len(known.achieved)))
    kept = within(known, meant)
    assert np.all(kept <= meant * (1 + 1e-12))
    assert violation(known, kept) < 1e-9
    assert kept.sum() > 0.7 * np.minimum(meant, known.capacities).sum()


def test_who_makes_what_is_short_is_cut_last():
    """Coal is short: steel, of which coal needs none, gives way, and coal goes on."""
    known = table(("coal", "steel"), np.array([[0.5, 0.6], [0.0, 0.0]]), [1.0, 1.0])
    np.testing.assert_allclose(supplied(known, np.array([1.0, 1.0])), [1.0, 0.5 / 0.6], rtol=1e-8)


def test_what_nobody_makes_stops_all_who_need_it():
    known = table(("coal", "steel"), np.array([[0.1, 0.4], [0.2, 0.1]]), [1.0, 1.0])
    np.testing.assert_allclose(supplied(known, np.array([1.0, 0.0])), 0.0, atol=1e-12)


def test_after_ten_rounds_of_prices_much_of_the_plan_can_be_carried_out():
    names = ("market-clearing", "participatory-councils", "weitzman-targets")
    losses = [row.loss for row in rows(standard(1), [find(name) for name in names], (3, 10))]
    early, late = losses[:3], losses[3:]
    assert all(loss is not None and loss.whole > 0.99 for loss in (*early, late[2]))  # a product nobody makes
    assert all(loss is not None and 0.1 < loss.whole < 0.35 for loss in late[:2])
