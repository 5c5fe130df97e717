"""Where a plan meets its limits: bottlenecks, and what one unit more of each limit is worth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from .plan import Plan
from .table import Numbers, Table

FULL = 1 - 1e-6  # share in use from which a limit counts as met


@dataclass(frozen=True, slots=True)
class Limit:
    """Say how far a limit of some kind is used, and what one unit more is worth in units of the aim."""

    kind: str
    name: str
    unit: str
    used: float
    there: float
    worth: float

    @property
    def share(self) -> float:
        """Return the share in use."""
        if self.there > 0:
            return self.used / self.there
        return np.inf if self.used > 0 else 0.0


def limits(known: Table, plan: Plan) -> list[Limit]:
    """Return the limits of resources, pollutants and finite capacities, the most used first."""
    found = [*_resources(known, plan), *_pollutants(known, plan), *_capacities(known, plan)]
    return sorted(found, key=lambda one: (-one.share, -one.worth * one.there))


def bottlenecks(known: Table, plan: Plan) -> list[Limit]:
    """Return the limits that the plan uses wholly, or oversteps, the one that would give most first."""
    full = [one for one in limits(known, plan) if one.share >= FULL]
    return sorted(full, key=lambda one: -one.worth * one.there)


def rents(known: Table, plan: Plan) -> Numbers:
    """Return what each technique (m) earns over inputs and resources, per unit of level; at least zero."""
    cost = known.inputs.T @ plan.prices + known.resources.needs.T @ plan.resource_prices
    if plan.charges is not None:
        cost = cost + known.pollution.emissions.T @ plan.charges
    return np.maximum(plan.prices[known.makes] - cost, 0.0)


def _resources(known: Table, plan: Plan) -> Iterator[Limit]:
    held = known.resources
    used = held.needs @ plan.levels
    yield from _limits("resource", held.names, held.units, used, held.endowments, plan.resource_prices)


def _pollutants(known: Table, plan: Plan) -> Iterator[Limit]:
    held = known.pollution
    units = ("unit",) * len(held.names)
    worth = np.zeros(len(held.names)) if plan.charges is None else plan.charges
    yield from _limits("pollutant", held.names, units, held.emissions @ plan.levels, held.limits, worth)


def _capacities(known: Table, plan: Plan) -> Iterator[Limit]:
    finite = np.flatnonzero(np.isfinite(known.capacities) & (known.capacities > 0))
    names = [known.techniques[int(j)] for j in finite]
    units = [known.units[int(known.makes[j])] for j in finite]
    worth = rents(known, plan)[finite]
    yield from _limits("capacity", names, units, plan.levels[finite], known.capacities[finite], worth)


def _limits(
    kind: str, names: Sequence[str], units: Sequence[str], used: Numbers, there: Numbers, worth: Numbers
) -> Iterator[Limit]:
    for name, unit, u, t, w in zip(names, units, used, there, worth, strict=True):
        if np.isfinite(t):
            yield Limit(kind, name, unit, float(u), float(t), float(w))
