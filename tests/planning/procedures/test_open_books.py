"""Open books: what reports cannot be true is corrected, and said; a table beyond mending is refused."""

import numpy as np
import pytest

from thermidor.errors import ThermidorError
from thermidor.planning import Reports, honest, table
from thermidor.planning.generator import Features, draw
from thermidor.planning.plain import plain
from thermidor.planning.procedures.democratic import DemocraticPlanning
from thermidor.planning.table import Resources

LABOUR = Resources(("labour",), ("h",), np.full((1, 2), 0.1), np.array([20.0]))


def reported(coal, steel, **more):
    return Reports(
        table(
            ("coal", "steel"),
            np.array([coal, steel]),
            [20.0, 60.0],
            resources=LABOUR,
            achieved=[100.0, 100.0],
            **more,
        )
    )


def test_a_chain_that_cannot_reproduce_itself_even_as_corrected_is_refused_as_reported():
    with pytest.raises(ThermidorError, match=r"coal -> coal cannot reproduce itself; .* takes 1\.2 units"):
        DemocraticPlanning()(reported([0.6, 0.6], [0.9, 0.3]))


def test_a_chain_that_correction_lets_reproduce_itself_is_planned_and_told():
    plan = DemocraticPlanning()(reported([1.2, 0.6], [0.3, 0.1]))
    cut, chain = plan.notes
    assert "norms of coal to 0.556 of what is reported" in cut
    assert "180 unit were used last year; there were 100" in cut
    assert "As reported, the economy is not productive: the chain coal -> coal" in chain
    assert plan.final[0] > 0
    shut = DemocraticPlanning(open_books=False)
    with pytest.raises(ThermidorError, match="coal -> coal cannot reproduce itself"):
        shut(reported([1.2, 0.6], [0.3, 0.1]))


def test_norms_and_capacities_that_last_year_contradicts_are_told_by_name():
    plan = DemocraticPlanning()(reported([0.2, 0.1], [0.7, 0.6], capacities=[90.0, 200.0]))
    norms, capacities = plan.notes
    assert "steel to 0.769" in norms
    assert "coal to 100 (reported: 90)" in capacities
    many = table(
        [f"good {i}" for i in range(6)],
        np.full((6, 6), 0.3),
        np.ones(6),
        capacities=np.full(6, 5.0),
        achieved=np.array([9.0, 1.0, 1.0, 1.0, 1.0, 1.0]),
    )
    notes = DemocraticPlanning()(Reports(many)).notes
    assert notes[0].count("of what is reported") == 3
    assert "and 2 more." in notes[0]


def test_honest_books_need_no_word():
    reports = honest(draw(Features(products=20, growth=0.0, scatter=0.0), 1).economy)
    plan = DemocraticPlanning()(reports)
    assert plan.notes == ()
    assert plain(reports, plan)["notes"] == []
