"""A plan carried out year after year, until enterprises know what to expect; the last year is measured."""

from dataclasses import dataclass

import numpy as np

from ..enterprise.cover import input_cover, output_cover
from ..enterprise.effort import Conditions, Pace, choose
from ..table import Numbers
from .regime import Regime, Technology
from .works import Works
from .year import DECADES, EVEN, Decade, Habits, carried_out, opened

CAUTION = 0.05  # no supply is believed to be wholly certain or wholly absent
MOST_COVER = 12.0  # decades of use that can be stored at all


@dataclass(frozen=True, slots=True, eq=False)
class Carried:
    """Hold a year: ``made`` (N), ``delivered`` to consumers (n), shares of output by decade of the month (3).

    ``inputs`` and ``outputs`` are mean stores, in value at the prices given; ``punctual`` is the experienced
    chance in a decade that all orders of an enterprise have come.
    """

    made: Numbers
    delivered: Numbers
    rhythm: Numbers
    inputs: float
    outputs: float
    punctual: float
    habits: Habits

    @property
    def stock_ratio(self) -> float:
        """Return stores of inputs over stores of outputs."""
        return self.inputs / self.outputs if self.outputs > 0 else np.inf

    @property
    def last_decade(self) -> float:
        """Return the last decade's share of output."""
        return float(self.rhythm[-1])


def carry_out(
    works: Works,
    wanted: Numbers,
    prices: Numbers,
    regime: Regime,
    technology: Technology,
    seed: int,
    years: int = 5,
) -> Carried:
    """Return the last of some years, in each of which enterprises go by what the year before taught them."""
    dice = np.random.default_rng(seed)
    kinds = len(works.need) / len(works.plan)
    habits = learnt(regime, technology, technology.punctual, technology.wants, kinds, EVEN)
    stores = opened(works, wanted, habits)
    for year in range(years):
        decades = tuple(carried_out(works, wanted, regime, technology, habits, stores, dice))
        carried = _measured(works, prices, decades, habits)
        if year == years - 1:
            return carried
        scatter = _scatter(works, decades, len(wanted))
        habits = learnt(regime, technology, carried.punctual, scatter, kinds, carried.rhythm)
    raise ValueError("a plan is carried out for one year at least")


def learnt(
    regime: Regime, technology: Technology, punctual: float, scatter: float, kinds: float, rhythm: Numbers
) -> Habits:
    """Return the habits that are best for supplies this punctual and sales of this relative deviation.

    Suppliers are taken to go on in the rhythm (3) that they had.
    """
    chance = float(np.clip(punctual, CAUTION, 1.0 if technology.punctual == 1 else 1 - CAUTION))
    inputs = min(input_cover(regime.stakes, chance, kinds), MOST_COVER)
    return Habits(_pace(regime, chance, inputs), inputs, output_cover(regime.stakes, scatter), rhythm)


def _pace(regime: Regime, punctual: float, cover: float) -> Pace:
    return choose(Conditions(regime.scheme, punctual, cover=cover / DECADES))


def _measured(works: Works, prices: Numbers, decades: tuple[Decade, ...], habits: Habits) -> Carried:
    worth = prices[works.makes]
    rhythm = np.array([float(worth @ d.made) for d in decades]).reshape(-1, DECADES).sum(0)
    return Carried(
        made=np.sum([d.made for d in decades], axis=0),
        delivered=np.sum([d.delivered for d in decades], axis=0),
        rhythm=rhythm / rhythm.sum() if rhythm.sum() > 0 else rhythm,
        inputs=float(np.mean([prices[works.product] @ d.held for d in decades])),
        outputs=float(np.mean([prices @ d.ready for d in decades])),
        punctual=float(np.mean([d.filled for d in decades])),
        habits=habits,
    )


def _scatter(works: Works, decades: tuple[Decade, ...], products: int) -> float:
    """Return the relative deviation of output between decades, by product, in the middle of products."""
    made = np.array([np.bincount(works.makes, d.made, products) for d in decades])
    mean = made.mean(0)
    return float(np.median(made.std(0)[mean > 0] / mean[mean > 0])) if np.any(mean > 0) else 0.0
