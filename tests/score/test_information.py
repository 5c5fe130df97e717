"""Information of known amount: of normals, of the same, of what is clear, of what is read badly."""

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm

from thermidor.score.information import bootstrap, by_neighbours, information


def normals(means, draws=400, spread=1.0, seed=1):
    luck = np.random.default_rng(seed)
    return np.array([m + spread * luck.standard_normal(draws) for m in means])


def exact(means, spread):
    """Bits of the mixture of normals, by quadrature."""

    def at(y):
        density = norm.pdf(y, means, spread)
        told = np.log2(np.maximum(density, 1e-300) / density.mean())
        return float((density * told).mean())

    return quad(at, min(means) - 8 * spread, max(means) + 8 * spread, limit=200)[0]


def bits(draws, error=0.1):
    return float(information(draws[..., None], error).mean())


@pytest.mark.parametrize("means", [(0.0, 1.0), (0.0, 2.0, 2.0), (0.0, 0.5, 1.0, 3.0, 6.0)])
def test_normals_give_the_known_information(means):
    draws, truth = normals(means, 800), exact(means, np.hypot(1.0, 0.3))
    noise = float(bootstrap(draws[..., None], 0.3, 40, 1)[0])
    assert bits(draws, 0.3) == pytest.approx(truth, abs=3 * noise + 0.02)
    assert by_neighbours(draws, 0.3, 2) == pytest.approx(truth, abs=0.1)


def test_theories_that_do_not_differ_tell_nothing():
    many = np.stack([normals((0.0,) * 5, 200, seed=s) for s in range(40)], axis=-1)
    found = information(many, 0.2).mean(axis=0)
    assert found.max() < 0.03
    assert -0.04 < found.mean() <= 0.0


def test_the_same_draws_for_all_tell_nothing_within_the_error():
    draws = np.tile(normals((0.0,)), (5, 1))
    assert bits(draws) == pytest.approx(0.0, abs=0.02)
    assert by_neighbours(draws, 0.1, 1) == pytest.approx(0.0, abs=0.1)


def test_theories_wide_apart_tell_all():
    draws = normals((0, 20, 40, 60, 80))
    assert bits(draws) == pytest.approx(np.log2(5), abs=0.05)
    assert bits(draws) <= np.log2(5)


def test_a_worse_reading_tells_less():
    draws = normals((0.0, 2.0))
    assert bits(draws, 0.1) > bits(draws, 1.0) > bits(draws, 5.0) > -0.01


def test_one_theory_without_spread_is_read_through_the_error():
    draws = np.array([np.zeros(200), np.ones(200)])
    assert bits(draws, 0.05) == pytest.approx(1.0, abs=0.05)
    assert bits(draws, 0.5) == pytest.approx(exact((0.0, 1.0), 0.5), abs=0.03)


def test_unit_order_of_theories_and_order_of_draws_within_halves_change_nothing():
    draws = normals((0.0, 1.0, 3.0))
    base = bits(draws)
    assert bits(1000 * draws, 100.0) == pytest.approx(base)
    assert bits(draws[::-1]) == pytest.approx(base)
    turned = draws.reshape(3, -1, 2)[:, ::-1].reshape(3, -1)  # pairs swapped, halves kept
    assert bits(turned) == pytest.approx(base)
    assert bits(draws[:, np.random.default_rng(3).permutation(400)]) == pytest.approx(base, abs=0.05)


def test_the_bootstrap_tells_the_spread_over_samples():
    samples = np.stack([normals((0.0, 1.5), 200, seed=s) for s in range(60)], axis=-1)
    spread = information(samples, 0.2).mean(axis=0).std()
    told = bootstrap(samples[..., :10], 0.2, 30, 1).mean()
    assert told == pytest.approx(spread, rel=0.4)


def test_each_theory_is_told_by_itself():
    by_theory = information(normals((0.0, 0.0, 5.0))[..., None], 0.1)[:, 0]
    assert by_theory[2] == pytest.approx(np.log2(3), abs=0.1)
    assert by_theory[:2] == pytest.approx([np.log2(1.5)] * 2, abs=0.1)


def test_no_data_give_no_numbers():
    assert information(np.zeros((2, 10, 0)), 0.1).shape == (2, 0)
