r"""Storming handed on: suppliers who deliver late in the month make their users late.

A month's plan names an assortment. With chance ``fits`` an enterprise has in store what it takes, each of its
K inputs being of the right kind with chance :math:`\phi`, the K-th root of that. Else a lot of the right kind
is due from the supplier, at any time of the month: contracts name the month. A lot leaves when the supplier's
output of the month, of rhythm r, has reached its place in the queue (any place alike), and comes in the same
decade with chance p, else in one of the next. With :math:`A(d)` the chance that a lot has come by decade d,
all are there with chance :math:`(\phi + (1 - \phi) A(d))^K`. An enterprise works evenly from then on, for the
plan of the month is due at its end. All are users and suppliers alike: r is the fixed point. Nobody prefers
the end of the month. On storming led by supply: Rostowski and Auerbach 1986; on stores of what is not needed
beside want of what is: Kornai 1980. The chance ``fits`` is not known.

>>> rhythm(Supply(fits=0.5, kinds=5, punctual=0.85)).round(2)
array([0.2 , 0.26, 0.54])
>>> rhythm(Supply(fits=1.0, kinds=5, punctual=0.85)).round(2)
array([0.33, 0.33, 0.33])
"""

from dataclasses import dataclass

import numpy as np

from ..table import Numbers

DECADES = 3
EVEN = np.full(DECADES, 1 / DECADES)
TURNS = 500
SETTLED = 1e-9


@dataclass(frozen=True, slots=True)
class Supply:
    """Say how enterprises are supplied: fit of all stores, kinds of inputs, chance of no delay on the way."""

    fits: float
    kinds: float
    punctual: float

    @property
    def each(self) -> float:
        """Return the chance that one input in store is of the right kind."""
        return self.fits ** (1 / self.kinds)


def rhythm(supply: Supply) -> Numbers:
    """Return the shares (3) of a month's output made in each decade when all wait for each other."""
    made = EVEN
    for _ in range(TURNS):
        before, made = made, answer(supply, made)
        if np.abs(made - before).max() < SETTLED:
            break
    return made


def answer(supply: Supply, suppliers: Numbers) -> Numbers:
    """Return the rhythm (3) of users of suppliers of this rhythm (3)."""
    there = (supply.each + (1 - supply.each) * arrived(supply.punctual, suppliers)) ** supply.kinds
    last = np.diff(there, prepend=0.0)  # chance that all is there first in each decade
    paces = np.array([np.where(np.arange(DECADES) < d, 0.0, 1 / (DECADES - d)) for d in range(DECADES)])
    made = last @ paces
    return made / made.sum() if made.sum() > 0 else EVEN


def arrived(punctual: float, suppliers: Numbers) -> Numbers:
    """Return the chance (3) that a lot has come by the end of each decade of its month."""
    came = np.zeros(DECADES)
    for left, share in enumerate(suppliers):
        came[left:] += share * punctual * (1 - punctual) ** np.arange(DECADES - left)
    return np.cumsum(came)
