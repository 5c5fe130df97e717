"""Losses add up, and the tables of convergence and losses say what they should."""

import numpy as np
import pytest

from thermidor.planning import honest, misreported
from thermidor.planning.catalogue import find
from thermidor.planning.convergence import economies, heads, line, measured
from thermidor.planning.generator import Features, draw
from thermidor.planning.losses import losses, worth_of
from thermidor.planning.oracle import oracle

NAMES = ("linear-programme", "material-balances", "dantzig-wolfe", "market-clearing", "democratic-planning")


@pytest.fixture(scope="module")
def economy():
    return draw(Features(products=16), 1).economy


def test_an_honest_report_loses_nothing_but_by_procedure(economy):
    found = list(losses(economy, honest(economy), [find(name) for name in NAMES], (1, 100)))
    assert len(found) == 2 * len(NAMES)
    assert all(abs(one.information) < 1e-6 for one in found)
    assert found[0].procedural == pytest.approx(0.0, abs=1e-6)
    assert all(one.execution is None for one in found)
    by_name = {(one.procedure, one.rounds): one.procedural for one in found}
    assert by_name["dantzig-wolfe", 1] > by_name["dantzig-wolfe", 100] + 0.01
    assert by_name["dantzig-wolfe", 100] < 1e-6


def test_the_parts_add_up_to_the_whole(economy):
    reports = misreported(economy, padding=0.1, hidden=0.1)
    best = worth_of(oracle(economy), economy.truth)

    def execute(true, plan):
        return 0.5 * worth_of(plan, reports.table)

    for one in losses(economy, reports, [find("dantzig-wolfe")], (3, 50), execute):
        assert one.information > 0.1
        assert one.execution is not None
        left = (best - one.information - one.procedural) / 2
        assert one.whole == pytest.approx(best - left)


def test_open_books_win_back_part_of_what_reports_hide():
    economy = draw(Features(products=16, growth=0.0, scatter=0.0), 1).economy
    reports = misreported(economy, padding=0.1, hidden=0.2)
    [one] = losses(economy, reports, [find("democratic-planning")], (30,))
    assert one.procedural < -0.05
    assert one.information + one.procedural > -1e-6


def test_a_procedure_that_cannot_is_told_of_once(economy):
    two = draw(Features(products=6, techniques=2), 1).economy
    [one] = losses(two, honest(two), [find("leontief")], (1, 3))
    assert "technique" in one.why_not


def test_convergence_is_measured_against_the_known_best():
    found = measured(find("dantzig-wolfe"), economies(find("dantzig-wolfe"), 3, 12), (1, 3, 30))
    assert found.by_round[0] > found.by_round[1] > 0.01
    assert found.worst < 1e-6
    assert found.most_rounds <= 15
    assert line(found).count("|") == heads((1, 3, 30))[0].count("|")
    balances = measured(find("material-balances"), economies(find("material-balances"), 3, 12), (1, 2))
    assert balances.worst < 1e-9
    assert np.all(np.diff(balances.by_round) < 0)
