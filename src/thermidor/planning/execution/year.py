r"""A plan carried out in decades, thirds of a month: supplies arrive, work is done, output is shared.

In each decade goods under way arrive with a chance; an enterprise makes what its pace asks for (a plan
month by month, or orders), at most what its supplies and its plant allow; it orders up to its store; what is
made is shared out by priority (:mod:`.ration`) and goes on its way. What is in store may be of another kind
than is needed; it then lies idle until a lot of the right kind has come (:mod:`..enterprise.chain`). Kinds
change with the assortment: with the month where a month is planned, at any time where it is not, as often on
the whole. All else that is left to chance is the same in every regime.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..enterprise.chain import DECADES, EVEN, Supply, arrived
from ..enterprise.effort import Pace
from ..rationing import by_column
from ..table import Numbers
from .ration import shared
from .regime import Regime, Technology
from .works import MONTHS, Works

Chances = NDArray[np.bool_]

DECADES_A_YEAR = DECADES * MONTHS
BROKEN = 0.5  # of capacity left in a breakdown
MEMORY = 0.2  # weight of the last decade in the sales expected


@dataclass(frozen=True, slots=True, eq=False)
class Habits:
    """Hold what enterprises go by.

    The pace of work, stores of inputs and outputs in decades of use, and the rhythm (3) of their suppliers.
    """

    pace: Pace
    inputs: float
    outputs: float
    rhythm: Numbers


@dataclass(slots=True, eq=False)
class Stores:
    """Hold what is where, changed from decade to decade: on links, and of each product at its makers."""

    held: Numbers
    on_way: Numbers
    ready: Numbers
    owed: Numbers
    sales: Numbers
    done: Numbers
    waits: Numbers
    plan: Numbers
    spare: Numbers
    missing: Numbers
    unfilled: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Decade:
    """Hold one decade: made (N), delivered to consumers (n), stores on links and ready, links filled."""

    made: Numbers
    delivered: Numbers
    held: Numbers
    ready: Numbers
    filled: float


def opened(works: Works, wanted: Numbers, habits: Habits) -> Stores:
    """Return the stores with which a year begins: full, all on order delivered."""
    use = works.need * works.plan[works.user] / DECADES
    sales = np.bincount(works.product, use, len(wanted)) + wanted / DECADES_A_YEAR
    full, none = use * habits.inputs, 0 * use
    idle, plant = 0 * works.plan, works.capacity / DECADES
    return Stores(
        held=full,
        on_way=none,
        ready=sales * habits.outputs,
        owed=0 * wanted,
        sales=sales,
        done=idle,
        waits=none,
        plan=works.plan,
        spare=plant,
        missing=none,
        unfilled=none,
    )


def carried_out(
    works: Works,
    wanted: Numbers,
    regime: Regime,
    technology: Technology,
    habits: Habits,
    stores: Stores,
    dice: np.random.Generator,
) -> Iterator[Decade]:
    """Yield the decades of a year; ``wanted`` (n) is what consumers ask for in it; stores are changed."""
    for number in range(DECADES_A_YEAR):
        decade = number % DECADES
        if decade == 0:
            stores.done, stores.plan = np.zeros_like(stores.done), _month(works, stores)
        came = dice.random(len(works.need)) < technology.punctual
        broken = dice.random(len(works.plan)) < technology.breakdown
        rounding, wants = dice.random(len(works.plan)), dice.standard_normal(len(wanted))
        _change_kinds(works, stores, regime, technology, habits, decade, dice)
        filled = _arrive(works, stores, came)
        before = stores.held.copy()
        able = _able(works, stores, broken)
        if regime.to_order:
            asked = _to_order(works, stores, habits)
        else:
            asked = _to_plan(works, stores, habits, decade, rounding)
        made = np.minimum(asked, able)
        _work(works, stores, made)
        ready = stores.ready.copy()
        factor = np.exp(technology.wants * wants - technology.wants**2 / 2)
        delivered = _share_out(works, wanted * factor / DECADES_A_YEAR, regime, habits, stores)
        yield Decade(made, delivered, (before + stores.held) / 2, (ready + stores.ready) / 2, filled)


def _month(works: Works, stores: Stores) -> Numbers:
    """Return the month's plan (N): a twelfth of the year's, less what lies ready and nobody took."""
    planned = np.bincount(works.makes, works.plan, len(stores.ready))
    over = np.minimum(stores.ready / np.where(planned > 0, planned, np.inf), 1.0)
    return works.plan * (1 - over[works.makes])


def _change_kinds(
    works: Works,
    stores: Stores,
    regime: Regime,
    technology: Technology,
    habits: Habits,
    decade: int,
    dice: np.random.Generator,
) -> None:
    """Let some stores be of the wrong kind, for as many decades as the right one is waited for."""
    places, links = dice.random((2, len(stores.waits))), stores.waits
    planned = regime.scheme.by_plan
    supply = Supply(technology.fits, len(works.need) / len(works.plan), technology.punctual)
    chance = (1 - supply.each) * (decade == 0 if planned else 1 / DECADES)
    come = arrived(supply.punctual, habits.rhythm if planned else EVEN)
    lots = np.searchsorted(come, places[1], side="right").astype(float)
    stores.waits = np.where(places[0] < chance, lots, np.maximum(links - 1, 0.0))


def _arrive(works: Works, stores: Stores, came_now: Chances) -> float:
    """Let goods arrive; return the share of what was outstanding that came, each link counting by its use."""
    use = np.where(works.need > 0, works.need * works.plan[works.user], np.inf)
    use = np.where(use > 0, use, np.inf)
    outstanding = float((np.maximum(stores.missing, 0.0) / use).sum())
    came = float((np.where(came_now, stores.on_way, 0.0) / use).sum())
    stores.held = stores.held + np.where(came_now, stores.on_way, 0.0)
    stores.on_way = np.where(came_now, 0.0, stores.on_way)
    return came / outstanding if outstanding > 0 else 1.0


def _able(works: Works, stores: Stores, broken: Chances) -> Numbers:
    """Return the most that supplies and plant let each enterprise make (N).

    A decade's capacity left idle can be made up for by overtime, up to a month's.
    """
    stores.spare = np.minimum(stores.spare, works.capacity * (1 - 1 / DECADES)) + works.capacity / DECADES
    with np.errstate(divide="ignore", invalid="ignore"):
        enough = np.where(works.need > 0, _fit(stores) / works.need, np.inf)
    plant = np.where(broken, BROKEN, 1.0) * stores.spare
    return np.minimum(by_column(enough, works.start, np.inf), plant)


def _fit(stores: Stores) -> Numbers:
    """Return what is held and can be used, by link."""
    return np.where(stores.waits > 0, 0.0, stores.held)


def _to_plan(works: Works, stores: Stores, habits: Habits, decade: int, rounding: Numbers) -> Numbers:
    """Return what the pace asks for (N), by what is done and what supplies are at hand."""
    plan = np.where(stores.plan > 0, stores.plan, 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        months = np.where(works.need > 0, _fit(stores) / (works.need * plan[works.user]), np.inf)
    at_hand = np.minimum(by_column(months, works.start, np.inf), habits.pace.conditions.cover)
    return habits.pace.work(decade, stores.done, at_hand, rounding) * stores.plan


def _to_order(works: Works, stores: Stores, habits: Habits) -> Numbers:
    """Return what is bought and missing in store, by makers' capacities (N)."""
    return _part(works, np.maximum(stores.sales * (1 + habits.outputs) - stores.ready, 0.0))


def _part(works: Works, products: Numbers) -> Numbers:
    """Return the part of each enterprise (N) in amounts of products (n), by capacity."""
    able = np.bincount(works.makes, works.capacity, len(products))
    return products[works.makes] * works.capacity / able[works.makes]


def _work(works: Works, stores: Stores, made: Numbers) -> None:
    stores.held = np.maximum(stores.held - works.need * made[works.user], 0.0)
    stores.ready = stores.ready + np.bincount(works.makes, made, len(stores.ready))
    stores.spare = stores.spare - made
    share = np.where(stores.plan > 0, made / np.where(stores.plan > 0, stores.plan, 1.0), 0.0)
    stores.done = stores.done + share


def _share_out(works: Works, bought: Numbers, regime: Regime, habits: Habits, stores: Stores) -> Numbers:
    """Ship what is ready; return what consumers get (n).

    Who queues goes on asking; who can choose turns elsewhere.
    """
    stores.missing = np.maximum(_target(works, stores, regime, habits) - stores.held, 0.0)
    orders = np.maximum(stores.missing - stores.on_way, 0.0)
    asked = bought + stores.owed
    shipped, delivered = shared(
        stores.ready, works.makes, (works.product, works.user), orders, asked, regime.consumers_wait
    )
    stores.on_way = stores.on_way + shipped
    sold = np.bincount(works.product, shipped, len(bought)) + delivered
    stores.ready = np.maximum(stores.ready - sold, 0.0)
    new = np.maximum(orders - stores.unfilled, 0.0)  # an order put off is not another order
    booked = np.bincount(works.product, new, len(bought)) + bought
    stores.unfilled = orders - shipped
    stores.owed = 0 * asked if regime.to_order else asked - delivered
    stores.sales = (1 - MEMORY) * stores.sales + MEMORY * booked
    return delivered


def _target(works: Works, stores: Stores, regime: Regime, habits: Habits) -> Numbers:
    """Return the stores of inputs to which enterprises fill up, padding included, by link."""
    most = works.capacity / DECADES
    pace = np.minimum(_part(works, stores.sales), most) if regime.to_order else works.plan / DECADES
    pace = pace * (1 + works.padding)
    return habits.inputs * works.need * pace[works.user]
