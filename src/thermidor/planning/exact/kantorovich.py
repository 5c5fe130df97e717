"""The best plan that the reports allow, with objectively determined valuations."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from thermidor.errors import ThermidorError

from ..aim import Logarithmic, Proportional, Weighted
from ..duality import certify
from ..plan import Plan, cpu, everything_told
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Table
from . import concave, first_order, highs, shortcut
from .productive import chain_of
from .programme import Programme, answer, programme
from .shortcut import Answer, must_ask, unlimited
from .sizes import usual


@dataclass(frozen=True, slots=True)
class LinearProgramme:
    """Find the best plan by HiGHS, with its valuations; for tables of up to a thousand products.

    With one technique for each product no programme is solved: see
    :mod:`thermidor.planning.exact.shortcut`. A logarithmic aim is reached by tangents.
    """

    name: ClassVar[str] = "linear-programme"
    source: ClassVar[str] = "Kantorovich 1939"

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the best plan.

        Raises ThermidorError if nothing limits the plan, or if a chain of products cannot reproduce itself.
        """
        began, known = cpu(), reports.table
        return best_plan(self.name, known, _solved(known, watch), began, watch)


@dataclass(frozen=True, slots=True)
class FirstOrderProgramme:
    """Find a nearly best plan by PDLP, in a process of its own; for up to a hundred thousand products.

    ``tolerance`` is relative, of the solver; what it reached is in the certificate. Linear aims only.
    """

    name: ClassVar[str] = "first-order-programme"
    source: ClassVar[str] = "Applegate et al. 2021, after Arrow and Hurwicz 1960"
    tolerance: float = 1e-6
    seconds: float = 600.0

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the plan that the tolerance or the time allows.

        Raises ThermidorError if the aim is not linear, nothing is asked for, or nothing limits the plan.
        """
        began, known = cpu(), reports.table
        if isinstance(known.aim, Proportional | Weighted):
            must_ask(known)
            wanted = programme(known, known.aim)
            width, height = usual(known, len(wanted.cost))
            near = first_order.solve(wanted.in_units(width, height), self.tolerance, self.seconds)
            found = answer(known, known.aim, near.columns * width, near.duals / height)
            made = best_plan(self.name, known, found, began, watch)
            if np.isinf(made.certificate.gap):
                raise unlimited()
            return made
        raise _not_linear(known)


def best_plan(name: str, known: Table, found: Answer, began: float, watch: Watch) -> Plan:
    """Return the plan of an answer, certified by its own prices; ``began`` in CPU seconds."""
    certificate = certify(known, *found)
    watch(1, certificate.gap)
    return Plan(
        name,
        found.levels,
        known.inputs,
        known.outputs(found.levels),
        known.final(found.levels) + known.stocks,
        known.aim.supported(np.maximum(found.prices, 0.0), known.demand),
        found.resource_prices,
        certificate,
        1,
        everything_told(known),
        cpu() - began,
        (certificate.gap,),
        found.charges,
    )


def _solved(known: Table, watch: Watch) -> Answer:
    must_ask(known)
    if shortcut.applies(known):
        return shortcut.scaled(known, watch)
    if isinstance(known.aim, Logarithmic):
        found = concave.best(known, known.aim, _highs)
    elif isinstance(known.aim, Proportional | Weighted):
        found = answer(known, known.aim, *_highs(programme(known, known.aim)))
    else:
        raise _not_linear(known)
    if not np.any(found.levels > 0):
        fault = chain_of(known)
        if fault:
            raise fault
    return found


def _highs(wanted: Programme) -> tuple[Numbers, Numbers]:
    """Return the columns and the duals (zero or more) of the rows."""
    try:
        found = highs.solve(wanted)
    except highs.Unbounded:
        raise unlimited() from None
    return found.columns, found.duals


def _not_linear(known: Table) -> ThermidorError:
    aim = type(known.aim).__name__
    return ThermidorError("this procedure knows no such aim", "aim", aim, "Use Proportional or Weighted.")
