r"""How far norms are padded, between the fear of going short and the fear of being found out.

An enterprise claims (1+s) times its need and receives :math:`(1-c)(1+s)\,\epsilon` of it, with cut c and
:math:`\ln \epsilon \sim N(-\sigma^2/2, \sigma^2)`. It chooses s for the greatest
:math:`B\,P(\text{received} \ge 1) - \pi F s`: bonus against the fine, in bonuses, for padding found with
probability :math:`\pi`. The centre cuts by the padding it has come to expect, by the share ``wise`` of it:
:math:`1 - c = (1 + \text{wise} \cdot \bar s)^{-1}`. Sources: Berliner 1957 (safety factor);
Kornai, Overcentralization, 1959.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from ..table import Numbers

MOST = 1.0  # a norm doubled: more is not believed


@dataclass(frozen=True, slots=True)
class Oversight:
    """Say how uncertain supply is, how often padding is found, what it costs, and who knows.

    ``spread`` is the relative deviation of a month's deliveries, for the bonus is of a month; ``found`` the
    chance that padding is; ``fine`` in bonuses for norms doubled; ``wise`` the share of padding that the
    centre has come to expect.
    """

    spread: float = 0.03
    found: float = 0.2
    fine: float = 5.0
    wise: float = 0.3


INSPECTORS = Oversight()


def best(oversight: Oversight, cut: float, spread: Numbers, found: Numbers) -> Numbers:
    """Return the best padding of each enterprise, which has its own spread of supply and risk.

    Where marginal bonus equals marginal fine, z = (ln((1-c)(1+s)) - sigma^2/2) / sigma solves
    z^2/2 + sigma z + K = 0; the larger root is the greatest worth, unless no padding is worth more.
    """
    wide, price = np.maximum(spread, 1e-9), found * oversight.fine
    with np.errstate(divide="ignore", invalid="ignore"):
        level = np.log(np.sqrt(2 * np.pi) * price * wide / (1 - cut)) + wide**2 / 2
        root = np.sqrt(wide**2 - 2 * level) - wide
        inner = np.clip(np.exp(wide * root + wide**2 / 2) / (1 - cut) - 1, 0.0, MOST)
    inner = np.where(np.isfinite(inner), inner, 0.0)
    better = worth(oversight, cut, wide, found, inner) > worth(oversight, cut, wide, found, 0 * inner)
    return np.where(better, inner, 0.0)


def worth(oversight: Oversight, cut: float, spread: Numbers, found: Numbers, padding: Numbers) -> Numbers:
    """Return the expected bonus less the expected fine of this padding."""
    enough = (np.log((1 + padding) * (1 - cut)) - spread**2 / 2) / spread
    return ndtr(enough) - found * oversight.fine * padding


def settled(
    oversight: Oversight, spread: Numbers, found: Numbers, short: float = 0.0, rounds: int = 100
) -> tuple[Numbers, float]:
    """Return the padding of each enterprise and the cut, when each has come to expect the other.

    ``short`` is the share of what the centre allots that is not there.
    """
    cut, padding = 0.0, best(oversight, short, spread, found)
    for _ in range(rounds):
        new = 1 - 1 / (1 + oversight.wise * float(padding.mean()))
        if abs(new - cut) < 1e-4:
            break
        cut = (cut + new) / 2  # half way, for a whole step may turn in circles
        padding = best(oversight, 1 - (1 - cut) * (1 - short), spread, found)
    return padding, cut
