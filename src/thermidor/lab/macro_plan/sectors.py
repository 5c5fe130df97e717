"""The macro model's six sectors as an economy for the procedures of planning."""

import numpy as np
from scipy.sparse import csc_array

from ...frame.axes import SECTORS, A, C
from ...frame.change import Add, Set
from ...frame.example import year
from ...frame.mechanism import Mechanism
from ...frame.state import State
from ...mechanisms.economy.balance import coefficients
from ...mechanisms.economy.material_balances import MaterialBalances
from ...mechanisms.economy.supply_limits import SupplyLimits
from ...planning.aim import Aim, Logarithmic
from ...planning.table import Indices, Numbers, Table, table

LITTLE = 0.005  # of all demand: as little as buyers ask for of any product
QUIET = year()


def aims(now: State) -> Numbers:
    """Return the final products that the aims of the leadership call for, GDP of 1913 = 100."""
    return np.asarray(MaterialBalances().aims(now), float)


def bought(now: State) -> Numbers:
    """Return the final products that buyers ask for in shops: what villages eat of their own is not sold."""
    wanted, eaten = aims(now).copy(), kept()[A] * np.asarray(now.capacity, float)[A]
    wanted[A] = max(wanted[A] - eaten, LITTLE * wanted.sum())
    return wanted


def economy(now: State, wanted: Numbers, aim: Aim | None = None) -> Table:
    """Return the table: the model's own inputs a unit, last year's output, capacity that mills can feed."""
    return table(
        SECTORS,
        np.asarray(coefficients(now), float),
        wanted,
        capacities=fed(now),
        achieved=np.asarray(now.gross_output, float),
        aim=aim,
    )


def on_sale(known: Table) -> Table:
    """Return the table in which villages eat their part of farm output before anything is sold."""
    inputs = known.inputs.toarray()
    inputs[A, A] += kept()[A]
    return known.with_(inputs=csc_array(inputs))


def said(law: Mechanism, now: State, name: str) -> Numbers:
    """Return what a mechanism sets a field to, or adds to it, in a quiet year."""
    changes = [one for one in law(now, QUIET) if isinstance(one, Set | Add) and one.name == name]
    return np.atleast_1d(np.asarray(changes[0].value, float))


def household(wanted: Numbers) -> Logarithmic:
    """Return the aim of buyers who spend on each product in fixed parts."""
    return Logarithmic(wanted / wanted.sum())


def fed(now: State) -> Numbers:
    """Return capacity, that of consumer goods as far as farm deliveries fill the mills."""
    law, capacity = SupplyLimits(), np.asarray(now.capacity, float).copy()
    delivered = float(now.grain_delivered / now.town_people) / law.market_need
    capacity[C] *= float(np.clip(delivered, 0.02, 1.0)) ** law.raw
    return capacity


def kept() -> Numbers:
    """Return the share of each product that final use keeps, whatever producers ask for."""
    left = np.zeros(len(SECTORS))
    for source, share, _, power in SupplyLimits().order():
        left[source] = 1 - share if power is None else left[source]
    return left


def ranks(known: Table, command: bool) -> Indices:
    """Return the rank of each link: own use and farms come first, then under command those with priority."""
    first = {source: who for source, _, who, _ in SupplyLimits().order()}
    product = known.inputs.indices
    user = np.repeat(np.arange(len(known.makes)), np.diff(known.inputs.indptr))
    before = (product == user) | (user == A)
    leading = np.array([first[p][u] > 0 if p in first else False for p, u in zip(product, user, strict=True)])
    return np.where(before, 0, np.where(leading & command, 1, 2))
