"""One technique for each product: the best plan is a scaled Leontief plan, and no programme need be solved.

With one technique the basket asked for fixes outputs up to scale (Samuelson 1951 on non-substitution gives
the same for one scarce resource and many techniques); the scarcest resource or capacity fixes the scale,
and alone earns.
"""

from typing import NamedTuple

import numpy as np

from thermidor.errors import ThermidorError

from ..aim import Proportional, Weighted
from ..balance import solve, values
from ..chain import NotProductive
from ..procedure import Watch
from ..table import Numbers, Table


class Answer(NamedTuple):
    """Hold levels (m), prices of products (n), of resources, and charges on pollutants."""

    levels: Numbers
    prices: Numbers
    resource_prices: Numbers
    charges: Numbers


def applies(known: Table) -> bool:
    """Say whether the best plan is a scaled Leontief plan."""
    return (
        known.one_technique
        and isinstance(known.aim, Proportional)
        and not known.stocks.any()
        and bool(known.demand.any())
    )


def scaled(known: Table, watch: Watch) -> Answer:
    """Return the greatest multiple of the demand that the limits allow, with its valuations.

    Raises ThermidorError if a chain of products cannot reproduce itself, or if nothing limits the plan.
    """
    try:
        outputs = solve(known.inputs, known.demand, watch=watch).outputs
    except NotProductive as fault:
        raise fault.named(known.products) from None
    needs = np.vstack([known.resources.needs, known.pollution.emissions])
    limits = np.concatenate([known.resources.endowments, known.pollution.limits])
    shared, own = _share(needs @ outputs, limits), _share(outputs, known.capacities)
    most = max(float(np.max(shared, initial=0.0)), float(own.max()))
    if most == 0:
        raise unlimited()
    direct, paid = _earned(needs, shared, own, outputs)
    prices = values(known.inputs, direct)
    count = len(known.resources.names)
    return Answer(outputs / most, prices, paid[:count], paid[count:])


def must_ask(known: Table) -> None:
    """Raise ThermidorError if nothing is asked for by an aim that judges deliveries by what is asked."""
    if not isinstance(known.aim, Weighted) and not np.any(known.demand > 0):
        remedy = "Give final demand for some product: in the table, or by `--demand PRODUCT=AMOUNT`."
        raise ThermidorError("nothing is asked for", "demand", remedy=remedy)


def unlimited() -> ThermidorError:
    """Return the fault of a table in which nothing limits the plan."""
    remedy = "Give capacities, or a resource that every product needs directly or through its inputs."
    return ThermidorError("nothing limits the plan", "resources", remedy=remedy)


def _earned(needs: Numbers, shared: Numbers, own: Numbers, outputs: Numbers) -> tuple[Numbers, Numbers]:
    """Return the direct cost (n) of a unit, and the price of each shared limit: all goes to the scarcest."""
    paid, direct = np.zeros(len(needs)), np.zeros(len(outputs))
    if len(shared) and shared.max() >= own.max():
        scarce = int(np.argmax(shared))
        paid[scarce] = 1 / (needs[scarce] @ outputs)
        return paid[scarce] * needs[scarce], paid
    scarce = int(np.argmax(own))
    direct[scarce] = 1 / outputs[scarce]
    return direct, paid


def _share(used: Numbers, there: Numbers) -> Numbers:
    """Return the share of each limit in use; infinite where there is nothing of what is used."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(used > 0, used / there, 0.0)
