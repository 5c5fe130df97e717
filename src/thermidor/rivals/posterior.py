r"""What the history says of a rival's parameters: tempered sequential Monte Carlo from the prior.

.. math:: \pi_j(\theta) \propto p(\theta)\,L(\theta)^{\beta_j}, \quad 0 = \beta_0 < \dots < \beta_J = 1

Each :math:`\beta` is the largest that leaves half of the particles effective; they are then resampled and
moved by random-walk Metropolis steps in normal scores of the prior, with the particles' own covariance (Del
Moral, Doucet and Jasra 2006). All particles move at once: a fit of a one-sector model takes about a second.

>>> from thermidor.frame.prior import Normal
>>> data = np.array([0.8, 1.0, 1.0])
>>> def likelihood(p): return -0.5 * ((data - p["mean"][:, None]) ** 2).sum(axis=1)
>>> got = posterior({"mean": Normal(0.0, 1.0)}, likelihood, 4000, np.random.default_rng(1))
>>> round(float(got["mean"].mean()), 1), round(float(got["mean"].std()), 1)
(0.7, 0.5)
"""

from collections.abc import Callable, Mapping

import numpy as np
from scipy.special import logsumexp, ndtr

from ..frame.prior import Prior
from .parameter import Parameter

Known = Prior | Parameter
Parameters = dict[str, np.ndarray]
Likelihood = Callable[[Parameters], np.ndarray]
MOVES, STEP, LEAST = 6, 1.7, 0.5


def prior_sample(priors: Mapping[str, Known], count: int, rng: np.random.Generator) -> Parameters:
    """Return draws from the priors, by name."""
    return _placed(priors, rng.standard_normal((count, len(priors))))


def posterior(
    priors: Mapping[str, Known], likelihood: Likelihood, count: int, rng: np.random.Generator
) -> Parameters:
    """Return ``count`` draws of the parameters given the data; ``likelihood`` is a log, one per draw."""
    scores = rng.standard_normal((count, len(priors)))
    fit = _fit(priors, likelihood, scores)
    heat = 0.0
    while heat < 1.0:
        heat, weight = _next(heat, fit)
        chosen = rng.choice(count, count, p=weight)
        scores, fit = scores[chosen], fit[chosen]
        for _ in range(MOVES):
            scores, fit = _moved(priors, likelihood, scores, fit, heat, rng)
    return _placed(priors, scores)


def _placed(priors: Mapping[str, Known], scores: np.ndarray) -> Parameters:
    ranks = np.clip(ndtr(scores), 1e-9, 1 - 1e-9)
    return {name: prior.quantile(ranks[:, i]) for i, (name, prior) in enumerate(priors.items())}


def _fit(priors: Mapping[str, Known], likelihood: Likelihood, scores: np.ndarray) -> np.ndarray:
    with np.errstate(all="ignore"):  # absurd parameters overflow: they have no likelihood
        fit = likelihood(_placed(priors, scores))
    return np.where(np.isfinite(fit), fit, -1e9)


def _next(heat: float, fit: np.ndarray) -> tuple[float, np.ndarray]:
    """Return the next heat and the weights that lead to it, by bisection."""
    low, high = heat, 1.0
    if _effective(1.0 - heat, fit) < LEAST:
        for _ in range(40):
            middle = (low + high) / 2
            low, high = (low, middle) if _effective(middle - heat, fit) < LEAST else (middle, high)
        high = max(low, heat + 1e-6)
    return high, _weights(high - heat, fit)


def _weights(rise: float, fit: np.ndarray) -> np.ndarray:
    weight = np.exp(rise * fit - logsumexp(rise * fit))
    return weight / weight.sum()


def _effective(rise: float, fit: np.ndarray) -> float:
    return float(1 / (_weights(rise, fit) ** 2).sum() / len(fit))


def _moved(
    priors: Mapping[str, Known], likelihood: Likelihood, scores: np.ndarray, fit: np.ndarray, heat: float,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray]:  # fmt: skip
    """Return the particles after one Metropolis step each."""
    size = scores.shape[1]
    root = np.linalg.cholesky(np.cov(scores, rowvar=False).reshape(size, size) + 1e-9 * np.eye(size))
    tried = scores + STEP / np.sqrt(size) * rng.standard_normal(scores.shape) @ root.T
    found = _fit(priors, likelihood, tried)
    gain = heat * (found - fit) - 0.5 * (tried**2 - scores**2).sum(axis=1)
    taken = np.log(rng.uniform(size=len(fit))) < gain
    return np.where(taken[:, None], tried, scores), np.where(taken, found, fit)
