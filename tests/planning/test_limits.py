"""Where a plan meets its limits, and procedures side by side."""

import numpy as np
import pytest

from thermidor.planning import Pollution, Reports, Resources, honest, table
from thermidor.planning.compare import overstepped, try_all, worth
from thermidor.planning.exact.kantorovich import LinearProgramme
from thermidor.planning.exact.leontief import Leontief
from thermidor.planning.generator import Features, draw
from thermidor.planning.limits import bottlenecks, limits, rents
from thermidor.planning.procedures.dantzig_wolfe import DantzigWolfe


def reports(**changes):
    held = Resources(
        ("labour", "land"), ("h", "ha"), np.array([[1.0, 2.0], [1.0, 0.0]]), np.array([10.0, 50.0])
    )
    made = table(("bread", "cloth"), np.array([[0.0, 0.0], [0.0, 0.5]]), [1.0, 1.0], resources=held)
    return Reports(made.with_(**changes))


def test_the_scarce_resource_is_the_bottleneck_and_its_worth_is_told():
    told = reports()
    plan = LinearProgramme()(told)
    [scarce] = bottlenecks(told.table, plan)
    assert (scarce.kind, scarce.name, scarce.unit) == ("resource", "labour", "h")
    assert scarce.share == pytest.approx(1.0)
    # One hour more gives a fifth of the worth of five hours a basket.
    more = reports(
        resources=Resources(
            ("labour", "land"), ("h", "ha"), told.table.resources.needs, np.array([11.0, 50.0])
        )
    )
    assert worth(more, LinearProgramme()(more)) - worth(told, plan) == pytest.approx(scarce.worth)
    assert [one.name for one in limits(told.table, plan)] == ["labour", "land"]


def test_a_binding_capacity_earns_a_rent_and_pollution_can_bind():
    told = reports(capacities=np.array([1.5, np.inf]))
    plan = LinearProgramme()(told)
    assert bottlenecks(told.table, plan)[0].kind == "capacity"
    assert rents(told.table, plan)[0] == pytest.approx(1.0)
    smoke = Pollution(("smoke",), np.array([[0.0, 1.0]]), np.array([1.0]))
    told = reports(pollution=smoke)
    plan = LinearProgramme()(told)
    assert plan.certificate.value == pytest.approx(0.5)
    assert plan.certificate.gap < 1e-9
    [scarce] = bottlenecks(told.table, plan)
    assert (scarce.name, scarce.worth) == ("smoke", pytest.approx(0.5))
    assert rents(told.table, plan).max() == pytest.approx(0.0, abs=1e-9)
    mixed = DantzigWolfe()(reports(pollution=smoke, capacities=np.array([9.0, 9.0])))
    assert mixed.charges == pytest.approx([0.5])


def test_known_bottlenecks_are_found():
    known = draw(Features(products=30, techniques=2, binding=0.3), seed=8)
    truth = known.economy.truth
    plan = LinearProgramme()(honest(known.economy))
    full = {one.name for one in bottlenecks(truth, plan) if one.kind == "capacity"}
    binding = {truth.techniques[int(j)] for j in np.flatnonzero(truth.capacities == known.levels)}
    assert full == binding


def test_a_plan_beyond_the_limits_is_seen_to_be():
    told = reports(demand=np.array([4.0, 4.0]))
    [tried] = try_all(told, [Leontief()])
    assert worth(told, tried.plan) == pytest.approx(1.0)
    assert overstepped(told, tried.plan) == pytest.approx(1.0)  # twenty hours of ten


def test_a_fault_is_kept_beside_the_plans():
    told = honest(draw(Features(products=8, techniques=2), seed=1).economy)
    first, second = try_all(told, [Leontief(), LinearProgramme()])
    assert first.plan is None
    assert "one technique" in first.why_not
    assert second.plan is not None
