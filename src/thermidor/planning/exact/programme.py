r"""The linear programme of a table: levels z, and for proportional deliveries the share t of demand met.

.. math:: \max\ t \text{ or } w y \quad\text{with}\quad (A - B) z + t\,d \le s,\; R z \le b,\; E z \le q,\;
   0 \le z \le k,\quad y = s + (B - A) z.

The dual values of the rows are the valuations: of products, of resources, of the right to emit. Source:
Kantorovich, Mathematical Methods of Organizing and Planning Production, 1939.
"""

from typing import NamedTuple

import numpy as np
from scipy.sparse import csc_array, csr_array, diags, hstack, vstack

from ..aim import Proportional, Weighted
from ..table import Numbers, Table
from .shortcut import Answer


class Programme(NamedTuple):
    """Hold a linear programme: minimise ``cost`` x, ``rows`` x <= ``limits``, ``lower`` <= x <= ``upper``.

    The first m columns are levels of techniques. The first n rows are balances of products; then come
    resources, pollutants, and what else there is.
    """

    cost: Numbers
    rows: csr_array
    limits: Numbers
    lower: Numbers
    upper: Numbers

    def in_units(self, columns: Numbers, rows: Numbers) -> "Programme":
        """Return the same programme with columns and rows counted in these units."""
        scaled = csr_array(diags(1 / rows) @ self.rows @ diags(columns))
        bounds = (self.lower / columns, self.upper / columns)
        return Programme(self.cost * columns, scaled, self.limits / rows, *bounds)

    def worth(self, unit: float) -> "Programme":
        """Return the same programme with costs counted in this unit."""
        return self._replace(cost=self.cost / unit)


def programme(known: Table, aim: Proportional | Weighted) -> Programme:
    """Return the linear programme of a table; rows without a finite limit are there too, and never bind."""
    net, m = net_inputs(known), len(known.makes)
    shared, limits = shared_rows(known)
    everything = np.concatenate([known.stocks, limits])
    if isinstance(aim, Weighted):
        rows = csr_array(vstack([net, shared]))
        return Programme(aim.weights @ net, rows, everything, np.zeros(m), known.capacities)
    asked = csc_array(known.demand[:, None])
    rows = csr_array(vstack([hstack([net, asked]), hstack([shared, csr_array((shared.shape[0], 1))])]))
    cost, upper = np.append(np.zeros(m), -1.0), np.append(known.capacities, np.inf)
    return Programme(cost, rows, everything, np.zeros(m + 1), upper)


def answer(known: Table, aim: Proportional | Weighted, columns: Numbers, duals: Numbers) -> Answer:
    """Return the plan and its valuations from the columns and row duals (zero or more) of the programme."""
    n, m, r = len(known.products), len(known.makes), len(known.resources.names)
    prices = duals[:n] + (aim.weights if isinstance(aim, Weighted) else 0.0)
    return Answer(np.maximum(columns[:m], 0.0), prices, duals[n : n + r], duals[n + r :])


def net_inputs(known: Table) -> csc_array:
    """Return inputs less outputs (n x m) per unit of level."""
    m = len(known.makes)
    made = csc_array((np.ones(m), (known.makes, np.arange(m))), shape=known.inputs.shape)
    return csc_array(known.inputs - made)


def shared_rows(known: Table) -> tuple[csr_array, Numbers]:
    """Return the rows of resources and pollutants, and their limits."""
    resources, pollution = known.resources, known.pollution
    rows = csr_array(np.vstack([resources.needs, pollution.emissions]))
    return rows, np.concatenate([resources.endowments, pollution.limits])
