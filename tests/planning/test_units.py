"""The units in which quantities and worth are counted change no plan."""

import numpy as np
import pytest
from scipy.sparse import csc_array, diags

from thermidor.planning import Reports, Weighted, honest
from thermidor.planning.catalogue import find
from thermidor.planning.chain import NotProductive
from thermidor.planning.generator import Features, draw
from thermidor.planning.table import Resources, table

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


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("weitzman-targets", 1e-6),
        ("market-clearing", 1e-6),
        ("arrow-hurwicz", 1e-6),
        ("primal-dual-hybrid-gradient", 1e-6),
        ("participatory-councils", 1e-6),
        ("kornai-liptak", 0.05),
    ],
)
@pytest.mark.parametrize("unit", list(UNITS))
def test_no_step_or_penalty_depends_on_units(name, near, unit):
    """In games of levels ties are broken by rounding, so that their averages agree nearly only."""
    known = draw(Features(products=12, techniques=2), seed=3)
    reports = honest(known.economy)
    usual = find(name)(reports, 300)
    other = find(name)(Reports(recounted(reports.table, UNITS[unit])), 300)
    assert other.certificate.value == pytest.approx(usual.certificate.value, rel=near)
    assert other.certificate.best == pytest.approx(usual.certificate.best, rel=near)
    assert other.certificate.violation < 1e-9
    if near < 1e-3:
        size = np.broadcast_to(UNITS[unit], len(other.outputs))
        np.testing.assert_allclose(other.outputs / size, usual.outputs, rtol=1e-3, atol=1e-6)
        np.testing.assert_allclose(other.prices * size, usual.prices, rtol=1e-3, atol=1e-6)


@pytest.mark.parametrize("name", ["weitzman-targets", "market-clearing", "kornai-liptak"])
@pytest.mark.parametrize("unit", [1.0, 1e-9, np.array([1e-7, 1.0, 1e7])], ids=str)
def test_in_any_unit_the_chain_that_cannot_reproduce_itself_is_named(name, unit):
    inputs = np.array([[0.1, 0.9, 0.2], [0.9, 0.3, 0.1], [0.1, 0.1, 0.1]])
    work = Resources(("labour",), ("hour",), np.ones((1, 3)), np.array([20.0]))
    known = table(("coal", "steel", "bread"), inputs, np.ones(3), capacities=np.full(3, 9.0), resources=work)
    with pytest.raises(NotProductive, match="coal -> steel -> coal"):
        find(name)(Reports(recounted(known, unit)))


@pytest.mark.parametrize("worth", [1e-10, 1e10])
@pytest.mark.parametrize(("procedure", "near"), [("weitzman-targets", 1e-5), ("linear-programme", 1e-6)])
def test_in_any_unit_of_worth_the_best_plan_is_found(procedure, near, worth):
    known = draw(Features(products=12, techniques=2, aim=Weighted), seed=3)
    reports = honest(known.economy)
    aim = Weighted(worth * reports.table.aim.weights)
    found = find(procedure)(Reports(reports.table.with_(aim=aim))).certificate
    assert found.value == pytest.approx(worth * known.value, rel=near)
    assert found.gap < near
