r"""Units in which a procedure of prices and targets works, whatever the table is written in.

Products are counted in last year's outputs and the demand of them, or in the most that can be made, shared
limits in what there is of them, weights of an aim in their sum: so no step, tolerance or penalty
depends on tons or milligrams. What is planned is counted in the table's
own units again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csc_array, diags_array

from ..aim import Aim, Logarithmic, Proportional, Weighted
from ..certificate import DualityGap
from ..duality import highest_levels
from ..plan import Plan
from ..table import Numbers, Pollution, Resources, Table

DREAMT = 10.0  # what is asked for is no measure where it is this many times the most that can be made


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """Hold the size of a unit of each product (n), resource, pollutant, and of the aim's worth."""

    products: Numbers
    resources: Numbers
    pollutants: Numbers
    worth: float


def in_usual_units(known: Table, planned: Callable[[Table], Plan]) -> Plan:
    """Return what is planned for the table in usual units, in the units of the table."""
    units = usual(known)
    return back(known, units, planned(counted(known, units)))


def usual(known: Table) -> Units:
    """Return the units; ones throughout for an aim of a kind not known here."""
    n, r, q = len(known.products), len(known.resources.names), len(known.pollution.names)
    if not isinstance(known.aim, (Proportional, Weighted, Logarithmic)):
        return Units(np.ones(n), np.ones(r), np.ones(q), 1.0)
    products = _products(known)
    level = products[known.makes]
    resources = _shared(known.resources.needs * level, known.resources.endowments)
    pollutants = _shared(known.pollution.emissions * level, known.pollution.limits)
    return Units(products, resources, pollutants, _worth(known.aim, products))


def counted(known: Table, units: Units) -> Table:
    """Return the table in these units."""
    level, held, foul = units.products[known.makes], known.resources, known.pollution
    needs = held.needs * level / units.resources[:, None]
    emissions = foul.emissions * level / units.pollutants[:, None]
    return known.with_(
        inputs=csc_array(diags_array(1 / units.products) @ known.inputs @ diags_array(level)),
        resources=Resources(held.names, held.units, needs, held.endowments / units.resources),
        pollution=Pollution(foul.names, emissions, foul.limits / units.pollutants),
        capacities=known.capacities / level,
        stocks=known.stocks / units.products,
        demand=known.demand / units.products,
        achieved=known.achieved / level,
        imports=None if known.imports is None else known.imports / units.products,
        aim=_aim(known.aim, units),
    )


def back(known: Table, units: Units, plan: Plan) -> Plan:
    """Return a plan made in these units, in those of the table."""
    proof, worth = plan.certificate, units.worth
    if isinstance(proof, DualityGap):
        proof = replace(proof, value=proof.value * worth, best=proof.best * worth, scale=proof.scale * worth)
    return replace(
        plan,
        levels=plan.levels * units.products[known.makes],
        inputs=known.inputs,
        outputs=plan.outputs * units.products,
        final=plan.final * units.products,
        prices=plan.prices * worth / units.products,
        resource_prices=plan.resource_prices * worth / units.resources,
        charges=None if plan.charges is None else plan.charges * worth / units.pollutants,
        certificate=proof,
    )


def _products(known: Table) -> Numbers:
    """Return last year's outputs (n) and the demand, if so much can be made at all; or the most that can."""
    used = known.outputs(known.achieved) + known.demand
    most = known.outputs(np.maximum(highest_levels(known), 0.0)) + known.stocks
    sizes = np.where((used > 0) & ~((most > 0) & (DREAMT * most < used)), used, most)
    return np.where((sizes > 0) & np.isfinite(sizes), sizes, 1.0)


def _shared(uses: Numbers, there: Numbers) -> Numbers:
    """Return what there is of shared limits; of those without end or empty, the greatest use by a level."""
    greatest = uses.max(axis=1, initial=0.0)
    return np.where(np.isfinite(there) & (there > 0), there, np.where(greatest > 0, greatest, 1.0))


def _worth(aim: Aim, products: Numbers) -> float:
    """Return what a unit of everything is worth: of fixed baskets, one."""
    if isinstance(aim, Weighted):
        return float(aim.weights @ products) or 1.0
    return float(aim.weights.sum()) or 1.0 if isinstance(aim, Logarithmic) else 1.0


def _aim(aim: Aim, units: Units) -> Aim:
    if isinstance(aim, Weighted):
        return Weighted(aim.weights * units.products / units.worth)
    return Logarithmic(aim.weights / units.worth) if isinstance(aim, Logarithmic) else aim
