"""Losses add up, and the tables of convergence and losses say what they should."""

from dataclasses import replace

import numpy as np
import pytest

from thermidor.planning.catalogue import find
from thermidor.planning.convergence import economies, heads, line, measured
from thermidor.planning.execution.loss import Trial
from thermidor.planning.execution.table import rows, standard
from thermidor.planning.procedures.democratic import DemocraticPlanning

NAMES = ("linear-programme", "material-balances", "dantzig-wolfe", "market-clearing", "democratic-planning")


@pytest.fixture(scope="module")
def same() -> Trial:
    return standard(1)


def test_an_honest_report_loses_nothing_by_information(same):
    open_ = replace(same, reports=same.truth)
    found = {(r.procedure, r.allowed): r.loss for r in rows(open_, [find(name) for name in NAMES], (1, 100))}
    assert len(found) == 2 * len(NAMES)
    assert all(loss is not None and abs(loss.information) < 1e-9 for loss in found.values())
    first, last = found["dantzig-wolfe", 1], found["dantzig-wolfe", 100]
    assert first is not None
    assert last is not None
    assert first.procedure > last.procedure + 0.01
    assert last.procedure < 1e-4


def test_open_books_win_back_part_of_what_reports_hide(same):
    """What last year's public results show is used, whatever is reported since."""
    books, closed = (DemocraticPlanning(open_books=one) for one in (True, False))
    lost = [same.loss(one(same.truth), one(same.reports)) for one in (books, closed)]
    assert lost[0].information < lost[1].information - 0.05
    assert lost[0].whole < lost[1].whole


def test_convergence_is_measured_against_the_known_best():
    found = measured(find("dantzig-wolfe"), economies(find("dantzig-wolfe"), 3, 12), (1, 3, 30))
    assert found.by_round[0] > found.by_round[1] > 0.01
    assert found.worst < 1e-6
    assert found.most_rounds <= 15
    assert line(found).count("|") == heads((1, 3, 30))[0].count("|")
    balances = measured(find("material-balances"), economies(find("material-balances"), 3, 12), (1, 2))
    assert balances.worst < 1e-9
    assert np.all(np.diff(balances.by_round) < 0)
