"""The best plan made again after a change: HiGHS from its last basis, PDLP from its last columns and duals.

HiGHS takes a basis, and what has changed costs a few steps of the simplex method; a plan alone (columns
without their basis) was tried as a start and saves nothing. PDLP takes columns and duals. Both need a table
of the same shape: other demand, capacities, endowments or recipes, but not other products or techniques.
"""

from typing import NamedTuple

from thermidor.errors import ThermidorError

from ..aim import Proportional, Weighted
from ..plan import Plan, cpu
from ..procedure import unwatched
from ..reports import Reports
from . import first_order, highs
from .first_order import Near
from .highs import Solved
from .kantorovich import FirstOrderProgramme, LinearProgramme, best_plan
from .programme import Programme, answer, programme
from .shortcut import unlimited
from .sizes import usual


class Standing(NamedTuple):
    """Hold a plan and where its solver ended, for the next plan to start from."""

    plan: Plan
    end: Solved


class Nearly(NamedTuple):
    """Hold a nearly best plan and where PDLP ended, in the table's own units."""

    plan: Plan
    end: Near


def best(reports: Reports, last: Standing | None = None) -> Standing:
    """Return the best plan, sought from where the last one ended.

    Raises ThermidorError if nothing limits the plan, the aim is not linear, or the shape has changed.
    """
    began, known = cpu(), reports.table
    aim, wanted = _programme(reports)
    if last is not None and len(last.end.columns) != len(wanted.cost):
        raise _reshaped()
    try:
        found = highs.solve(wanted, None if last is None else last.end.basis)
    except highs.Unbounded:
        raise unlimited() from None
    told = answer(known, aim, found.columns, found.duals)
    return Standing(best_plan(LinearProgramme.name, known, told, began, unwatched), found)


def nearly(
    reports: Reports, last: Nearly | None = None, tolerance: float = 1e-6, seconds: float = 600.0
) -> Nearly:
    """Return a nearly best plan by PDLP, sought from where the last one ended.

    Raises ThermidorError if the aim is not linear, or the shape has changed.
    """
    began, known = cpu(), reports.table
    aim, wanted = _programme(reports)
    width, height = usual(known, len(wanted.cost))
    if last is not None and len(last.end.columns) != len(width):
        raise _reshaped()
    start = None if last is None else Near(last.end.columns / width, last.end.duals * height, 0)
    found = first_order.solve(wanted.in_units(width, height), tolerance, seconds, start)
    end = Near(found.columns * width, found.duals / height, found.steps)
    told = answer(known, aim, end.columns, end.duals)
    return Nearly(best_plan(FirstOrderProgramme.name, known, told, began, unwatched), end)


def _programme(reports: Reports) -> tuple[Proportional | Weighted, Programme]:
    aim = reports.table.aim
    if not isinstance(aim, Proportional | Weighted):
        raise ThermidorError("only linear aims are planned again", "aim", type(aim).__name__)
    return aim, programme(reports.table, aim)


def _reshaped() -> ThermidorError:
    remedy = "Plan anew where products or techniques have come or gone."
    return ThermidorError(
        "the last plan was for another list of products or techniques", "last", remedy=remedy
    )
