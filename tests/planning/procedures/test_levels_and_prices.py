"""Procedures that seek the best come to the known best, at the pace their theory says, and prove it."""

import numpy as np
import pytest
from scipy.linalg import cho_factor

from thermidor.errors import ThermidorError
from thermidor.planning import Logarithmic, Proportional, Reports, Weighted, honest, misreported
from thermidor.planning.exact import BEST
from thermidor.planning.generator import Features, draw
from thermidor.planning.procedures import interior
from thermidor.planning.procedures.arrow_hurwicz import ArrowHurwicz, PrimalDualHybridGradient
from thermidor.planning.procedures.consumer_feedback import ConsumerFeedback
from thermidor.planning.procedures.dantzig_wolfe import DantzigWolfe
from thermidor.planning.procedures.kornai_liptak import KornaiLiptak
from thermidor.planning.procedures.market_clearing import MarketClearing
from thermidor.planning.procedures.weitzman import WeitzmanTargets

SEEDS = range(3)
AIMS = [Proportional, Weighted, Logarithmic]


def drawn(seed, aim=Proportional, techniques=2, products=12, **features):
    return draw(Features(products=products, techniques=techniques, aim=aim, **features), seed)


def lost(known, plan):
    return (known.value - plan.certificate.value) / max(abs(known.value), 1.0)


@pytest.mark.parametrize("aim", AIMS)
@pytest.mark.parametrize("seed", SEEDS)
def test_proposals_are_exact_in_fifteen_rounds_at_eight_sectors(aim, seed):
    known = drawn(seed, aim)
    plan = DantzigWolfe()(honest(known.economy))
    assert plan.rounds <= 15
    assert abs(lost(known, plan)) < 1e-6
    assert plan.certificate.gap < 1e-6
    assert plan.certificate.violation < 1e-7


def test_dense_sums_keep_to_one_thread(monkeypatch):
    seen = []

    def looked(*given):
        seen.extend(one["num_threads"] for one in interior.BLAS.info())
        return cho_factor(*given, check_finite=False)

    monkeypatch.setattr(interior, "cho_factor", lambda matrix, check_finite: looked(matrix))
    with interior.BLAS.limit(limits=2, user_api="blas"):
        interior.logarithms(np.array([1.0, 3.0]), np.ones((1, 2)), np.array([8.0]), np.ones(2))
        assert {one["num_threads"] for one in interior.BLAS.info()} == {2}
    assert set(seen) == {1}


@pytest.mark.parametrize("aim", AIMS)
def test_targets_are_exact_in_sixty_rounds_at_eight_sectors(aim):
    for seed in SEEDS if aim is Proportional else (0,):
        known = drawn(seed, aim)
        plan = WeitzmanTargets()(honest(known.economy))
        assert plan.rounds <= 60
        assert abs(lost(known, plan)) < 1e-6
        assert plan.certificate.gap < 1e-6


def test_proposals_rise_from_below_and_targets_come_down_from_above():
    known = drawn(1)
    inside = [DantzigWolfe()(honest(known.economy), r).certificate for r in (1, 3, 5)]
    assert all(one.violation < 1e-7 for one in inside)  # feasible whenever it is broken off
    assert inside[0].value <= inside[1].value <= inside[2].value <= known.value + 1e-7
    outside = WeitzmanTargets()(honest(known.economy))
    assert all(a >= b - 1e-9 for a, b in zip(outside.history, outside.history[1:], strict=False))


@pytest.mark.parametrize("aim", AIMS)
def test_gradients_come_near_and_a_step_ahead_brings_it_about_sooner(aim):
    for seed in SEEDS:
        known = drawn(seed, aim)
        modern = PrimalDualHybridGradient()(honest(known.economy))
        assert modern.certificate.gap < 1e-4
        assert abs(lost(known, modern)) < 1e-4
        assert ArrowHurwicz(most=5000)(honest(known.economy)).certificate.gap < 2e-3
        old = ArrowHurwicz(most=modern.rounds)(honest(known.economy))
        assert old.history[-1] > modern.history[-1]


def test_the_game_converges_slowly_from_both_sides():
    known = drawn(1)
    after = [KornaiLiptak(most=n)(honest(known.economy)) for n in (10, 40, 150)]
    gaps = [one.history[-1] for one in after]
    assert gaps[0] > gaps[1] > gaps[2] > 0.01  # five to ten exchanges prove nothing
    assert all(one.certificate.best >= known.value - 1e-7 for one in after)
    with pytest.raises(ThermidorError, match="baskets"):
        KornaiLiptak()(honest(drawn(1, Weighted).economy))


@pytest.mark.parametrize("aim", AIMS)
def test_groping_prices_settle_as_one_over_the_root_of_rounds(aim):
    known = drawn(2, aim)
    long = MarketClearing()(honest(known.economy))
    assert long.history[-1] < 0.015
    assert long.history[-1] < 0.5 * long.history[299]
    assert abs(lost(known, long)) < 0.01
    assert long.certificate.best >= known.value - 1e-9


@pytest.mark.parametrize("aim", [Proportional, Logarithmic])
def test_shelves_lead_to_the_best_where_each_product_has_one_recipe(aim):
    for seed in SEEDS:
        known = drawn(seed, aim, techniques=1)
        plan = ConsumerFeedback()(honest(known.economy))
        assert plan.certificate.gap < 1e-5
        assert abs(lost(known, plan)) < 1e-5


@pytest.mark.parametrize("response", [0.5, 1.0, 1.5])
def test_feedback_errs_by_one_less_the_response_over_the_elasticity(response):
    # With fixed costs and elasticity one, log deliveries come to rest at the rate 1 - response.
    from thermidor.planning.procedures.consumer_feedback import followed

    known = drawn(1, Logarithmic, techniques=1).economy.truth
    costs = np.linspace(0.5, 2.0, 12)
    rest = known.aim.weights / costs
    start = rest * np.exp(np.linspace(-0.3, 0.3, 12))
    now = np.log(followed(known, start, costs, response) / rest)
    np.testing.assert_allclose(now, (1 - response) * np.log(start / rest), atol=1e-12)


@pytest.mark.parametrize("aim", [Proportional, Logarithmic])
def test_the_first_plan_and_its_prices_do_not_know_what_is_wanted(aim):
    """Peoples with one past and other wants are first given the same; then shelves tell them apart."""
    known = drawn(1, aim, techniques=1).economy.truth
    wants = known.demand * np.linspace(0.2, 3.0, len(known.demand))
    wants[4] = 0.0
    other = known.with_(demand=wants)
    if aim is Logarithmic:
        other = other.with_(aim=Logarithmic(known.aim.weights * np.linspace(2.0, 0.1, len(wants))))
    first, same = (ConsumerFeedback()(Reports(one), 1) for one in (known, other))
    np.testing.assert_allclose(first.levels, same.levels, rtol=1e-12)
    ratio = same.prices / first.prices
    np.testing.assert_allclose(ratio, ratio[0], rtol=1e-9)
    later = [ConsumerFeedback()(Reports(one)) for one in (known, other)]
    assert np.abs(later[0].final - later[1].final).max() > 0.2
    assert later[1].certificate.gap < 1e-4


def test_shelves_find_new_wants_and_clear_old_ones():
    """Wanted no longer, not delivered before, nothing known of last year: deliveries come to the best."""
    known = drawn(2, techniques=1).economy.truth
    no_longer = known.with_(demand=np.where(np.arange(12) == 3, 0.0, known.demand))
    before = np.linalg.solve(np.eye(12) - known.inputs.toarray(), known.demand * (np.arange(12) != 5))
    for one in (no_longer, known.with_(achieved=before), known.with_(achieved=np.zeros(12))):
        plan = ConsumerFeedback()(Reports(one))
        assert plan.certificate.value == pytest.approx(BEST(Reports(one)).certificate.value, rel=1e-7)
        assert plan.certificate.gap < 1e-3  # valuations follow more slowly
    assert ConsumerFeedback()(Reports(no_longer)).final[3] < 1e-6 * known.demand[3]


def test_feedback_beyond_twice_the_elasticity_does_not_settle():
    known = drawn(1, Logarithmic, techniques=1)
    assert ConsumerFeedback(response=2.3, most=300)(honest(known.economy)).certificate.gap > 0.01
    assert ConsumerFeedback(response=0.5, most=300)(honest(known.economy)).certificate.gap < 1e-3


def test_no_bound_is_ever_below_what_can_be_had():
    for seed in SEEDS:
        known = drawn(seed)
        for procedure in (
            DantzigWolfe(),
            WeitzmanTargets(),
            KornaiLiptak(),
            ArrowHurwicz(),
            MarketClearing(),
        ):
            for rounds in (1, 7):
                certificate = procedure(honest(known.economy), rounds).certificate
                assert certificate.best >= known.value - 1e-9
                assert certificate.value <= known.value + 1e-7 or certificate.violation > 1e-9


def test_what_is_misreported_is_lost_to_every_procedure_alike():
    known = drawn(1)
    reports = misreported(known.economy, padding=0.1, hidden=0.1)
    values = [one(reports).certificate.value for one in (DantzigWolfe(), WeitzmanTargets())]
    assert values[0] == pytest.approx(values[1], rel=1e-6)
    assert values[0] < 0.9 * known.value
