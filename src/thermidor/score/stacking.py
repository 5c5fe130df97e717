r"""Weights of a mixture of forecasts that would have foretold best: stacking.

.. math:: \max_w \sum_g \frac{1}{n_g} \sum_{i \in g} \ln \sum_j w_j e^{s_{ij}}, \quad w_j \ge 0, \sum w_j = 1

:math:`s` log scores; data of one group count together as one. No model need be true (Yao, Vehtari, Simpson
and Gelman 2018). Concave, so that the steady rise of expectation-maximisation ends at the top.

>>> weights(np.log([[0.5, 0.1], [0.1, 0.5]]), ["a", "b"]).round(3).tolist()
[0.5, 0.5]
>>> weights(np.log([[0.5, 0.1], [0.4, 0.1]]), ["a", "b"]).round(3).tolist()
[1.0, 0.0]
"""

from collections.abc import Hashable, Sequence

import numpy as np

TURNS, STILL = 20_000, 1e-10


def weights(log_scores: np.ndarray, groups: Sequence[Hashable]) -> np.ndarray:
    """Return the weight of each entrant from log scores of shape (datum, entrant).

    Raises ValueError if there is no datum or the groups do not match.
    """
    scores = np.asarray(log_scores, float)
    if not len(scores) or len(scores) != len(groups):
        raise ValueError(f"{len(scores)} data in {len(groups)} groups")
    density = np.exp(scores - scores.max(axis=1, keepdims=True))
    size = {g: list(groups).count(g) for g in set(groups)}
    share = np.array([1 / size[g] for g in groups]) / len(size)
    found = np.full(scores.shape[1], 1 / scores.shape[1])
    for _ in range(TURNS):
        before = found
        part = found * density
        found = share @ (part / part.sum(axis=1, keepdims=True))
        if np.abs(found - before).max() < STILL:
            break
    return found


def without_each(log_scores: np.ndarray, groups: Sequence[Hashable]) -> dict[Hashable, np.ndarray]:
    """Return the weights with one group left out at a time; groups must be two at least."""
    left = {g: np.array([other != g for other in groups]) for g in dict.fromkeys(groups)}
    return {
        g: weights(log_scores[keep], [other for other in groups if other != g]) for g, keep in left.items()
    }
