"""Tempered Monte Carlo against a posterior and an evidence that are known."""

from dataclasses import replace

import numpy as np
import pytest

from thermidor.errors import ThermidorError
from thermidor.fit.calibration import rank, uniformity
from thermidor.fit.smc import Plan, Stage, sample, serial_numbers

from .linear import THREE

PLAN = Plan(particles=2000, steps=8)
_, DATUM = THREE.made(np.random.default_rng(3))


def test_evidence_is_the_known_one():
    found = [sample(THREE.likelihood(DATUM), 3, replace(PLAN, seed=s)).log_evidence for s in range(3)]
    assert np.mean(found) == pytest.approx(THREE.evidence(DATUM), abs=0.1)
    assert np.ptp(found) < 0.3


def test_posterior_is_the_known_one():
    last = sample(THREE.likelihood(DATUM), 3, PLAN)
    mean, covariance = THREE.posterior(DATUM)
    spread = np.sqrt(np.diag(covariance))
    assert np.abs((last.scores.mean(0) - mean) / spread).max() < 0.15
    assert np.abs(last.scores.std(0) / spread - 1).max() < 0.12


def test_a_likelihood_right_only_on_average_gives_the_same():
    found = [sample(THREE.noisy(DATUM, 0.7), 3, replace(PLAN, seed=s)) for s in range(3)]
    mean, covariance = THREE.posterior(DATUM)
    assert np.mean([one.log_evidence for one in found]) == pytest.approx(THREE.evidence(DATUM), abs=0.15)
    assert np.abs(found[0].scores.mean(0) - mean).max() < 0.25 * np.sqrt(covariance.diagonal().max())


def test_evidence_within_a_cut_is_that_of_the_part():
    half = sample(THREE.likelihood(DATUM), 3, PLAN, inside=lambda scores: scores[:, 0] > 0)
    assert (half.scores[:, 0] > 0).all()
    mean, covariance = THREE.posterior(DATUM)
    dice = np.random.default_rng(1).multivariate_normal(mean, covariance, 50_000)
    share = (dice[:, 0] > 0).mean()
    assert half.log_evidence + np.log(0.5) == pytest.approx(THREE.evidence(DATUM) + np.log(share), abs=0.12)


def test_its_error_is_of_the_right_size():
    found = [sample(THREE.likelihood(DATUM), 3, Plan(200, 8, seed=s)) for s in range(30)]
    scatter = np.std([one.log_evidence for one in found])
    told = np.mean([np.sqrt(one.variance) for one in found])
    assert 0.4 < scatter / told < 2.5


def test_ranks_of_the_truth_are_uniform():
    ranks = []
    for number in range(100):
        truth, datum = THREE.made(np.random.default_rng([11, number]))
        last = sample(THREE.likelihood(datum), 3, Plan(300, 8, seed=number))
        ranks.append(rank(truth, last.scores, np.random.default_rng([12, number])))
    assert min(uniformity(np.array(ranks)[:, p]) for p in range(3)) > 0.01


def test_ranks_under_a_wrong_likelihood_are_not():
    wrong = replace(THREE, error=0.15)
    ranks = []
    for number in range(100):
        truth, datum = THREE.made(np.random.default_rng([11, number]))
        last = sample(wrong.likelihood(datum), 3, Plan(300, 8, seed=number))
        ranks.append(rank(truth, last.scores, np.random.default_rng([12, number])))
    assert min(uniformity(np.array(ranks)[:, p]) for p in range(3)) < 0.01


def same(one: Stage, other: Stage) -> bool:
    return (one.scores == other.scores).all() and one.log_evidence == other.log_evidence


def test_a_seed_gives_one_answer():
    plan = Plan(100, 3)
    likelihood = THREE.noisy(DATUM, 0.5)
    assert same(sample(likelihood, 3, plan), sample(likelihood, 3, plan))
    assert not same(sample(likelihood, 3, plan), sample(likelihood, 3, replace(plan, seed=2)))


def test_begun_again_at_any_stage_it_ends_the_same():
    plan, kept = Plan(100, 3), []
    likelihood = THREE.noisy(DATUM, 0.5)
    whole = sample(likelihood, 3, plan, keep=kept.append)
    assert len(kept) > 3
    assert all(same(sample(likelihood, 3, plan, start=one), whole) for one in kept)


def test_no_two_steps_share_their_luck():
    plan = Plan(50, 3)
    numbers = [serial_numbers(plan, 0, 0)]
    numbers += [serial_numbers(plan, stage, step) for stage in (1, 2, 3) for step in range(3)]
    assert len(set(np.concatenate(numbers).tolist())) == 50 * 10


def test_a_cut_that_leaves_nothing_is_told():
    with pytest.raises(ThermidorError, match="within the cut"):
        sample(THREE.likelihood(DATUM), 3, Plan(2, 1), inside=lambda scores: np.zeros(len(scores), bool))


def test_what_is_not_finite_is_merely_unlikely():
    def broken(scores: np.ndarray, serial: np.ndarray) -> np.ndarray:
        return np.where(scores[:, 0] > 0, THREE.likelihood(DATUM)(scores, serial), np.nan)

    last = sample(broken, 3, Plan(300, 4))
    assert np.isfinite(last.log_evidence)
    assert (last.scores[:, 0] > 0).all()
