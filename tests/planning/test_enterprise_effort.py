"""When in the month enterprises work: storming takes a month's plan and unsure supply, and is handed on."""

import numpy as np
import pytest

from thermidor.planning.enterprise.bonus import MONTHLY_BONUS, PAID_BY_PIECE, Threshold
from thermidor.planning.enterprise.chain import EVEN, Supply, answer, arrived, rhythm
from thermidor.planning.enterprise.effort import Conditions, choose, shares
from thermidor.planning.execution.facts import year
from thermidor.planning.execution.regime import RATIONING, Technology
from thermidor.planning.execution.table import standard


@pytest.mark.parametrize("punctual", [0.6, 0.75, 0.85, 1.0])
@pytest.mark.parametrize("scheme", [MONTHLY_BONUS, PAID_BY_PIECE, Threshold(above=0.5)])
def test_no_scheme_of_pay_by_itself_makes_anyone_work_at_the_end_of_the_month(scheme, punctual):
    assert shares(choose(Conditions(scheme, punctual)))[-1] < 1 / 3 + 0.04


def test_the_pace_is_the_best_of_all_that_could_be_done():
    """In the last decade with certain supply the rest of the plan is made, or nothing if it is too much."""
    pace = choose(Conditions(MONTHLY_BONUS, 1.0, cover=1.0, toil=1.0))
    ones = np.ones(3)
    work = pace.work(2, np.array([0.9, 0.5, 0.0]), ones, 0 * ones)
    toil = 1 / 3 * (3 * np.array([0.1, 0.5, 1.0])) ** 1.5
    np.testing.assert_array_equal(work > 0, toil < 1)
    assert work[0] == pytest.approx(0.1, abs=1 / 24)


def test_lots_come_as_suppliers_work():
    """Half the lots leave in the second decade, half in the third; a tenth is a decade late."""
    np.testing.assert_allclose(arrived(0.9, np.array([0.0, 0.5, 0.5])), [0.0, 0.45, 0.945])
    np.testing.assert_allclose(arrived(1.0, EVEN), [1 / 3, 2 / 3, 1])


def test_users_answer_as_chance_has_it():
    """Against a draw of a hundred thousand enterprises."""
    supply, suppliers = Supply(0.5, 4, 0.85), np.array([0.2, 0.3, 0.5])
    dice = np.random.default_rng(0)
    kinds = (100_000, 4)
    left = dice.choice(3, kinds, p=suppliers) + dice.geometric(0.85, kinds) - 1
    last = np.where(dice.random(kinds) < supply.each, 0, left).max(1)
    made = np.array([np.where(last <= d, 1 / np.maximum(3 - last, 1), 0.0).mean() for d in range(3)])
    np.testing.assert_allclose(answer(supply, suppliers), made / made.sum(), atol=0.005)


def test_late_suppliers_make_their_users_late():
    supply = Supply(0.5, 5, 0.85)
    assert answer(supply, EVEN)[-1] < rhythm(supply)[-1]
    assert answer(supply, np.array([0.1, 0.2, 0.7]))[-1] > answer(supply, EVEN)[-1]


def test_the_less_fits_the_more_storming():
    found = [rhythm(Supply(fits, 5, 0.85))[-1] for fits in (1.0, 0.8, 0.6, 0.4, 0.2)]
    assert found == sorted(found)
    assert found[0] == pytest.approx(1 / 3)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("fits", [0.4, 0.6, 0.8])
def test_the_year_carried_out_settles_where_the_chain_does(seed, fits):
    same, technology = standard(seed), Technology(fits=fits)
    kinds = same.economy.truth.inputs.nnz / len(same.economy.truth.makes)
    expected = rhythm(Supply(fits, kinds, technology.punctual))[-1]
    assert year(same, RATIONING, technology).last_decade == pytest.approx(expected, abs=0.04)
