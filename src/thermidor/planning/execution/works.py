"""Enterprises at work: who uses what of whom, what each was told to make and what it can make."""

from dataclasses import dataclass

import numpy as np

from ..enterprise.population import Enterprises
from ..plan import Plan
from ..table import Indices, Numbers, Table
from ..truth import Economy

MONTHS = 12


@dataclass(frozen=True, slots=True, eq=False)
class Works:
    """Hold N enterprises and the links on which they are supplied, stored by enterprise.

    Link k brings product ``product[k]`` to enterprise ``user[k]``, which needs ``need[k]`` of it a unit
    made; ``start`` (N + 1) is where each enterprise's links begin. ``makes`` (N), monthly ``plan`` (N) and
    ``capacity`` (N), as far as it is shown, are in units of products; ``padding`` (N) is on all it asks for.
    """

    makes: Indices
    product: Indices
    user: Indices
    start: Indices
    need: Numbers
    plan: Numbers
    capacity: Numbers
    padding: Numbers


def works(true: Table, enterprises: Enterprises, plan: Plan) -> Works:
    """Return the enterprises with their part of the plan, by the capacity that they reported."""
    technique, inputs = enterprises.technique, true.inputs[:, enterprises.technique]
    told = enterprises.capacity * (1 - enterprises.hidden)
    part = told / np.bincount(technique, told)[technique]
    return Works(
        makes=true.makes[technique],
        product=inputs.indices,
        user=np.repeat(np.arange(len(technique)), np.diff(inputs.indptr)),
        start=inputs.indptr,
        need=inputs.data,
        plan=np.maximum(plan.levels[technique], 0.0) * part / MONTHS,
        capacity=told / MONTHS,
        padding=enterprises.padding,
    )


def kinds(economy: Economy) -> int:
    """Return how many kinds of inputs a technique needs, on average."""
    return round(economy.truth.inputs.nnz / len(economy.truth.makes))
