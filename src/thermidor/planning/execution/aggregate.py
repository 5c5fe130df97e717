"""From many enterprises to one: the parameters of a whole, as they come out of the choices of its parts."""

from dataclasses import dataclass

from ..enterprise.labour import reserve
from ..enterprise.population import Enterprises, Setting, populate, told
from ..enterprise.spread import misallocation
from ..enterprise.withheld import ELASTICITY
from ..exact import BEST
from ..table import Numbers
from ..truth import Economy
from .carry import Carried, carry_out
from .regime import Regime, Technology
from .works import MONTHS, kinds, works


@dataclass(frozen=True, slots=True)
class Aggregates:
    """Hold shares of the whole.

    ``padding`` of norms, ``hidden`` capacity, ``ratchet``: the one that would make a single enterprise hide
    as much, ``storming``: the last decade's share of output, ``hoarding``: months of use held as inputs,
    ``stock_ratio``: inputs over outputs, ``labour``: crew kept beyond even work, ``misallocated`` output.
    """

    enterprises: int
    padding: float
    hidden: float
    ratchet: float
    storming: float
    hoarding: float
    stock_ratio: float
    labour: float
    misallocated: float


def aggregates(
    economy: Economy,
    prices: Numbers,
    number: int,
    regime: Regime,
    technology: Technology,
    setting: Setting,
    seed: int,
) -> Aggregates:
    """Return the parameters of the whole from this number of enterprises, at least one a technique."""
    people = populate(economy, number, setting, seed)
    plan = BEST(told(economy, people))
    what, true = works(economy.truth, people, plan), economy.truth
    year = carry_out(what, true.demand, prices, regime, technology, seed)
    use = float(prices[what.product] @ (what.need * what.plan[what.user]))
    worth = prices[true.makes[people.technique]]
    weight = worth * people.capacity / (worth @ people.capacity)
    return measured(people, kinds(economy), year, weight, use, setting)


def measured(
    people: Enterprises, inputs: int, year: Carried, weight: Numbers, use: float, setting: Setting
) -> Aggregates:
    """Return the parameters by these weights (N) of enterprises; ``use`` is of inputs a month, in value."""
    withheld = float(weight @ people.hidden)
    return Aggregates(
        enterprises=len(people.capacity),
        padding=float(weight @ people.padding),
        hidden=withheld,
        ratchet=float(setting.interest * ((1 - withheld) ** (-1 / ELASTICITY) - 1)),
        storming=year.last_decade,
        hoarding=year.inputs / use,
        stock_ratio=year.stock_ratio,
        labour=reserve(year.rhythm),
        misallocated=misallocation(people, inputs, setting.oversight.spread, 0, MONTHS),
    )
