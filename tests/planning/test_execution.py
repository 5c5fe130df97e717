"""Plans carried out: facts with their counter-cases, and a loss whose parts add up to the whole."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from thermidor.planning.enterprise.bonus import MONTHLY_BONUS, PAID_BY_PIECE
from thermidor.planning.enterprise.cover import CHOICE
from thermidor.planning.enterprise.padding import INSPECTORS
from thermidor.planning.enterprise.population import Setting, populate
from thermidor.planning.exact import BEST, Leontief
from thermidor.planning.execution.budget import budget, by_groups, campaign
from thermidor.planning.execution.computing import (
    DAY,
    INPUTS,
    KINDS,
    NOMENCLATURE,
    Power,
    as_done,
    balances_of,
    by_depth,
    by_number,
    campaigns,
    powers,
)
from thermidor.planning.execution.facts import CERTAIN, facts, main, padded, static, year
from thermidor.planning.execution.ration import shared
from thermidor.planning.execution.regime import FEEDBACK, RATIONING, Technology, changed
from thermidor.planning.execution.settle import settle
from thermidor.planning.execution.table import ROUNDS, line, rows, standard
from thermidor.planning.execution.works import works
from thermidor.planning.execution.worth import met
from thermidor.planning.generator import Features
from thermidor.planning.procedures.dantzig_wolfe import DantzigWolfe
from thermidor.planning.procedures.material_balances import MaterialBalances
from thermidor.planning.reporting import honest, misreported
from thermidor.planning.table import table
from thermidor.planning.truth import Economy

SOME = (BEST, Leontief(), MaterialBalances(), DantzigWolfe())


@pytest.fixture(scope="module", params=[1, 2])
def same(request):
    return standard(request.param)


def test_every_fact_comes_out_and_goes_with_its_mechanism(same):
    """At the values taken for what is not known: two facts lean on them, as the next test shows."""
    found = list(facts(same))
    assert len(found) == 8
    assert [fact for fact in found if not fact.holds] == []


def test_two_facts_stand_for_some_values_of_what_is_not_known_only(same):
    """Storming takes half or less that fits; padding and small misallocation a deviation of 0.03 to 0.15."""
    rush = [year(same, RATIONING, Technology(fits=fits)).last_decade for fits in (0.4, 0.5, 0.7)]
    assert rush[0] > rush[1] > 0.5 > rush[2]
    both = dict[float, bool]()
    for spread in (0.02, 0.03, 0.08, 0.15, 0.2):
        setting = Setting(oversight=replace(INSPECTORS, spread=spread))
        people = populate(same.economy, len(same.enterprises.padding), setting, same.seed)
        other = replace(same, enterprises=people)
        both[spread] = padded(people) > 0.1 and static(other, spread) < 0.06
    assert both == {0.02: False, 0.03: True, 0.08: True, 0.15: True, 0.2: False}


def test_most_of_the_rush_is_the_months_and_the_bonus_adds_to_it(same):
    """Pay and month changed one at a time: neither alone makes the rush, nor both if all kinds are there."""
    paid = {
        (pay, month): year(same, replace(RATIONING, scheme=replace(scheme, by_plan=month))).last_decade
        for pay, scheme in (("bonus", MONTHLY_BONUS), ("piece", PAID_BY_PIECE))
        for month in (True, False)
    }
    assert paid["bonus", True] > 0.5 > paid["piece", True] > paid["bonus", False] > paid["piece", False]
    assert year(same, RATIONING, Technology(fits=1.0, punctual=0.6)).last_decade < 0.35


def test_what_makes_the_stock_ratio_is_orders_and_buyers_lost_not_the_stakes_alone(same):
    """Each rule changed alone, and all stakes: the page says which do the work."""
    stakes = ("hardness", "sale_lost", "short_of_inputs")
    for some in (*((one,) for one in stakes), stakes):
        assert year(same, changed(RATIONING, FEEDBACK, some)).stock_ratio > 2.5
    dear = {
        rules: year(same, changed(FEEDBACK, RATIONING, rules)).stock_ratio
        for rules in (("scheme",), ("hardness",), ("short_of_inputs",), ("hardness", "short_of_inputs"))
    }
    assert dear["scheme",] < 1.5
    assert dear["hardness", "short_of_inputs"] > max(1.5, dear["hardness",], dear["short_of_inputs",])
    assert max(dear["hardness",], dear["short_of_inputs",]) < 2.5
    assert year(same, changed(FEEDBACK, RATIONING, ("to_order",))).stock_ratio > 1.5
    two = ("to_order", "sale_lost")
    assert year(same, changed(RATIONING, FEEDBACK, two)).stock_ratio < 2.5
    assert year(same, changed(FEEDBACK, RATIONING, two)).stock_ratio > 2.3
    stopped = year(same, changed(FEEDBACK, RATIONING, ("sale_lost",)))
    assert stopped.stock_ratio > 10
    served = [met(one.delivered, same.best, same.prices) for one in (stopped, year(same, FEEDBACK))]
    assert served[0] < 0.8 * served[1]


def test_a_larger_economy_shows_the_same():
    large = standard(3, Features(products=200, inputs=12, branches=10), 600)
    assert [fact for fact in facts(large) if not fact.holds] == []


def test_one_command_prints_the_facts_of_each_seed(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["facts", "--seeds", "4", "5"])
    main()
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 + 2 * 8
    assert all(one.endswith("| yes |") for one in lines[2:])


def test_the_rules_alone_differ_between_regimes(same):
    """With nothing uncertain and honest reports any regime delivers what the best plan promises."""
    people = same.enterprises
    honest = replace(people, padding=0 * people.padding, hidden=0 * people.hidden, cut=0.0)
    sure = replace(same, enterprises=honest, reports=same.truth)
    for regime in (RATIONING, FEEDBACK):
        carried = year(sure, regime, CERTAIN)
        assert met(carried.delivered, same.best, same.prices) == pytest.approx(1.0, abs=1e-6)


def test_the_parts_of_the_loss_add_up_to_the_whole(same):
    for row in rows(same, SOME, (1, 3)):
        assert row.loss is not None
        parts = row.loss.procedure + row.loss.information + row.loss.execution
        assert parts == pytest.approx(row.loss.whole, abs=1e-12)
        delivered = same.carried(next(p for p in SOME if p.name == row.procedure)(same.reports, row.allowed))
        assert row.loss.whole == pytest.approx(
            1 - met(delivered.delivered, same.best, same.prices), abs=1e-12
        )


def test_each_part_vanishes_with_its_cause(same):
    assert same.loss(BEST(same.truth), BEST(same.reports)).procedure == pytest.approx(0, abs=1e-6)
    assert same.loss(BEST(same.truth), BEST(same.reports)).information > 0.05
    people = same.enterprises
    honest = replace(people, padding=0 * people.padding, hidden=0 * people.hidden, cut=0.0)
    sure = replace(same, enterprises=honest, reports=same.truth, technology=CERTAIN)
    loss = sure.loss(BEST(sure.truth), BEST(sure.reports))
    assert abs(loss.information) < 1e-9
    assert abs(loss.execution) < 1e-6


def test_more_rounds_lose_less_by_procedure(same):
    losses = [row.loss.procedure for row in rows(same, (MaterialBalances(warm=False),), ROUNDS) if row.loss]
    assert losses == sorted(losses, reverse=True)
    assert losses[0] > 0.1 > 1e-3 > losses[-1]


def test_a_fault_of_a_procedure_is_a_row_and_no_crash():
    two = standard(1, Features(products=20, techniques=2, branches=4), 60)
    (row,) = rows(two, (Leontief(),), (1,))
    assert row.loss is None
    assert "one technique" in line(row)


def test_the_budget_adds_up_and_each_part_of_computing_vanishes_with_its_cause(same):
    for groups, rounds in ((1, 1), (28, 2), (60, 1), (60, 40)):
        one = budget(same, groups, rounds)
        parts = one.aggregation + one.iteration + one.information + one.incentive + one.execution
        assert parts == pytest.approx(one.whole, abs=1e-12)
        assert (abs(one.aggregation) < 1e-6) == (groups == 60)
        assert groups == 1 or (abs(one.iteration) < 1e-6) == (rounds == 40)


def test_balances_of_single_products_by_rounds_are_the_procedure(same):
    ours, plain = by_groups(same.truth, 60, 3), MaterialBalances()(same.truth, 3)
    np.testing.assert_allclose(ours.outputs, plain.outputs, rtol=1e-9)


def test_what_computing_costs_falls_with_the_years_and_the_rest_does_not(same):
    lost = list[tuple[float, float]]()
    for power in powers():
        balances, rounds = campaign([same], power)
        one = budget(same, by_depth(60, balances), rounds)
        lost.append((one.aggregation + one.iteration, one.whole))
    computing, whole = np.array(lost).T
    assert computing[0] > 0.012 > 0.002 > computing[-2] > computing[-1] - 1e-9
    assert len(np.unique(np.round(computing, 5))) >= 4
    assert whole[-1] > 0.6 * whole[0]


def test_a_campaign_holds_entering_exchange_and_arithmetic():
    one = Power(1, "", operations=1e3, entered=10.0, exchange=10.0, kind="estimate", source="")
    balances = balances_of(one, 3)
    used = balances * (INPUTS / 10 + 3 / 10 + 3 * 2 * INPUTS / 1e3)
    assert used == pytest.approx(30 * DAY, rel=1e-4)
    assert balances_of(one, 6) == 0
    assert [rounds for _, rounds in campaigns(one)] == [1, 2, 3, 4, 5]
    assert balances_of(replace(one, operations=1e12), 3) < 2 * balances  # then hands are what binds
    assert by_depth(60, NOMENCLATURE) == by_number(60, NOMENCLATURE) == 60
    assert by_depth(60, 2_000) == 28 > by_number(60, 2_000) == 1


def test_the_table_of_computing_says_from_where_each_power_is_known():
    table_ = powers()
    assert [power.year for power in table_] == sorted({power.year for power in table_})
    assert all(power.kind in KINDS and len(power.source) > 5 and power.operations > 0 for power in table_)
    assert all("assumed" in power.source for power in table_)
    assert all(after.operations > before.operations for before, after in pairwise(table_))
    assert all(after.exchange <= before.exchange for before, after in pairwise(table_))


def test_of_what_was_done_each_number_says_from_where_it_is_known():
    done = as_done()
    assert [one.balances for one in done] == [277, 2_000, 77_000]
    assert all({one.balances_kind, one.rounds_kind} <= set(KINDS) for one in done)
    assert all(one.rounds >= 1 and len(one.source) > 20 for one in done)
    recalled = [*done, *powers()]
    assert sum("recalled" in one.source for one in recalled) == 2  # no source was read for these
    assert "unverified" in {one.rounds_kind for one in done}
    assert [one.machine for one in powers() if one.kind == "unverified"] == ["ES-1065"]


def test_what_is_short_is_shared_by_priority():
    """Product 0 is short for user 0, who makes product 1, short too, and so comes before user 1."""
    there, makes = np.array([10.0, 4.0, 9.0]), np.array([1, 2])
    links = (np.array([0, 0, 1]), np.array([0, 1, 1]))
    orders, consumers = np.array([6.0, 6.0, 3.0]), np.array([4.0, 2.0, 1.0])
    shipped, got = shared(there, makes, links, orders, consumers, consumers_wait=True)
    np.testing.assert_allclose(shipped, [6, 4, 3])
    np.testing.assert_allclose(got, [0, 1, 1])
    shipped, got = shared(there, makes, links, orders, consumers, consumers_wait=False)
    np.testing.assert_allclose(shipped, [6, 2.4, 2.4])
    np.testing.assert_allclose(got, [1.6, 1.6, 1])


def test_nothing_settled_uses_more_than_there_is(same):
    for plan in (Leontief()(same.reports), MaterialBalances(warm=False)(same.reports, 3)):
        found = settle(same.economy, same.reports, plan)
        assert found.final.min() > -1e-4 * same.economy.truth.outputs(found.levels).max()
        assert np.all(found.levels <= same.economy.truth.capacities * (1 + 1e-12))


def test_padding_shelters_from_rationing(same):
    """One told too little starves; the same plan with padded claims does not."""
    plan = Leontief()(same.truth)
    starved = settle(same.economy, misreported(same.economy, padding=-0.1), plan)
    safe = settle(same.economy, misreported(same.economy, padding=0.1), plan)
    assert 0.5 < met(starved.final, same.best, same.prices) < 0.95
    assert met(safe.final, same.best, same.prices) > 0.95


def test_no_more_is_made_than_inputs_allow(same):
    """What a year uses was made in it or in store at its beginning."""
    plan = BEST(same.reports)
    what = works(same.economy.truth, same.enterprises, plan)
    carried = same.carried(plan)
    n = len(same.prices)
    made = np.bincount(what.makes, carried.made, n)
    used = np.bincount(what.product, what.need * carried.made[what.user], n)
    stored = np.bincount(what.product, what.need * what.plan[what.user], n)
    assert np.all(used + carried.delivered <= made + 6 * stored + 1e-9)


def test_the_same_seed_carries_out_the_same_year(same):
    one, again = year(same, RATIONING), year(same, RATIONING)
    np.testing.assert_array_equal(one.made, again.made)


def test_who_pads_gets_the_greater_share_of_what_is_short():
    """Products 1 and 2 need product 0 alike; there is capacity for half; the maker of 1 claims half more."""
    inputs = np.array([[0.0, 1.0, 1.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
    small = Economy(table(("steel", "a", "b"), inputs, [0.0, 1.0, 1.0], capacities=[1.0, 9.0, 9.0]))
    plan = Leontief()(honest(small))
    alike = settle(small, honest(small), plan).levels
    padded = settle(small, misreported(small, padding=np.array([0.0, 0.5, 0.0])), plan).levels
    np.testing.assert_allclose(alike, [1, 0.5, 0.5], rtol=1e-4)
    assert padded[1] > 1.2 * padded[2]


@pytest.mark.parametrize("regime", [RATIONING, FEEDBACK], ids=lambda regime: regime.name)
def test_without_supplies_work_stops(same, regime):
    stopped = year(same, regime, Technology(punctual=1e-6))
    assert stopped.made.sum() < 0.05 * year(same, regime).made.sum()


def test_what_is_hidden_is_not_used(same):
    what, people = works(same.economy.truth, same.enterprises, BEST(same.reports)), same.enterprises
    np.testing.assert_allclose(12 * what.capacity, people.capacity * (1 - people.hidden))
    assert people.hidden.min() > 0.05


def test_a_hard_budget_holds_less(same):
    soft, hard = year(same, RATIONING), year(same, replace(RATIONING, stakes=CHOICE))
    assert soft.inputs > 1.3 * hard.inputs


def test_what_nobody_takes_is_not_made_month_after_month(same):
    """A plan padded throughout makes more than is used; the months' plans are cut by what lies ready."""
    carried, plan = same.carried(Leontief()(same.reports)), Leontief()(same.reports)
    months = carried.outputs / float(same.prices @ plan.outputs / 12)
    assert months < 0.4
