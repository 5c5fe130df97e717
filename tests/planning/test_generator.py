"""The known optimum of a random economy is one: its prices prove that no plan is better."""

import numpy as np
import pytest

from thermidor.planning import Logarithmic, Proportional, Resources, Weighted
from thermidor.planning.duality import certify, violation
from thermidor.planning.generator import Features, draw, sparse_table
from thermidor.planning.oracle import oracle
from thermidor.planning.recipes import Pattern

AIMS = (Proportional, Weighted, Logarithmic)


@pytest.mark.parametrize("aim", AIMS)
@pytest.mark.parametrize("techniques", [1, 3])
def test_prices_prove_the_known_optimum(aim, techniques):
    known = draw(Features(products=23, techniques=techniques, aim=aim), seed=7)
    proof = certify(known.economy.truth, known.levels, known.prices, known.resource_prices)
    assert proof.gap < 1e-12
    assert proof.best == pytest.approx(known.value, abs=1e-12)
    assert proof.violation < 1e-12
    assert proof.value == pytest.approx(known.value, abs=1e-12)


def test_every_overuse_is_seen():
    known = draw(Features(products=12, binding=1.0), seed=3)
    truth, levels = known.economy.truth, known.levels
    assert violation(truth, levels) < 1e-12
    assert violation(truth.with_(capacities=0.5 * levels), levels) == pytest.approx(1.0)
    more = Resources(("hours",), ("h",), np.ones((1, 12)), np.array([levels.sum() / 1.25]))
    assert violation(truth.with_(resources=more), levels) == pytest.approx(0.25)
    short = truth.with_(inputs=truth.inputs * 10)
    assert violation(short, levels) > 0.1


@pytest.mark.parametrize("radius", [0.2, 0.5, 0.9])
def test_the_spectral_radius_is_the_one_asked_for(radius):
    truth = draw(Features(products=31, radius=radius), seed=2).economy.truth
    assert max(abs(np.linalg.eigvals(truth.inputs.toarray()))) == pytest.approx(radius, rel=1e-9)
    large = sparse_table(500, 20, seed=2, radius=radius)
    assert max(abs(np.linalg.eigvals(large.inputs.toarray()))) == pytest.approx(radius, rel=1e-6)


def test_at_full_triangularity_every_input_comes_from_an_earlier_stage():
    truth = draw(Features(products=40, pattern=Pattern(triangular=1.0)), seed=4).economy.truth
    rows, columns = truth.inputs.nonzero()
    assert len(rows) > 100
    assert np.all(rows <= columns)


@pytest.mark.parametrize("aim", [Proportional, Weighted])
@pytest.mark.parametrize("seed", range(5))
def test_the_oracle_finds_the_known_optimum(aim, seed):
    known = draw(Features(products=29, techniques=2, aim=aim), seed)
    found = oracle(known.economy)
    assert found.certificate.gap < 1e-6
    assert found.certificate.violation < 1e-7
    assert aim is Weighted or found.certificate.value == pytest.approx(known.value, rel=1e-7)
    np.testing.assert_allclose(found.certificate.value, known.value, rtol=1e-7)


def test_the_same_seed_gives_the_same_economy():
    one, again, other = (draw(Features(products=11), seed).economy.truth for seed in (1, 1, 2))
    np.testing.assert_array_equal(one.demand, again.demand)
    assert not np.array_equal(one.demand, other.demand)
