"""Leontief's plan: the outputs that deliver the demand asked for, by solving the balances exactly."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from scipy.sparse import csc_array, identity
from scipy.sparse.linalg import splu

from thermidor.errors import ThermidorError

from ..balance import TOLERANCE, Balance, prove, solve, values
from ..chain import NotProductive
from ..kernel import arrays, imbalance
from ..plan import Plan, cpu, everything_told
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Numbers, Table


@dataclass(frozen=True, slots=True)
class Leontief:
    """Deliver the demand exactly, by sweeps over the recipes; for up to tens of millions of products.

    What stocks cover of the demand is not made. ``tolerance`` is the residual over final demand at which
    sweeps end. Prices are full costs in the first resource (labour values, where that is labour); without a
    resource, prices at which every recipe pays. The history is by sweep: the residual over final demand,
    valued.
    """

    name: ClassVar[str] = "leontief"
    source: ClassVar[str] = "Leontief 1936; Cockshott and Cottrell 1993"
    tolerance: float = TOLERANCE

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the plan.

        Raises ThermidorError if a product has several techniques, or if a chain cannot reproduce itself.
        """
        began, known = cpu(), leontief_table(reports)
        try:
            found = solve(known.inputs, asked(known), self.tolerance, watch=watch)
            prices = full_costs(known, found)
        except NotProductive as fault:
            raise fault.named(known.products) from None
        return balanced_plan(self.name, known, found, prices, began)


@dataclass(frozen=True, slots=True)
class LeontiefDirect:
    """Deliver the demand exactly, by factors of the sparse matrix; for up to a few thousand products."""

    name: ClassVar[str] = "leontief-direct"
    source: ClassVar[str] = "Leontief 1936"

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the plan.

        Raises ThermidorError if a product has several techniques, or if a chain cannot reproduce itself.
        """
        began, known = cpu(), leontief_table(reports)
        try:
            proof, left = prove(known.inputs)
        except NotProductive as fault:
            raise fault.named(known.products) from None
        wanted = asked(known)
        outputs = splu(csc_array(identity(len(known.products)) - known.inputs)).solve(wanted)
        residual = imbalance(*arrays(known.inputs), outputs, wanted)
        found = Balance(known.inputs, wanted, outputs, residual, proof, left, 1, ())
        watch(1, found.certificate.residual)
        return balanced_plan(self.name, known, found, full_costs(known, found), began)


def asked(known: Table) -> Numbers:
    """Return the final demand (n) that stocks do not cover."""
    return np.maximum(known.demand - known.stocks, 0.0)


def leontief_table(reports: Reports) -> Table:
    """Return the reported table; raises ThermidorError if a product has not exactly one technique."""
    if not reports.table.one_technique:
        counts = np.bincount(reports.table.makes, minlength=len(reports.table.products))
        product = reports.table.products[int(np.argmax(counts != 1))]
        raise ThermidorError(
            "Leontief's plan needs one technique for each product",
            "techniques",
            product,
            "Choose a procedure that chooses techniques, as linear-programme.",
        )
    return reports.table


def full_costs(known: Table, found: Balance) -> Numbers:
    """Return full costs (n) in the first resource; without one, prices at which every recipe pays."""
    if len(known.resources.names) == 0:
        return found.proof
    return values(known.inputs, known.resources.needs[0])


def balanced_plan(name: str, known: Table, found: Balance, prices: Numbers, began: float) -> Plan:
    """Return the plan of balanced outputs, made since ``began`` in CPU seconds."""
    resource_prices = np.zeros(len(known.resources.names))
    resource_prices[:1] = 1.0
    return Plan(
        name,
        found.outputs,
        known.inputs,
        found.outputs,
        found.demand - found.residual + known.stocks,
        prices,
        resource_prices,
        found.certificate,
        1,
        everything_told(known),
        cpu() - began,
        found.history or (found.certificate.residual,),
    )
