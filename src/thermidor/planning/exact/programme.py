r"""The linear programme: the best plan that the reports allow, and objectively determined valuations.

Levels z, deliveries y and, for proportional deliveries, the share t of the demand that is met:

.. math:: \max\ t \text{ or } w y \quad\text{with}\quad y - (B - A) z \le s,\; t\,d \le y,\; R z \le b,\;
   E z \le q,\; 0 \le z \le k.

The dual values of the rows are the valuations: of products, of resources, of the right to emit. Source:
Kantorovich, Mathematical Methods of Organizing and Planning Production, 1939.
"""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

import numpy as np
from scipy.optimize import OptimizeResult, linprog
from scipy.sparse import csc_array, csr_array, hstack, vstack

from thermidor.errors import ThermidorError

from ..aim import Proportional, Weighted
from ..duality import certify
from ..plan import Plan, cpu, everything_told
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Table


class Programme(NamedTuple):
    """Hold a linear programme: minimise ``cost`` x with ``rows`` x <= ``limits`` and 0 <= x <= ``bounds``.

    The first m columns are levels of techniques, the first n rows balances of products; then come
    resources, then pollutants.
    """

    cost: Numbers
    rows: csr_array
    limits: Numbers
    bounds: Numbers


def programme(known: Table) -> Programme:
    """Return the linear programme of a table; rows without a finite limit are left in, they never bind.

    Raises ThermidorError if the aim is not linear.
    """
    balances, cost, bounds = _balances(known)
    resources, pollution = known.resources, known.pollution
    more = balances.shape[1] - len(known.makes)
    shared = csr_array(np.vstack([resources.needs, pollution.emissions]))
    shared = hstack([shared, csr_array((shared.shape[0], more))])
    limits = np.concatenate([known.stocks, resources.endowments, pollution.limits])
    return Programme(cost, csr_array(vstack([balances, shared])), limits, bounds)


def net_inputs(known: Table) -> csc_array:
    """Return inputs less outputs (n x m) per unit of level."""
    m = len(known.makes)
    made = csc_array((np.ones(m), (known.makes, np.arange(m))), shape=known.inputs.shape)
    return csc_array(known.inputs - made)


def _balances(known: Table) -> tuple[csr_array, Numbers, Numbers]:
    """Return the rows of product balances, the cost and the bounds, by the aim."""
    m = len(known.makes)
    if isinstance(known.aim, Proportional):
        rows = hstack([net_inputs(known), csc_array(known.demand[:, None])])
        return csr_array(rows), np.append(np.zeros(m), -1.0), np.append(known.capacities, np.inf)
    if isinstance(known.aim, Weighted):
        net = net_inputs(known)
        return csr_array(net), known.aim.weights @ net, known.capacities
    raise ThermidorError(
        "the linear programme needs a linear aim", "aim", type(known.aim).__name__, "Use weights."
    )


@dataclass(frozen=True, slots=True)
class LinearProgramme:
    """Find the best plan by HiGHS, with its valuations; for tables of up to a thousand products."""

    name: ClassVar[str] = "linear-programme"
    source: ClassVar[str] = "Kantorovich 1939"

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the best plan.

        Raises ThermidorError if demand without limits can be met without limits.
        """
        began, known = cpu(), reports.table
        levels, prices, resource_prices, charges = solve(known)
        certificate = certify(known, levels, prices, resource_prices, charges)
        watch(1, certificate.gap)
        return Plan(
            self.name,
            levels,
            known.outputs(levels),
            known.final(levels) + known.stocks,
            prices,
            resource_prices,
            certificate,
            1,
            everything_told(known),
            cpu() - began,
            (certificate.gap,),
        )


def solve(known: Table) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Return levels, prices of products, of resources, and charges on pollutants."""
    n, r, m = len(known.products), len(known.resources.names), len(known.makes)
    wanted = programme(known)
    finite = np.isfinite(wanted.limits)
    bounds = np.column_stack([np.zeros(len(wanted.bounds)), wanted.bounds])
    found = linprog(wanted.cost, wanted.rows[finite], wanted.limits[finite], bounds=bounds, method="highs")
    if found.status != 0:
        raise _failed(found)
    duals = np.zeros(len(wanted.limits))
    duals[finite] = -found.ineqlin.marginals
    if isinstance(known.aim, Weighted):
        duals[:n] += known.aim.weights
    return np.maximum(found.x[:m], 0.0), duals[:n], duals[n : n + r], duals[n + r :]


def _failed(found: OptimizeResult) -> ThermidorError:
    unbounded = found.status == 3
    what = "no limit bounds the plan" if unbounded else f"no plan was found ({found.message})"
    remedy = "Give capacities, or a resource that every product needs." if unbounded else ""
    return ThermidorError(what, "linear-programme", remedy=remedy)
