"""Procedures side by side on the same reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from thermidor.errors import ThermidorError

from .duality import violation
from .plan import Plan
from .procedure import ENOUGH, Procedure
from .reports import Reports


@dataclass(frozen=True, slots=True, eq=False)
class Tried:
    """Hold what a procedure gave: its plan, or why there is none."""

    procedure: Procedure
    plan: Plan | None
    why_not: str = ""


def try_all(reports: Reports, procedures: Sequence[Procedure], rounds: int = ENOUGH) -> Iterator[Tried]:
    """Yield the plan of each procedure for these reports, one after another; a fault is kept, not raised."""
    for procedure in procedures:
        try:
            yield Tried(procedure, procedure(reports, rounds))
        except ThermidorError as fault:
            yield Tried(procedure, None, fault.message)


def worth(reports: Reports, plan: Plan) -> float:
    """Return what a plan's deliveries are worth by the aim, limits kept or not."""
    return reports.table.aim.value(np.maximum(plan.final, 0.0), reports.table.demand)


def overstepped(reports: Reports, plan: Plan) -> float:
    """Return the greatest relative overuse of a product, resource or capacity in a plan."""
    return violation(reports.table, plan.levels)
