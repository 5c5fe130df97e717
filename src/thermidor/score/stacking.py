r"""Weights of a mixture of forecasts that would have foretold best: stacking.

.. math:: \max_w \sum_g \frac{1}{n_g} \sum_{i \in g} \ln \sum_j w_j e^{s_{ij}} + a \sum_j \ln w_j,
   \quad w_j \ge 0, \sum w_j = 1

:math:`s` log scores; data of one group count together as one. No model need be true (Yao, Vehtari, Simpson
and Gelman 2018). Entrants begin equal: each has :math:`a = 1` group in its favour (a Dirichlet prior of two),
so that weights stay near equal where nothing tells entrants apart, and no single series lifts one of several
that foretell alike. Concave: the steady rise of expectation-maximisation, with leaps, ends at the top.

>>> weights(np.log([[0.5, 0.1], [0.1, 0.5]]), ["a", "b"]).round(3).tolist()
[0.5, 0.5]
>>> weights(np.log([[0.5, 0.1]] * 30), list(range(30))).round(3).tolist()
[0.961, 0.039]
>>> weights(np.log([[0.5, 0.5]] * 30), list(range(30))).round(3).tolist()
[0.5, 0.5]
"""

from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np

TURNS, STILL = 20_000, 1e-10
EQUAL = 1.0  # groups in favour of each entrant before any is seen
LEAST = 1e-3  # share of its weight that a leap leaves to an entrant: what is nought cannot return


def weights(log_scores: np.ndarray, groups: Sequence[Hashable]) -> np.ndarray:
    """Return the weight of each entrant from log scores of shape (datum, entrant).

    Raises ValueError if there is no datum or the groups do not match.
    """
    scores = np.asarray(log_scores, float)
    if not len(scores) or len(scores) != len(groups):
        raise ValueError(f"{len(scores)} data in {len(groups)} groups")
    density = np.exp(scores - scores.max(axis=1, keepdims=True))
    size = Counter(groups)
    many = scores.shape[1]
    share = np.array([1 / size[g] for g in groups]) / (len(size) + EQUAL * many)
    equal = EQUAL / (len(size) + EQUAL * many)
    found = np.full(many, 1 / many)
    for _ in range(TURNS):
        before, found = found, _leap(found, density, share, equal)
        if np.abs(found - before).max() < STILL:
            break
    return found


def _leap(found: np.ndarray, density: np.ndarray, share: np.ndarray, equal: float) -> np.ndarray:
    """Return weights after two steps of expectation-maximisation, or farther on the way they point to.

    The step length is that of Varadhan and Roland 2008 (squared extrapolation); where it would lose, the
    plain steps stand.
    """
    one = _step(found, density, share, equal)
    two = _step(one, density, share, equal)
    first, bend = one - found, two - 2 * one + found
    if not bend.any():
        return two
    far = max(np.linalg.norm(first) / np.linalg.norm(bend), 1.0)
    leapt = np.maximum(found + 2 * far * first + far**2 * bend, LEAST * two)
    leapt = _step(leapt / leapt.sum(), density, share, equal)
    return leapt if _worth(leapt, density, share, equal) >= _worth(two, density, share, equal) else two


def _step(found: np.ndarray, density: np.ndarray, share: np.ndarray, equal: float) -> np.ndarray:
    return found * ((share / (density @ found)) @ density) + equal


def _worth(found: np.ndarray, density: np.ndarray, share: np.ndarray, equal: float) -> float:
    return float(share @ np.log(density @ found) + equal * np.log(found).sum())


def without_each(log_scores: np.ndarray, groups: Sequence[Hashable]) -> dict[Hashable, np.ndarray]:
    """Return the weights with one group left out at a time; groups must be two at least."""
    left = {g: np.array([other != g for other in groups]) for g in dict.fromkeys(groups)}
    return {
        g: weights(log_scores[keep], [other for other in groups if other != g]) for g, keep in left.items()
    }
