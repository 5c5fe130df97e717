"""What enterprises hide, pad and store: each the best for them, and gone where its reason is gone."""

import numpy as np
import pytest

from thermidor.planning.enterprise.cover import CHOICE, QUEUE, input_cover, output_cover
from thermidor.planning.enterprise.labour import reserve
from thermidor.planning.enterprise.padding import INSPECTORS, Oversight, best, settled, worth
from thermidor.planning.enterprise.population import Enterprises, Setting, populate, told
from thermidor.planning.enterprise.self_set import SelfSet
from thermidor.planning.enterprise.spread import misallocation
from thermidor.planning.enterprise.withheld import hidden
from thermidor.planning.generator import Features, draw

ECONOMY = draw(Features(products=30), seed=3).economy


@pytest.mark.parametrize("cut", [0.0, 0.1, 0.2])
def test_padding_is_the_best_of_all_tried(cut):
    dice = np.random.default_rng(1)
    spread, found = 0.03 * dice.lognormal(0, 0.5, 40), 0.2 * dice.lognormal(0, 0.5, 40)
    chosen = best(INSPECTORS, cut, spread, found)
    tried = np.linspace(0, 1, 2001)
    most = [worth(INSPECTORS, cut, s, f, tried).max() for s, f in zip(spread, found, strict=True)]
    reached = worth(INSPECTORS, cut, spread, found, chosen)
    assert np.all(reached >= np.array(most) - 1e-12)
    np.testing.assert_allclose(reached, most, atol=1e-4)


def test_padding_goes_with_uncertain_supply_and_against_the_risk_of_being_found():
    one = np.ones(1)
    means = [settled(INSPECTORS, s * one, 0.2 * one)[0][0] for s in (1e-6, 0.03, 0.06)]
    assert means[0] < 1e-4 < means[1] < means[2]
    means = [settled(INSPECTORS, 0.03 * one, f * one)[0][0] for f in (0.05, 0.2, 0.8, 20.0)]
    assert means == sorted(means, reverse=True)
    assert means[-1] == 0.0


def test_a_centre_that_cuts_is_answered_with_more_padding():
    one = np.ones(1)
    naive, wise = (settled(Oversight(wise=w), 0.03 * one, 0.2 * one)[0][0] for w in (0.0, 0.5))
    assert wise > 1.5 * naive


def test_without_a_ratchet_nothing_is_hidden():
    rates = np.array([0.05, 0.1, 0.2])
    np.testing.assert_array_equal(hidden(0.0, rates), 0.0)
    assert np.all(np.diff(hidden(0.3, rates)) < 0)  # the impatient hide less
    np.testing.assert_allclose(hidden(0.3, np.array([0.1]), 1.0), 0.75)


def test_a_target_set_by_oneself_is_honest_until_it_counts_next_year():
    scheme, outputs = SelfSet(0.5, 1.0, 2.0), np.random.default_rng(2).lognormal(0, 0.2, 3001)
    alone = scheme.best_target(outputs)
    assert np.mean(outputs >= alone) == pytest.approx(scheme.confidence(), abs=0.01)
    assert scheme.best_target(outputs, ratchet=0.3) == outputs.min() < alone


def test_stores_follow_from_who_pays_and_who_waits():
    assert input_cover(QUEUE, 0.85) > 1.5 * input_cover(CHOICE, 0.85)
    assert input_cover(QUEUE, 1.0) == input_cover(CHOICE, 1.0) == 1.0
    assert output_cover(QUEUE, 0.2) == 0.0 < 1 < output_cover(CHOICE, 0.2)
    assert input_cover(CHOICE, 0.85, kinds=5) > input_cover(CHOICE, 0.85)


def test_an_even_month_keeps_no_reserve_of_labour():
    assert reserve(np.full(3, 1 / 3)) == 0.0
    assert reserve(np.array([0.1, 0.2, 0.7])) == pytest.approx(0.4)


def test_reports_are_padded_by_the_mean_of_the_enterprises():
    people = populate(ECONOMY, 200, Setting(), seed=5)
    reports = told(ECONOMY, people)
    ratio = np.asarray(reports.table.inputs.sum(0) / ECONOMY.truth.inputs.sum(0)).ravel()
    first = people.technique == 0
    share = people.capacity[first] / people.capacity[first].sum()
    assert ratio[0] - 1 == pytest.approx(float(share @ people.padding[first]))
    assert reports.table.capacities[0] == pytest.approx(
        ECONOMY.truth.capacities[0] * (1 - float(share @ people.hidden[first]))
    )


def test_enterprises_have_all_the_capacity_there_is():
    people = populate(ECONOMY, 500, Setting(), seed=5)
    np.testing.assert_allclose(np.bincount(people.technique, people.capacity), ECONOMY.truth.capacities)
    assert len(people.capacity) == 500


def some(padding: list[float]) -> Enterprises:
    """Return enterprises of one technique and size."""
    none = np.zeros(len(padding))
    return Enterprises(none.astype(int), none + 1, np.array(padding), none, 0.0)


def test_padding_by_all_misallocates_nothing_and_padding_by_some_does():
    """Who asks for 1.4 where others ask for 1 gets 7/6 of the mean, and the others go without a sixth."""
    assert misallocation(some([0.2] * 4), 3, 0.0, 1) == pytest.approx(0.0, abs=1e-12)
    assert misallocation(some([0.4, 0.0, 0.4, 0.0]), 3, 0.0, 1) == pytest.approx(1 / ((1 + 5 / 6) / 2) - 1)


def test_the_more_kinds_of_inputs_the_more_their_scatter_misplaces():
    """With many alike, of one input half the mean deviation is lost: sigma / sqrt(2 pi)."""
    many = some([0.1] * 50_000)
    one, five = (misallocation(many, kinds, 0.03, 1) for kinds in (1, 5))
    assert one == pytest.approx(0.03 / np.sqrt(2 * np.pi), rel=0.03)
    assert five > 2 * one


def test_over_a_year_chance_evens_out_and_who_pads_less_goes_on_lacking():
    many = some([0.1] * 20_000)
    month, year = (misallocation(many, 5, 0.1, 1, months) for months in (1, 12))
    assert 0.2 * month < year < 0.5 * month
    apart = some([0.4, 0.0, 0.4, 0.0])
    assert misallocation(apart, 3, 0.0, 1, 12) == pytest.approx(misallocation(apart, 3, 0.0, 1))
