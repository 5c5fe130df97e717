"""Facts of the Soviet economy that must come out of the rules, each beside the same without its mechanism.

Two lean on numbers that nobody knows, and do not come out whatever these are: storming on ``Technology.fits``
(it needs a half or less), padding beside small misallocation on ``Oversight.spread`` (from 0.03 to 0.15, or
so). The page on plans carried out gives both over the range.

Run as ``python -m thermidor.planning.execution.facts --seeds 1 2 3``.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from ..enterprise.bonus import PAID_BY_PIECE
from ..enterprise.padding import INSPECTORS
from ..enterprise.population import Enterprises, Setting, populate
from ..enterprise.spread import misallocation
from ..exact import BEST
from ..generator import draw
from ..plan import Plan
from ..procedures.material_balances import MaterialBalances
from ..reporting import honest
from ..reports import Reports
from .carry import Carried, carry_out
from .loss import Trial
from .regime import FEEDBACK, RATIONING, Regime, Technology
from .table import ECONOMY, standard
from .works import MONTHS, kinds, works

CERTAIN = Technology(punctual=1.0, fits=1.0, breakdown=0.0, wants=0.0)
ROUNDS = 2
GOODS = 300  # in few products chance alone leaves more or less
SEEDS = range(1, 9)
MUCH, LITTLE = 0.1, 0.06  # padding above the one, misallocation below the other
CERTAIN_SUPPLY = Setting(oversight=replace(INSPECTORS, spread=1e-6))


@dataclass(frozen=True, slots=True)
class Fact:
    """Hold a measured fact, the range it must lie in, and what is measured without its mechanism."""

    what: str
    value: float
    low: float
    high: float
    without: str
    counter: float

    @property
    def asked(self) -> str:
        """Return the range in words."""
        return f"above {self.low:g}" if np.isinf(self.high) else f"{self.low:g} to {self.high:g}"

    @property
    def holds(self) -> bool:
        """Say whether the value lies in the range, and what is measured without the mechanism does not."""
        return self.low < self.value < self.high and not self.low < self.counter < self.high


def facts(same: Trial) -> Iterator[Fact]:
    """Yield the facts for this economy and these enterprises."""
    usual, certain = year(same, RATIONING), year(same, RATIONING, CERTAIN)
    by_piece = year(same, replace(RATIONING, scheme=PAID_BY_PIECE))
    choice = year(same, FEEDBACK)
    certain_padding = populate(same.economy, len(same.enterprises.padding), CERTAIN_SUPPLY, same.seed)
    storming = f"last decade's share of monthly output, where all fits with chance {same.technology.fits:g}"
    off = "paid by piece, no month planned"
    yield Fact(storming, usual.last_decade, 0.5, 1.0, off, by_piece.last_decade)
    yield Fact(storming, usual.last_decade, 0.5, 1.0, "certain supply", certain.last_decade)
    held = "stores of inputs over outputs, rationing"
    yield Fact(held, usual.stock_ratio, 2.5, np.inf, "certain supply", certain.stock_ratio)
    alone = year(same, replace(RATIONING, stakes=FEEDBACK.stakes)).stock_ratio
    yield Fact(f"{held} with feedback's stakes", alone, 2.5, np.inf, "consumer feedback", choice.stock_ratio)
    turned = "stores of inputs over outputs, consumer feedback"
    yield Fact(turned, choice.stock_ratio, 0.0, 1.5, "rationing", usual.stock_ratio)
    alike = f"padding, at a month's deliveries of deviation {INSPECTORS.spread:g}"
    yield Fact(alike, padded(same.enterprises), MUCH, 1.0, "certain supply", padded(certain_padding))
    off = "the same padding by all, certain supply"
    yield Fact(
        f"static misallocation of a year, at deviation {INSPECTORS.spread:g}",
        static(same),
        0.001,
        LITTLE,
        off,
        static(all_alike(same), 0.0),
    )
    many = honest(draw(replace(ECONOMY, products=GOODS), same.seed).economy)
    warm, cold = (imbalance(many, warm=one) for one in (True, False))
    yield Fact(
        f"imbalance after two rounds, {GOODS} products",
        warm,
        0.001,
        0.005,
        "without the achieved level",
        cold,
    )


def year(same: Trial, regime: Regime, technology: Technology | None = None) -> Carried:
    """Return a year of the best plan that the reports allow, under these rules."""
    what = works(same.economy.truth, same.enterprises, planned(same))
    chance = same.technology if technology is None else technology
    return carry_out(what, same.economy.truth.demand, same.prices, regime, chance, same.seed)


def planned(same: Trial) -> Plan:
    """Return the best plan that the reports allow."""
    return BEST(same.reports)


def static(same: Trial, spread: float = INSPECTORS.spread) -> float:
    """Return the static misallocation of a year in which a month's deliveries deviate so much."""
    return misallocation(same.enterprises, kinds(same.economy), spread, same.seed, MONTHS)


def all_alike(same: Trial) -> Trial:
    """Return the same with the mean padding for everyone."""
    people = same.enterprises
    alike = np.full(len(people.padding), padded(people))
    return replace(same, enterprises=replace(people, padding=alike))


def padded(people: Enterprises) -> float:
    """Return the padding of all, by capacity."""
    return float(people.padding @ people.capacity / people.capacity.sum())


def imbalance(truth: Reports, warm: bool) -> float:
    """Return the imbalance over gross output after two rounds of balances."""
    return MaterialBalances(warm=warm)(truth, ROUNDS).history[-1]


HEAD = (
    "| seed | fact | measured | asked for | mechanism off | measured | holds |",
    "|---|---|---|---|---|---|---|",
)


def line(seed: int, fact: Fact) -> str:
    """Return a row of the printed table."""
    return (
        f"| {seed} | {fact.what} | {fact.value:z.4f} | {fact.asked} | {fact.without} | {fact.counter:z.4f}"
        f" | {'yes' if fact.holds else 'no'} |"
    )


def main() -> None:
    """Print the facts of the standard economy, drawn anew for each seed."""
    parser = ArgumentParser(description="Print facts that come out of the rules, with their counter-cases.")
    parser.add_argument("--seeds", type=int, nargs="+", default=list(SEEDS), help="economies to draw")
    asked = parser.parse_args()
    sys.stdout.write("\n".join(HEAD) + "\n")
    for seed in asked.seeds:
        for fact in facts(standard(seed)):
            sys.stdout.write(line(seed, fact) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
