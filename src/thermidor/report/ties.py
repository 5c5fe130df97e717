"""When theories may be told apart, and when they are tied."""

from collections.abc import Mapping

import numpy as np

SURE = 1.96  # standard errors of a difference, 95 %


def alike(one: float, other: float, draws: int) -> bool:
    """Return whether chance in the draws could make two shares differ as they do.

    >>> alike(0.5, 0.55, 100), alike(0.1, 0.9, 100), alike(1.0, 1.0, 100)
    (True, False, True)
    """
    error = np.sqrt((one * (1 - one) + other * (1 - other)) / draws)
    return bool(abs(one - other) <= SURE * error)


def level_with(shares: Mapping[str, float], top: bool, draws: int) -> list[str]:
    """Return the theory with the greatest (or least) share, and those tied with it."""
    edge = (max if top else min)(shares.values())
    return [theory for theory, share in shares.items() if alike(share, edge, draws)]


def least(printed: Mapping[str, tuple[float, str]]) -> list[str]:
    """Return the theories whose number is least; numbers that are printed alike are tied.

    >>> least({"a": (1.02, "1"), "b": (0.98, "1"), "c": (2.0, "2")})
    ['a', 'b']
    """
    known = {theory: one for theory, one in printed.items() if np.isfinite(one[0])}
    if not known:
        return []
    said = min(known.values())[1]
    return [theory for theory, one in known.items() if one[1] == said]


def leaders(counts: Mapping[str, np.ndarray]) -> list[str]:
    """Return the theory with the greatest mean count per draw, and those chance could put beside it.

    ``counts``: one number per draw, by theory.
    """
    best = max(counts, key=lambda theory: float(counts[theory].mean()))
    return [theory for theory in counts if theory == best or _tied(counts[theory], counts[best])]


def _tied(one: np.ndarray, other: np.ndarray) -> bool:
    error = np.sqrt(one.var() / len(one) + other.var() / len(other))
    return bool(abs(one.mean() - other.mean()) <= SURE * error)
