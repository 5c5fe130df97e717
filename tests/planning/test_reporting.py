import numpy as np
import pytest

from thermidor.planning import honest, misreported
from thermidor.planning.exact import BEST
from thermidor.planning.generator import Features, draw
from thermidor.planning.oracle import oracle


def test_padding_raises_norms_and_hiding_lowers_capacities():
    economy = draw(Features(products=13, techniques=2), seed=3).economy
    said, true = misreported(economy, padding=0.1, hidden=0.2).table, economy.truth
    np.testing.assert_allclose(said.inputs.toarray(), 1.1 * true.inputs.toarray())
    np.testing.assert_allclose(said.resources.needs, 1.1 * true.resources.needs)
    np.testing.assert_allclose(said.capacities, 0.8 * true.capacities)
    np.testing.assert_array_equal(said.resources.endowments, true.resources.endowments)


def test_one_enterprise_may_pad_alone():
    economy = draw(Features(products=7), seed=3).economy
    padding = np.zeros(7)
    padding[2] = 0.5
    said = misreported(economy, padding=padding).table.inputs.toarray()
    true = economy.truth.inputs.toarray()
    np.testing.assert_allclose(said[:, 2], 1.5 * true[:, 2])
    np.testing.assert_array_equal(np.delete(said, 2, 1), np.delete(true, 2, 1))


def test_honest_reports_cost_nothing_and_padded_ones_do():
    economy = draw(Features(products=17), seed=5).economy
    best = oracle(economy).certificate.value
    assert BEST(honest(economy)).certificate.value == pytest.approx(best)
    assert BEST(misreported(economy, padding=0.1)).certificate.value < 0.95 * best
