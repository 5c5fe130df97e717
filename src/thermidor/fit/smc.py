r"""Tempered sequential Monte Carlo with evidence, in normal scores.

Particles go from the prior :math:`\mathcal N(0, I)` to the posterior along :math:`p(\theta) L(\theta)^{b}`,
:math:`b` from nought to one. Every stage raises :math:`b` until the effective sample is a set share (solver
of BlackJAX), weighs, draws anew (systematic resampling of BlackJAX) and moves by random walk as wide as the
cloud (Del Moral, Doucet and Jasra 2006). The evidence is the product of the mean weights.

The likelihood may be an estimate from chance, if it is right on average: an accepted particle keeps its
estimate (Andrieu and Roberts 2009). It gets serial numbers from which it makes its luck. All dice are keyed
by (seed, stage, step), so that a run begun again at any stage gives the same numbers.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from blackjax.smc.ess import ess_solver
from blackjax.smc.resampling import systematic
from blackjax.smc.solver import dichotomy
from jax import Array
from scipy.special import logsumexp

from ..errors import ThermidorError

ACCEPTED = 0.3  # share of steps accepted for which their length is right
FLOOR = -1e6  # a log likelihood below it is no worse
MOST_STAGES = 200
Likelihood = Callable[[np.ndarray, np.ndarray], np.ndarray]
Inside = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True, slots=True)
class Plan:
    """How hard to search: particles, steps a stage, share of the sample that stays effective, seed."""

    particles: int = 256
    steps: int = 4
    effective: float = 0.5
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the search stands: all that the next stage needs.

    ``scores`` (particle, parameter); ``log_likelihood`` (particle,); ``power`` the exponent reached;
    ``log_evidence`` and ``variance`` its error squared; ``length`` of a step against the cloud; ``accepted``
    share of steps; ``number`` of stages done.
    """

    scores: np.ndarray
    log_likelihood: np.ndarray
    power: float = 0.0
    log_evidence: float = 0.0
    variance: float = 0.0
    length: float = 1.0
    accepted: float = 1.0
    number: int = 0

    @property
    def done(self) -> bool:
        """Return whether the posterior is reached."""
        return self.power >= 1.0


def everywhere(scores: np.ndarray) -> np.ndarray:
    """Return that every particle is inside: no cut."""
    return np.ones(len(scores), bool)


def sample(
    likelihood: Likelihood,
    width: int,
    plan: Plan,
    inside: Inside = everywhere,
    start: Stage | None = None,
    keep: Callable[[Stage], object] = lambda _: None,
) -> Stage:
    """Return the posterior's particles and the evidence, within the cut ``inside``.

    ``likelihood`` takes scores (particle, parameter) and serial numbers and returns the log likelihood, all
    vectorised; ``keep`` is handed every stage that is done; ``start`` is a stage once kept. Raises
    ThermidorError if the posterior is not reached in a great many stages.
    """
    now = start or _first(likelihood, width, plan, inside)
    if start is None:
        keep(now)
    while not now.done:
        if now.number >= MOST_STAGES:
            raise ThermidorError("the posterior is not reached", "stages", now.number, "Take more particles.")
        now = _stage(now, likelihood, plan, inside)
        keep(now)
    return now


def serial_numbers(plan: Plan, stage: int, step: int) -> np.ndarray:
    """Return the serial numbers of a step's likelihoods: no two steps of a search share one."""
    return (stage * plan.steps + step) * plan.particles + np.arange(plan.particles)


def _first(likelihood: Likelihood, width: int, plan: Plan, inside: Inside) -> Stage:
    dice = np.random.default_rng([plan.seed, 0, 0])
    kept = np.empty((0, width))
    for _ in range(10_000):
        tried = dice.standard_normal((plan.particles, width))
        kept = np.concatenate([kept, tried[inside(tried)]])
        if len(kept) >= plan.particles:
            scores = kept[: plan.particles]
            return Stage(scores, _bounded(likelihood(scores, serial_numbers(plan, 0, 0))))
    raise ThermidorError("no particle of the prior lies within the cut", "cut", None, "Fit without the cut.")


def _stage(now: Stage, likelihood: Likelihood, plan: Plan, inside: Inside) -> Stage:
    """Return the next stage: a higher power, new weights, particles drawn anew and moved."""
    number = now.number + 1
    rise = float(_rise(now.log_likelihood, 1.0 - now.power, plan.effective))
    power = 1.0 if rise >= (1.0 - now.power) * (1 - 1e-9) else now.power + rise
    log_weights = (power - now.power) * now.log_likelihood
    weights = np.exp(log_weights - logsumexp(log_weights))
    gain = float(logsumexp(log_weights) - np.log(len(weights)))
    error = float(len(weights) * (weights**2).sum() - 1) / len(weights)
    root = _root(now.scores, weights)
    rows = np.asarray(_redrawn(plan.seed, number, weights, plan.particles))
    moved = replace(
        now, scores=now.scores[rows], log_likelihood=now.log_likelihood[rows], power=power, number=number,
        log_evidence=now.log_evidence + gain, variance=now.variance + error,
    )  # fmt: skip
    return _moved(moved, root, likelihood, plan, inside)


def _moved(now: Stage, root: np.ndarray, likelihood: Likelihood, plan: Plan, inside: Inside) -> Stage:
    scores, known, length, shares = now.scores, now.log_likelihood, now.length, []
    for step in range(plan.steps):
        dice = np.random.default_rng([plan.seed, now.number, step + 1])
        lengths = length * np.exp(dice.normal(0, 0.5, (len(scores), 1)))
        tried = scores + lengths * dice.standard_normal(scores.shape) @ root.T
        uniform, within = dice.uniform(size=len(scores)), inside(tried)
        found = _bounded(likelihood(tried, serial_numbers(plan, now.number, step)))
        gain = now.power * (found - known) + 0.5 * ((scores**2).sum(1) - (tried**2).sum(1))
        taken = within & (np.log(uniform) < gain)
        scores, known = np.where(taken[:, None], tried, scores), np.where(taken, found, known)
        shares.append(float(taken.mean()))
        length = float(np.clip(length * np.exp(shares[-1] - ACCEPTED), 0.02, 3.0))
    return replace(now, scores=scores, log_likelihood=known, length=length, accepted=float(np.mean(shares)))


def _root(scores: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the root of the cloud's covariance, scaled as is best for a random walk on a Gaussian."""
    width = scores.shape[1]
    spread = np.atleast_2d(np.cov(scores.T, aweights=weights)) + 1e-6 * np.eye(width)
    return 2.38 / np.sqrt(width) * np.linalg.cholesky(spread)


def _bounded(values: np.ndarray) -> np.ndarray:
    return np.maximum(np.where(np.isfinite(values), values, FLOOR), FLOOR)


@jax.jit
def _rise(log_likelihood: Array, most: float, effective: float) -> Array:
    return jnp.asarray(ess_solver(lambda _: log_likelihood, (), effective, most, dichotomy))


@partial(jax.jit, static_argnums=3)
def _redrawn(seed: int, stage: int, weights: Array, size: int) -> Array:
    return systematic(jax.random.fold_in(jax.random.key(seed), stage), weights, size)
