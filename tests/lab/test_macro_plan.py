"""The macro model's short forms of planning match their procedures where the page says so."""

import numpy as np
import pytest

from thermidor.lab.macro_plan import FORMS, Sampled, compared, sampled
from thermidor.lab.macro_plan.balances import exactly, said_by_law
from thermidor.lab.macro_plan.compare import Form
from thermidor.lab.macro_plan.enterprises import padded
from thermidor.lab.macro_plan.page import lines, row
from thermidor.lab.macro_plan.sample import DEMOCRATIC, HISTORICAL, MARKET
from thermidor.lab.macro_plan.sectors import economy, fed, kept, ranks
from thermidor.lab.runs import find, frames
from thermidor.lab.setting import under
from thermidor.mechanisms.economy.information import InformationDistortion
from thermidor.outside import scenario
from thermidor.outside.scenario import HISTORY, Scenario, Setting
from thermidor.planning.enterprise.openness import Arm, opened
from thermidor.planning.execution.ration import served
from thermidor.planning.table import table


@pytest.fixture(scope="module")
def states():
    return sampled(draws=1)


@pytest.fixture(scope="module")
def found(states):
    return {one.form.procedure: one for one in compared(FORMS, states)}


@pytest.mark.parametrize("procedure", [form.procedure for form in FORMS])
def test_a_short_form_matches_its_procedure(found, procedure):
    one = found[procedure]
    assert one.mean <= one.form.tolerated, row(one)


@pytest.mark.parametrize(
    "procedure",
    [
        "prices that clear",
        "norms padded and capacity hidden before inspectors",
        "norms padded before open books",
        "no report asked for",
    ],
)
def test_where_states_differ_both_move_together(found, procedure):
    assert found[procedure].correlation > 0.5


def test_the_states_are_of_all_regulations_and_theories(states):
    assert {one.regulation for one in states} == {HISTORICAL, DEMOCRATIC, MARKET}
    assert len({one.theory for one in states}) == 5
    weight = {name: _weight(states, name) for name in (HISTORICAL, DEMOCRATIC, MARKET)}
    assert np.argmax(weight[HISTORICAL]) == 0
    assert np.argmax(weight[DEMOCRATIC]) == 1
    assert np.argmax(weight[MARKET]) == 2


def _weight(states: list[Sampled], regulation: str) -> list[float]:
    late = [one.now for one in states if one.regulation == regulation and one.year == 1970]
    names = ("regulator_command", "regulator_democratic", "regulator_market")
    return [float(np.mean([getattr(now, name) for now in late])) for name in names]


def test_a_form_that_says_something_else_does_not_match(states):
    """The plan of outputs a tenth too high is no plan by balances."""
    wrong = Form(
        "wrong", "exact", "gross output", 0.01, lambda one: (1.1 * exactly(one)[1], exactly(one)[1]), ""
    )
    assert not next(compared((wrong,), states[:3])).matches


def test_the_sectors_are_an_economy_that_reproduces_itself(states):
    for one in states[::12]:
        known = economy(one.now, np.ones(6))
        assert np.abs(np.linalg.eigvals(known.inputs.toarray())).max() < 0.9
        assert np.all(fed(one.now) <= np.asarray(one.now.capacity) * (1 + 1e-9))
        assert np.all(said_by_law(one) > 0)


def test_what_is_served_by_rank_fits_and_spares_the_first():
    """Coal for half of the claims: steel comes first, bread is cut; nobody uses what is not there."""
    inputs = np.array([[0.0, 1.0, 1.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
    known = table(("coal", "steel", "bread"), inputs, [0.0, 1.0, 1.0])
    able = np.array([3.0, 2.0, 4.0])
    ranked = served(known, able, np.array([1, 2]), np.zeros(3))
    alike = served(known, able, np.array([1, 1]), np.zeros(3))
    np.testing.assert_allclose(ranked, [3, 2, 1], rtol=1e-6)
    np.testing.assert_allclose(alike, [3, 1, 2], rtol=1e-6)
    spared = served(known, able, np.array([1, 1]), np.array([0.5, 0, 0]))
    assert (spared[1] + spared[2]) == pytest.approx(1.5)


def test_what_fits_is_left_as_it_is(states):
    known = economy(states[0].now, np.ones(6))
    small = 1e-3 * np.ones(6) * known.capacities.min()
    np.testing.assert_allclose(served(known, small, ranks(known, command=True), kept()), small)


def test_the_page_has_a_row_for_every_form_and_regulation(states):
    text = list(lines(states))
    assert sum(" yes | " in line or " no | " in line for line in text) == len(FORMS)
    assert sum(line.startswith("| state-capitalism") for line in text) == 3


def test_management_by_workers_makes_reports_truer():
    """The lever of who runs the plant acts on what planners are told, in every theory."""
    workers = Scenario("arm", "arm", levers={"management_mode": Setting("self-management")})
    told = {one.id: frames(find("all"), under(one), draws=2) for one in (workers, scenario(HISTORY))}
    for theory, fields in told["arm"].items():
        alone = told[HISTORY][theory]["info_distortion"]
        assert fields["info_distortion"][:, -40].mean() < alone[:, -40].mean() - 0.01, theory


@pytest.mark.parametrize("control", [0.0, 0.2, 0.4, 0.6, 0.8, 1.0])
def test_what_open_books_leave_untrue_is_the_curve_of_openness(control):
    law = InformationDistortion()
    curve = law.base + law.open_books + law.silence * np.exp(-control / law.voice)
    assert curve == pytest.approx(padded(opened(Arm(feedback=control)), short=0.0), abs=0.002)
