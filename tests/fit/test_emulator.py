"""The emulator, the likelihoods made of it, and the cut, on a simulator that is known."""

from typing import Any

import numpy as np
import pytest
from scipy.stats import multivariate_normal

from thermidor.fit import likelihood as synthetic
from thermidor.fit.bank import Bank
from thermidor.fit.cut import BOUND, cut, implausibility
from thermidor.fit.directions import Directions, directions
from thermidor.fit.emulator import Emulator, emulator
from thermidor.fit.likelihood import Direct, Emulated, gaussian
from thermidor.fit.simulate import Task

WIDTH, SIZE = 3, 4
MATRIX = np.array([[1.0, 0.0, 0.5], [0.0, 0.7, 0.0], [0.3, 0.3, 0.0], [0.0, 0.0, 0.2]])
NOISE = 0.3 * np.eye(SIZE)


def mean(scores: np.ndarray) -> np.ndarray:
    return scores @ MATRIX.T + 0.2 * scores[:, [0]] * scores[:, [1]]


def simulated(scores: np.ndarray, dice: np.random.Generator) -> np.ndarray:
    """Return what runs give: a common and an own part of chance, greater where the third score is."""
    chance = dice.standard_normal((len(scores), SIZE)) + 0.5 * dice.standard_normal((len(scores), 1))
    return mean(scores) + 0.5 * np.exp(0.2 * scores[:, [2]]) * chance


def true_covariance(scores: np.ndarray) -> np.ndarray:
    own = np.eye(SIZE) + 0.25
    return 0.25 * np.exp(0.4 * scores[:, 2])[:, None, None] * own


@pytest.fixture(scope="module")
def made() -> Emulator:
    dice = np.random.default_rng(1)
    scores = dice.standard_normal((6000, WIDTH))
    return emulator(scores, simulated(scores, dice))


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the known simulator stand for the model."""

    def many(task: Task, spread: Any, kept: object) -> np.ndarray:
        return simulated(task.scores, np.random.default_rng([task.seed, int(task.serial[0])]))

    monkeypatch.setattr(synthetic, "many", many)


HELD_OUT = np.random.default_rng(2).standard_normal((200, WIDTH))
DATUM = np.array([0.5, -0.5, 0.2, 0.1])
AS_IS = Directions(np.eye(SIZE), NOISE, np.ones(SIZE))


def exact(scores: np.ndarray) -> np.ndarray:
    return gaussian(DATUM - mean(scores), true_covariance(scores) + NOISE)


def direct(made: Emulator, runs: int, seed: int = 1) -> Direct:
    return Direct("any", 1940, seed, runs, DATUM, AS_IS, made, lambda tasks: [])


def test_means_and_variances_are_learned(made: Emulator):
    inner = HELD_OUT[(np.abs(HELD_OUT) < 2).all(1)]
    assert np.abs(made.mean(inner) - mean(inner)).max() < 0.12
    true = np.diagonal(true_covariance(inner), axis1=1, axis2=2)
    assert np.abs(np.log(made.variance(inner) / true)).max() < 0.3


def test_gaussian_is_that_of_scipy():
    covariance = true_covariance(HELD_OUT[:5])
    told = [multivariate_normal.logpdf(DATUM, np.zeros(SIZE), one) for one in covariance]
    assert gaussian(np.tile(DATUM, (5, 1)), covariance) == pytest.approx(np.array(told))


def test_emulated_likelihood_is_the_true_one(made: Emulator):
    found = Emulated(DATUM, made, NOISE)(HELD_OUT, np.arange(len(HELD_OUT)))
    assert np.corrcoef(found, exact(HELD_OUT))[0, 1] > 0.99
    assert np.abs(found - exact(HELD_OUT)).mean() < 0.15


@pytest.mark.usefixtures("known")
def test_direct_and_emulated_agree_on_held_out_parameters(made: Emulator):
    serial = np.arange(len(HELD_OUT))
    emulated = Emulated(DATUM, made, NOISE)(HELD_OUT, serial)
    found = direct(made, 64)(HELD_OUT, serial)
    assert np.corrcoef(found, emulated)[0, 1] > 0.97
    assert np.abs(found - emulated).mean() < 0.3


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("runs", [4, 8, 16])
def test_few_runs_are_right_on_average(made: Emulator, runs: int):
    point = np.tile(HELD_OUT[:1], (4000, 1))
    found = direct(made, runs, seed=runs)(point, np.arange(4000))
    assert np.log(np.exp(found).mean()) == pytest.approx(exact(point[:1])[0], abs=0.12)


def test_directions_are_those_that_parameters_move():
    dice = np.random.default_rng(4)
    scores = dice.standard_normal((2000, WIDTH))
    noise = dice.standard_normal((2000, 6)) * [1, 1, 1, 1, 1, 0]  # the last is the same in all runs
    summaries = np.concatenate([simulated(scores, dice), noise], axis=1)
    found = directions([Bank("any", 1940, scores, summaries)], 0.3 * np.eye(10))
    assert len(found.moved) <= SIZE
    assert (np.diff(found.moved) <= 0).all()
    assert np.abs(found.axes[SIZE:, 0]).max() < 0.1 < np.abs(found.axes[:SIZE, 0]).max()


def test_a_cut_leaves_what_is_near(made: Emulator):
    whole = cut(DATUM, made, NOISE, 1)
    assert whole.volume > 0.9
    far = cut(np.array([4.0, 3.0, 2.5, 0.5]), made, NOISE, 1)
    assert 0.002 < far.volume < 0.7
    kept = HELD_OUT[far(HELD_OUT)]
    assert (implausibility(far.datum, made, NOISE, kept) <= BOUND).all()
    assert far.log_volume == pytest.approx(np.log(far.volume))


def test_what_nothing_explains_is_refuted_and_fitted_uncut(made: Emulator):
    hopeless = cut(np.full(SIZE, 40.0), made, NOISE, 1)
    assert hopeless.refuted
    assert hopeless.volume == 0.0
    assert hopeless(HELD_OUT).all()
    assert hopeless.log_volume == 0.0
