"""The units in which quantities and worth are counted change no plan."""

import numpy as np
import pytest
from scipy.sparse import csc_array, diags

from thermidor.planning import Reports, Weighted, honest
from thermidor.planning.catalogue import find
from thermidor.planning.generator import Features, draw
from thermidor.planning.table import Resources

UNITS = {
    "thousand millions": 1e-9,
    "thousand-millionths": 1e9,
    "of all sizes": 10.0 ** np.linspace(-7, 7, 12),
}


def recounted(known, unit):
    """Return the table with one unit of each product (n) made this many of it."""
    size = np.broadcast_to(unit, len(known.products)).astype(float)
    level = size[known.makes]
    held = known.resources
    return known.with_(
        inputs=csc_array(diags(size) @ known.inputs @ diags(1 / level)),
        resources=Resources(held.names, held.units, held.needs / level, held.endowments),
        capacities=known.capacities * level,
        demand=known.demand * size,
        achieved=known.achieved * level,
    )


CASES = [("linear-programme", unit) for unit in UNITS] + [
    ("dantzig-wolfe", unit) for unit in ("thousand millions", "thousand-millionths")
]


@pytest.mark.parametrize(("name", "unit"), CASES)
def test_in_any_unit_the_best_plan_is_found(name, unit):
    known = draw(Features(products=12, techniques=2), seed=3)
    found = find(name)(Reports(recounted(known.economy.truth, UNITS[unit]))).certificate
    assert found.value == pytest.approx(known.value, rel=1e-5)
    assert found.gap < 1e-5
    assert found.violation < 1e-6


@pytest.mark.parametrize("worth", [1e-10, 1e10])
def test_in_any_unit_of_worth_the_best_plan_is_found(worth):
    known = draw(Features(products=12, techniques=2, aim=Weighted), seed=3)
    reports = honest(known.economy)
    aim = Weighted(worth * reports.table.aim.weights)
    found = find("linear-programme")(Reports(reports.table.with_(aim=aim))).certificate
    assert found.value == pytest.approx(worth * known.value, rel=1e-6)
    assert found.gap < 1e-6
