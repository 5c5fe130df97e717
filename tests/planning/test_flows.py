"""The flows of every plan add up, with what is bought abroad and what goes into new capacity."""

import numpy as np
import pytest

from thermidor.planning import honest
from thermidor.planning.catalogue import PROCEDURES
from thermidor.planning.generator import Features, draw, sparse_table
from thermidor.planning.reports import Reports


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda one: one.name)
def test_outputs_stocks_and_imports_are_flows_new_capacity_and_deliveries(procedure):
    economy = draw(Features(products=8, inputs=3, branches=3), 1).economy
    known = economy.truth.with_(stocks=0.05 * economy.truth.demand)
    plan = procedure(Reports(known), 30)
    nothing = np.zeros(len(known.products))
    there = plan.outputs + known.stocks + (nothing if plan.imports is None else plan.imports)
    gone = plan.flows.sum(axis=1) + plan.final + (nothing if plan.invested is None else plan.invested)
    np.testing.assert_allclose(gone, there, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(plan.outputs, known.outputs(plan.levels), rtol=1e-12)


def test_flows_are_made_when_asked_for_and_norms_are_not_copied():
    known = sparse_table(1000, 5, 1)
    plan = next(one for one in PROCEDURES if one.name == "leontief")(Reports(known))
    assert plan.inputs is known.inputs
    flows = plan.flows
    np.testing.assert_allclose(flows.toarray(), known.inputs.toarray() * plan.levels, rtol=1e-6)
    assert flows is not plan.flows


def test_what_techniques_take_goes_to_their_products():
    known = draw(Features(products=8, techniques=2), 1)
    plan = next(one for one in PROCEDURES if one.name == "linear-programme")(honest(known.economy))
    assert plan.flows.shape == (8, 16)
