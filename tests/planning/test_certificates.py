"""What certificates say of plans for small, odd and hopeless tables: never more than is so."""

import numpy as np
import pytest

from thermidor.planning import Proportional, Reports, Weighted, table
from thermidor.planning.catalogue import find
from thermidor.planning.certificate import DualityGap
from thermidor.planning.exact import BEST
from thermidor.planning.generator import Features, draw
from thermidor.planning.procedures.harmony import Harmony
from thermidor.planning.table import Resources

RECIPES = np.array([[0.1, 0.4], [0.2, 0.1]])
LABOUR = Resources(("labour",), ("h",), np.ones((1, 2)), np.array([10.0]))


def small(demand, **more):
    given = {"resources": LABOUR, "capacities": [5.0, 5.0], "achieved": [2.0, 2.0]}
    return Reports(table(("coal", "steel"), RECIPES, demand, **(given | more)))


BY_PRICES = ("linear-programme", "dantzig-wolfe", "weitzman-targets", "kornai-liptak", "consumer-feedback")


@pytest.mark.parametrize("name", BY_PRICES)
def test_no_plan_is_called_best_because_little_can_be_had_of_what_is_asked(name):
    """Asked for a thousand million times more than can be made, half of the best is still but a half."""
    reports = small([1e9, 2e9])
    best, plan = BEST(reports).certificate, find(name)(reports).certificate
    assert best.gap < 1e-6
    assert plan.gap >= 1 - plan.value / best.value - 1e-6


def test_the_unit_of_weights_changes_no_gap():
    gaps = []
    for unit in (1.0, 1e-8):
        reports = small([1.0, 1.0], aim=Weighted(unit * np.array([1.0, 2.0])))
        value = reports.table.aim.value(np.ones(2), reports.table.demand)
        gaps.append(DualityGap(value, 2 * value, 0.0, reports.table.aim.scale(reports.table.demand)).gap)
    assert gaps == pytest.approx([0.5, 0.5])
    assert DualityGap(1.0, np.inf, 0.0, Proportional().scale(np.ones(2))).gap == np.inf


@pytest.mark.parametrize("times", [0.2, 1.0, 10.0])
@pytest.mark.parametrize("seed", [0, 1, 6])
def test_harmony_starves_nobody_and_is_worth_no_more_than_it_proves(seed, times):
    """However much is asked: of what can be given of all alike every product has a fifth at least."""
    known = draw(Features(products=20), seed).economy.truth
    asked = known.with_(demand=times * known.demand)
    plan = Harmony()(Reports(asked))
    alike = BEST(Reports(asked)).certificate.value
    assert np.min(plan.final / asked.demand) >= 0.2 * min(1.0, alike) * (1 - 1e-6)
    assert plan.certificate.value <= plan.certificate.best + 1e-9
    assert plan.certificate.violation < 1e-9
