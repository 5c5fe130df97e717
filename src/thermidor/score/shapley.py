r"""Who brought how much of a difference: Shapley shares by random orders, each order with its reverse.

.. math:: \phi_i = \frac1m \sum_{o=1}^m \left[v(P_i^o \cup i) - v(P_i^o)\right]

:math:`P_i^o` the players before :math:`i` in order :math:`o`. In every order the shares sum to
:math:`v(\text{all}) - v(\text{none})` (Shapley 1953; Mitchell, Cooper, Frank and Holmes 2022 on the pairs).

>>> worth = lambda sets: {s: np.array([float(len(s) == 2)]) for s in sets}
>>> found = shares(("a", "b"), worth, orders(("a", "b"), 2, 1))
>>> found.mean.tolist()
[0.5, 0.5]
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

Order = tuple[str, ...]
Worth = Callable[[Iterable[frozenset[str]]], Mapping[frozenset[str], np.ndarray]]


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares by player, and their standard error: that of draws and that of orders together.

    ``mean`` and ``error``: shape (player, ...), what ``worth`` gives without its last axis, the draws. The
    error is not a number for a single pair of orders.
    """

    players: Order
    mean: np.ndarray
    error: np.ndarray


def orders(players: Sequence[str], count: int, seed: int) -> list[Order]:
    """Return random orders, an even number of at least ``count``, each followed by its reverse."""
    luck = np.random.default_rng(seed)
    found: list[Order] = []
    for _ in range((count + 1) // 2):
        one: Order = tuple(players[int(i)] for i in luck.permutation(len(players)))
        found += [one, one[::-1]]
    return found


def shares(players: Sequence[str], worth: Worth, taken: Sequence[Order]) -> Shares:
    """Return the share of each player in ``worth(all) - worth(none)``.

    ``worth`` maps sets of players to arrays (..., draw); it is asked once for every set met.
    """
    values = worth({frozenset(order[:i]) for order in taken for i in range(len(order) + 1)})
    gains = [[_gain(values, order, player) for player in players] for order in taken]
    by_pair = np.asarray(gains).reshape(len(taken) // 2, 2, *np.shape(gains)[1:]).mean(axis=1)
    by_draw = by_pair.mean(axis=0)
    of_draws = by_draw.std(axis=-1, ddof=1) / np.sqrt(by_draw.shape[-1]) if by_draw.shape[-1] > 1 else 0.0
    return Shares(tuple(players), by_draw.mean(axis=-1), np.hypot(of_draws, _of_orders(by_pair)))


def _gain(values: Mapping[frozenset[str], np.ndarray], order: Order, player: str) -> np.ndarray:
    before = order[: order.index(player)]
    return values[frozenset((*before, player))] - values[frozenset(before)]


def _of_orders(by_pair: np.ndarray) -> np.ndarray:
    """Return the standard error over pairs of orders; not a number for one pair."""
    if len(by_pair) < 2:
        return np.full(by_pair.shape[1:-1], np.nan)
    return by_pair.mean(axis=-1).std(axis=0, ddof=1) / np.sqrt(len(by_pair))
