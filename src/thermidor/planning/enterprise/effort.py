r"""When in the month an enterprise works, chosen for the most bonus less toil.

State at each decade d: share a of the plan done, supplies h at hand (months of work).

.. math:: W_d(a,h) = \max_{y \le h} -c(y) + E\, W_{d+1}(a + y,\, h - y + \text{supply})

with toil :math:`c(y) = \tfrac{w}{3} (3y)^{1+1/\nu}`, so that even work is the least toil. No term prefers the
end of the month: what is left of the plan at the last decade must be made then, whatever the reasons for
leaving it. Each decade supplies fill up to ``cover`` with probability ``punctual``. Solved by values carried
from month to month at ``patience``.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..table import Numbers
from .bonus import MONTHLY_BONUS, Scheme
from .chain import DECADES

STEP = 24  # shares of a month's plan are told apart to one part in so many
MOST = 1.5  # months of output that a month can hold, at most
SETTLED = 1e-5


@dataclass(frozen=True, slots=True)
class Conditions:
    r"""Say under what an enterprise works.

    ``cover``: supplies held when filled up (months); ``toil``: w, toil of even work in units of the bonus;
    ``elasticity``: :math:`\nu` of effort between decades.
    """

    scheme: Scheme = MONTHLY_BONUS
    punctual: float = 0.7
    cover: float = 1.5
    toil: float = 0.2
    elasticity: float = 2.0
    patience: float = 0.98


@dataclass(frozen=True, slots=True, eq=False)
class Pace:
    """Hold the steps of work chosen, by decade, steps done and steps of supplies at hand."""

    conditions: Conditions
    steps: NDArray[np.integer]

    def work(self, decade: int, done: Numbers, supplies: Numbers, dice: Numbers) -> Numbers:
        """Return the work (months of plan) of each enterprise; ``dice`` in [0, 1) round states to steps."""
        _, most, full = self.steps.shape
        a = np.clip(np.floor(done * STEP + dice), 0, most - 1).astype(int)
        h = np.clip(np.floor(supplies * STEP + 1e-6), 0, full - 1).astype(int)
        return self.steps[decade, a, h] / STEP


def choose(given: Conditions) -> Pace:
    """Return the pace that is best from now on, for one that knows the conditions."""
    done, supplies = np.arange(round(MOST * STEP) + 1), np.arange(round(given.cover * STEP) + 1)
    works = np.arange(min(len(supplies), STEP + 1))
    toil = given.toil / DECADES * (DECADES * works / STEP) ** (1 + 1 / given.elasticity)
    later = np.minimum(done[:, None] + works, done[-1])[:, None, :]
    left = supplies[:, None] - works
    cost = np.where(left < 0, np.inf, toil)
    left = np.maximum(left, 0)[None]
    pay = given.scheme.pay(done / STEP)
    ahead = np.zeros(len(supplies))
    steps = np.zeros((DECADES, len(done), len(supplies)), dtype=int)
    for _ in range(1000):
        worth = pay[:, None] + given.patience * ahead
        for decade in range(DECADES - 1, -1, -1):
            if decade < DECADES - 1:
                worth = _supplied(worth, given.punctual)
            gain = worth[later, left] - cost
            steps[decade] = gain.argmax(2)
            worth = gain.max(2)
        new = _supplied(worth, given.punctual)[0]
        change, ahead = new - ahead, new
        if np.ptp(change) < SETTLED:
            break
    return Pace(given, steps)


def shares(pace: Pace, enterprises: int = 1000, months: int = 36, seed: int = 0) -> Numbers:
    """Return the shares (3) of a month's output made in each decade, on average after a first year."""
    given, dice = pace.conditions, np.random.default_rng(seed)
    supplies, made = np.full(enterprises, given.cover), np.zeros((months, DECADES))
    for month in range(months):
        done = np.zeros(enterprises)
        for decade in range(DECADES):
            came = dice.random(enterprises) < given.punctual
            supplies = np.where(came, given.cover, supplies)
            work = pace.work(decade, done, supplies, dice.random(enterprises))
            supplies, done = supplies - work, done + work
            made[month, decade] = work.sum()
    late = made[12:].sum(0)
    return late / late.sum() if late.sum() > 0 else late


def _supplied(worth: Numbers, punctual: float) -> Numbers:
    return punctual * worth[:, -1:] + (1 - punctual) * worth
