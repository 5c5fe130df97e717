"""Participatory councils with effort, public goods and pollutants: certified, fast, as theory says."""

import numpy as np
import pytest

from thermidor.planning.procedures.councils import (
    damped,
    facilitated,
    opening,
    plan_by_councils,
    proposed,
    upper_bound,
    worth,
)
from thermidor.planning.procedures.society import Kinds, drawn

SMALL = Kinds(private=3, public=2, intermediate=3, nature=2, labour=2, pollutants=1)


@pytest.mark.parametrize("seed", range(4))
def test_councils_come_to_a_plan_that_clears(seed):
    plan = plan_by_councils(drawn(300, seed, SMALL), near=1e-6)
    np.testing.assert_allclose(plan.demand, plan.supply, rtol=2e-6)
    assert plan.certificate.gap < 0.003
    assert plan.history[-1] < plan.history[0]


def test_any_prices_bound_what_any_other_prices_bring():
    society = drawn(200, 1, SMALL)
    near = plan_by_councils(society, near=1e-4)
    for factor in (0.7, 1.5):
        prices = near.prices * factor ** np.linspace(-1, 1, len(near.prices))
        now = proposed(society, prices)
        assert upper_bound(society, prices, now) > near.certificate.value
        assert worth(society, prices, now) < near.certificate.best


def test_a_proposal_is_the_best_of_its_council():
    society = drawn(20, 3, SMALL)
    prices = opening(society) * np.exp(0.3 * np.sin(np.arange(SMALL.all)))
    now = proposed(society, prices)
    j = 4
    eps, chi, burden = society.exponents[j], society.effort[j], society.burden[j]

    def profit(inputs, effort):
        made = society.productivity[j] * np.prod(inputs ** eps[eps > 0]) * effort**chi
        cost = prices[eps > 0] @ inputs + burden * effort**society.strain / society.strain
        return prices[society.makes[j]] * made - cost

    inputs = eps[eps > 0] * prices[society.makes[j]] * now.made[j] / prices[eps > 0]
    best = profit(inputs, now.efforts[j])
    assert best == pytest.approx(now.profit[j], rel=1e-9)
    dice = np.random.default_rng(0)
    for _ in range(50):
        moved = profit(
            inputs * np.exp(0.1 * dice.standard_normal(len(inputs))), now.efforts[j] * dice.uniform(0.8, 1.2)
        )
        assert moved <= best


def test_dearer_pollution_is_less_pollution():
    society = drawn(300, 1, SMALL)
    from dataclasses import replace

    gentle = plan_by_councils(society, near=1e-4)
    harsh = plan_by_councils(replace(society, harm=10 * society.harm), near=1e-4)
    assert harsh.supply[-1] < 0.6 * gentle.supply[-1]
    assert harsh.prices[-1] > gentle.prices[-1]


def test_heavier_effort_is_less_effort():
    from dataclasses import replace

    society = drawn(300, 1, SMALL)
    tired = replace(society, burden=4 * society.burden)
    rested, weary = (plan_by_councils(one, near=1e-4).efforts.mean() for one in (society, tired))
    assert weary < 0.8 * rested


def test_last_years_prices_save_rounds():
    society = drawn(300, 2, SMALL)
    first = plan_by_councils(society)
    assert plan_by_councils(society, start=first.prices * 1.1).rounds < first.rounds


def test_the_board_of_the_programs_needs_its_memory():
    society = drawn(300, 2, SMALL)
    assert plan_by_councils(society, board=facilitated).history[-1] < 0.05

    def forgetful(prices, demand, supply, before):
        return facilitated(prices, demand, supply, np.ones_like(before))

    circling = plan_by_councils(society, near=0.01, rounds=300, board=forgetful)
    assert circling.history[-1] > 0.01
    assert plan_by_councils(society, near=0.01, rounds=300, board=damped).history[-1] < 0.01


def test_sixty_thousand_councils_in_ten_seconds():
    plan = plan_by_councils(drawn(60_000, 1))
    assert plan.cpu_seconds < 10
    assert plan.history[-1] < 0.05
    assert plan.certificate.gap < 0.01


def test_the_bound_is_tight_where_harm_is_alike_for_all():
    from dataclasses import replace

    society = drawn(300, 1, SMALL)
    alike = replace(society, harm=np.full_like(society.harm, society.harm.mean()))
    found = plan_by_councils(alike, near=1e-7).certificate
    assert found.value - 1e-6 <= found.best <= found.value + 1e-4
