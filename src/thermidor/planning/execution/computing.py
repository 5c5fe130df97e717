r"""How much of a plan can be worked out in a given year: arithmetic, entering of numbers, letters.

A campaign of balances by rounds has to hold its norms, put down once, and in each round the exchange with
those who answer, a claim a balance put down, and the arithmetic:

.. math:: T \ge \frac{k B}{e} + R \left( x + \frac{B}{e} + \frac{2 k B}{f} \right)

for B balances of k inputs in R rounds, e numbers entered and f operations a second, x an exchange. Machines'
speeds are sourced; how many hands entered numbers, and how long letters took, are assumptions. Memory is not
counted: early machines held a few thousand numbers at a time.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log
from typing import Any, cast

import pandas as pd

# Identifiably different products: Nove, The Economics of Feasible Socialism, 1983, at second hand (as quoted
# in notes on it; the book was not read).
NOMENCLATURE = 12_000_000
INPUTS = 20  # inputs of a product; an assumption
DAY = 8 * 3600  # seconds of a working day
CAMPAIGN = 60  # working days in which a plan is drawn up; an assumption
MOST_ROUNDS = 13  # more were never said to be needed (Levine 1959: six to thirteen; unverified)
KINDS = ("record", "unverified", "estimate")


@dataclass(frozen=True, slots=True)
class Power:
    """Hold what the machine, or the office, of a year could do.

    ``operations`` a second; numbers ``entered`` a second; working days of an ``exchange`` with all who
    answer. ``kind`` is of the operations: on record in a source that was read, unverified (recalled, and no
    source read), or an estimate of ours.
    """

    year: int
    machine: str
    operations: float
    entered: float
    exchange: float
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class Done:
    """Hold how many ``balances`` somebody drew up, in how many ``rounds``, and the kind of each number."""

    who: str
    balances: int
    rounds: int
    balances_kind: str
    rounds_kind: str
    source: str


@cache
def powers() -> tuple[Power, ...]:
    """Return the packaged table of machines, by year."""
    return tuple(Power(**row) for row in _rows("computing.csv"))


@cache
def as_done() -> tuple[Done, ...]:
    """Return the packaged table of what was done."""
    return tuple(Done(**row) for row in _rows("as_done.csv"))


def _rows(name: str) -> list[dict[str, Any]]:
    with (files("thermidor") / "data" / "planning" / name).open(encoding="utf-8") as file:
        return cast(list[dict[str, Any]], pd.read_csv(file).to_dict("records"))


def balances_of(power: Power, rounds: int, inputs: int = INPUTS) -> int:
    """Return the balances, up to the whole nomenclature, of which so many rounds fit into a campaign."""
    left = (CAMPAIGN - rounds * power.exchange) * DAY
    each = inputs / power.entered + rounds * (1 / power.entered + 2 * inputs / power.operations)
    return max(0, min(NOMENCLATURE, int(left / each)))


def campaigns(power: Power) -> list[tuple[int, int]]:
    """Return the pairs of balances and rounds of a year: as many balances as the rounds leave time for."""
    pairs = [(balances_of(power, rounds), rounds) for rounds in range(1, MOST_ROUNDS + 1)]
    return [(balances, rounds) for balances, rounds in pairs if balances > 0]


def by_depth(products: int, balances: int) -> int:
    r"""Return how many groups of an economy of so many products stand for balances of the nomenclature.

    The nomenclature is a tree, and each of its levels is taken to tell apart as much of what differs: B of N
    tell :math:`\ln B / \ln N` of it. In a random economy, products of which differ all alike, that is the
    same share of groups.
    """
    return max(1, round(products * log(max(balances, 1)) / log(NOMENCLATURE)))


def by_number(products: int, balances: int) -> int:
    """Return the same if a group of the nomenclature is as mixed as the whole: the share of balances."""
    return max(1, round(products * balances / NOMENCLATURE))
