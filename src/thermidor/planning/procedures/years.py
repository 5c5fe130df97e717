r"""The linear programme of some years and of all years after them.

.. math:: \max \sum_{t<H} \beta^t s_t + \omega\, s_H \quad\text{with}\quad A z_t + B v_t + s_t d \le z_t, \;
   R z_t \le b, \; z_t \le K_t, \; K_{t+1} = (1 - \delta) K_t + v_t, \quad v_H = \delta z_H

for fulfilment s of the basket d and new capacity v made of B. The block H is every year after the horizon
alike, living on the capacity that the horizon leaves and keeping it up; its weight is that of those years. So
capacity at the end is valued by the dual of :math:`z_H \le K_H`, each product's by what it will yield, and
nothing by a price from outside. Techniques of endless capacity need no building and do not wear; those
without capacity whose recipe is empty are not built, since nothing is known of how.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import block_array, csr_array, diags_array, identity

from ..duality import highest_levels
from ..exact.programme import Programme, net_inputs, shared_rows
from ..table import Numbers, Table

LINKS = 100  # through which it is looked how much can be made at most


@dataclass(frozen=True, slots=True)
class Course:
    """Hold how many years are planned ahead, the wear a year, what capacity takes, and how years are weighed.

    A unit of capacity takes ``roundabout`` times the inputs of a unit of output; the next year weighs
    ``patience`` times this; ``after`` years beyond the horizon count (inf: all).
    """

    horizon: int
    wear: float
    roundabout: float
    patience: float
    after: float

    def weights(self) -> Numbers:
        """Return the weight of each year's share of the basket, the last for all years after."""
        ahead = self.patience ** np.arange(self.horizon)
        if self.patience == 1:
            return np.append(ahead, self.after)
        return np.append(
            ahead, self.patience**self.horizon * (1 - self.patience**self.after) / (1 - self.patience)
        )

    def building(self, known: Table) -> csr_array:
        """Return the products (n x m) that a unit of new capacity takes."""
        return csr_array(known.inputs * self.roundabout)

    def programme(self, known: Table) -> Programme:
        """Return the programme: by year the columns levels, new capacity, share; at last levels and share."""
        m, h = len(known.makes), self.horizon
        (shared, shared_limits), built = shared_rows(known), self.building(known)
        basket, worn = csr_array(known.demand[:, None]), self.wear * np.isfinite(known.capacities)
        now, none, unit = net_inputs(known), csr_array((len(shared_limits), 1)), csr_array(identity(m))
        year = block_array([[now, built, basket], [shared, None, none]])
        rest = block_array([[now + built @ diags_array(worn), basket], [shared, none]])
        levels, added = csr_array(_part(unit, 0, 2 * m + 1)), csr_array(_part(unit, m, 2 * m + 1))
        blocks: list[list[csr_array | None]] = []
        limits: list[Numbers] = []
        for t in range(h + 1):
            own, standing = (year, levels) if t < h else (rest, _part(unit, 0, m + 1))
            old = [-((1 - self.wear) ** (t - 1 - u)) * added for u in range(t)]
            later: list[csr_array | None] = [None] * (h - t)
            blocks += [[*[None] * t, own, *later], [*old, standing, *later]]
            stocks = known.stocks if t == 0 else 0 * known.stocks
            limits += [stocks, shared_limits, known.capacities * (1 - self.wear) ** t]
        cost, upper = np.zeros(h * (2 * m + 1) + m + 1), np.full(h * (2 * m + 1) + m + 1, np.inf)
        places = [*(np.arange(1, h + 1) * (2 * m + 1) - 1), -1]
        cost[places] = -self.weights()
        new = upper[: h * (2 * m + 1)].reshape(h, -1)[:, m : 2 * m]
        new[:, ~buildable(known)] = 0.0
        rows = csr_array(block_array(blocks))
        return Programme(cost, rows, np.concatenate(limits), np.zeros(len(cost)), upper)

    def most(self, known: Table) -> Numbers:
        """Return what no column can exceed: year after year, if all that can be made went to it alone."""
        able, stocks, found = known.capacities, known.stocks, list[Numbers]()
        asked, built = known.demand > 0, self.building(known)
        for year in range(self.horizon + 1):
            levels = attainable(known, able, stocks)
            there = known.outputs(levels) + stocks
            share = np.min(there[asked] / known.demand[asked])
            new = np.where(buildable(known), reached(built, there), 0.0)
            found += [levels, new, [share]] if year < self.horizon else [levels, [share]]
            able, stocks = (1 - self.wear) * able + new, 0 * stocks
        return np.concatenate(found)


def buildable(known: Table) -> NDArray[np.bool_]:
    """Say which techniques (m) are built: those of finite capacity, if anything is known of them."""
    taken = np.diff(known.inputs.indptr) + np.count_nonzero(known.resources.needs, axis=0)
    return np.isfinite(known.capacities) & ((known.capacities > 0) | (taken > 0))


def attainable(known: Table, able: Numbers, stocks: Numbers) -> Numbers:
    """Return levels (m) that none can exceed, by capacity, resources and, link by link, inputs."""
    levels = highest_levels(known.with_(capacities=able))
    for _ in range(LINKS):
        if np.all(np.isfinite(levels)):
            break
        levels = np.minimum(levels, reached(csr_array(known.inputs), known.outputs(levels) + stocks))
    return levels


def reached(needs: csr_array, there: Numbers) -> Numbers:
    """Return the greatest amounts (m) of which each needs (n x m) alone no more than there is."""
    most, by_link = np.full(needs.shape[1], np.inf), needs.tocoo()
    used = by_link.data > 0
    row, column = (one[used] for one in by_link.coords)
    np.minimum.at(most, column, there[row] / by_link.data[used])
    return most


def _part(unit: csr_array, first: int, width: int) -> csr_array:
    """Return a matrix of ``width`` columns that picks as many as ``unit`` has, from the first."""
    many = unit.shape[0]
    return csr_array((unit.data, unit.indices + first, unit.indptr), shape=(many, width))
