"""How fast theory lets each procedure come to its end, and how fast one did.

Every pace is a number that should not exceed a bound: rounds in all, the mean factor of the error a round, or
the power of the rounds with which the error fell over the last of them, from a tenth on. Powers bound what is
reached in the end, with any constant, and the best plan met with improves by leaps: in one economy the last
tenth to the end may be slower, or faster, than in the middle of many.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

import numpy as np

LATE = 10  # powers show in the rounds from one such part of them on
EXACT = 1e-13  # of the first error: smaller ones are rounding


class Kind(StrEnum):
    """Say in what a pace is counted."""

    ROUNDS = "rounds"
    FACTOR = "factor a round"
    POWER = "power of rounds"
    NONE = "none proven"


class Pace(NamedTuple):
    """Hold what theory says: the kind, the bound that a pace should not exceed, and whose theory it is."""

    kind: Kind
    bound: float
    source: str

    def __str__(self) -> str:
        if self.kind is Kind.NONE:
            return self.kind.value
        return f"{self.kind} at most {self.bound:g}"


_ONCE = Pace(Kind.ROUNDS, 1, "asks once")
PACES: Mapping[str, Pace] = {
    "linear-programme": _ONCE,
    "first-order-programme": _ONCE,
    "leontief": Pace(Kind.FACTOR, 0.5, "sweeps, below the spectral radius (Stein and Rosenberg 1948)"),
    "leontief-direct": _ONCE,
    "achieved-level": _ONCE,
    "aggregate-balances": _ONCE,
    "receding-horizon": _ONCE,
    "balances-pressed": Pace(Kind.ROUNDS, 3, "stops, balanced or not (Levine 1959)"),
    "material-balances": Pace(Kind.FACTOR, 0.5, "the spectral radius"),
    "balances-in-order": Pace(Kind.FACTOR, 0.5, "below the spectral radius (Stein and Rosenberg 1948)"),
    "dantzig-wolfe": Pace(Kind.ROUNDS, 15, "finite; fifteen is what is asked at eight branches"),
    "weitzman-targets": Pace(Kind.ROUNDS, 60, "finite; sixty is what is asked at eight branches"),
    "kornai-liptak": Pace(Kind.POWER, -0.5, "fictitious play (Robinson 1951; Karlin 1959)"),
    "arrow-hurwicz": Pace(Kind.POWER, -0.5, "averages of gradients (Nedić and Ozdaglar 2009)"),
    "primal-dual-hybrid-gradient": Pace(Kind.FACTOR, 1, "restarts from averages (Applegate et al. 2023)"),
    "harmony": Pace(Kind.NONE, np.inf, "valuations are moved by rule of thumb"),
    "consumer-feedback": Pace(Kind.FACTOR, 1, "responses below twice the elasticity of demand"),
    "participatory-councils": Pace(Kind.FACTOR, 1, "descent on a smooth dual, with memory (Polyak 1964)"),
    "democratic-planning": Pace(Kind.FACTOR, 0.5, "one less the share recalled"),
    "market-clearing": Pace(Kind.POWER, -0.5, "averages of subgradient steps (Larsson et al. 1999)"),
}


def pace(kind: Kind, history: Sequence[float]) -> float:
    """Return the pace of a history of errors, one a round.

    >>> pace(Kind.FACTOR, [1.0, 0.5, 0.25])
    0.5
    >>> round(pace(Kind.POWER, [1 / r for r in range(1, 101)]), 9)
    -1.0
    """
    if kind is Kind.ROUNDS:
        return float(len(history))
    errors = np.asarray(history, dtype=float)
    rounds = 1 + np.flatnonzero(errors > EXACT * errors[0])
    if kind is Kind.NONE or len(rounds) < 2:
        return 0.0
    last = int(rounds[-1])
    if kind is Kind.FACTOR:
        return float((errors[last - 1] / errors[0]) ** (1 / (last - 1)))
    seen = np.unique(np.geomspace(max(last // LATE, 1), last, 30).astype(int))
    return float(np.polyfit(np.log(seen), np.log(errors[seen - 1]), 1)[0])
