"""Crucial tests: two ensembles and a record of known answers; every disagreement has its test."""

import numpy as np
import pandas as pd
import pytest

from thermidor.claims.disagreements import DISAGREEMENTS
from thermidor.claims.history import Sourcebook, packaged
from thermidor.claims.quantities import Recorded
from thermidor.lab.canon import table
from thermidor.lab.crucial import DECISIVE, disagreements, needed, weigh

NM, TC = "non-mode-of-production", "transitory-caste"


def normal(mean: float, draws: int = 400, seed: int = 1) -> np.ndarray:
    return mean + np.random.default_rng(seed).standard_normal(draws)


def test_identical_theories_are_not_told_apart_by_any_record():
    weight = weigh(normal(0), normal(0), np.array([-1.0, 0.0, 3.0]))
    assert weight.score == 0
    assert weight.expected_first == weight.expected_second == 0
    assert weight.needed_first == np.inf


def test_a_record_within_one_of_two_separated_theories_decides_for_it():
    for reading, sign in ((0.0, 1), (8.0, -1)):
        weight = weigh(normal(0), normal(8, seed=2), np.array([reading]))
        assert sign * weight.score > DECISIVE
        assert weight.agreed
        assert weight.needed_first == weight.needed_second == 1


def test_swapping_the_theories_changes_the_sign():
    a, b, y = normal(0), normal(1, seed=2), np.array([0.2, 0.4])
    there, back = weigh(a, b, y), weigh(b, a, y)
    assert there.score == pytest.approx(-back.score)
    assert there.expected_first == pytest.approx(back.expected_second)


def test_expected_score_is_the_divergence_of_two_normals():
    weight = weigh(normal(0, 1000), normal(1, 1000, 2), np.array([]))
    assert weight.expected_first == pytest.approx(0.5, abs=0.1)
    assert weight.needed_first == pytest.approx(DECISIVE / 0.5, abs=2)
    assert np.isnan(weight.score)


def test_a_coarser_record_weighs_less_and_the_unit_does_not_matter():
    a, b = normal(0), normal(4, seed=2)
    fine, coarse = weigh(a, b, np.array([0.0])), weigh(a, b, np.array([-3.0, 0.0, 3.0]))
    assert abs(coarse.score) < abs(fine.score)
    assert weigh(1000 * a, 1000 * b, np.array([0.0])).score == pytest.approx(fine.score)


def test_readings_that_point_both_ways_never_decide():
    weight = weigh(normal(0), normal(8, seed=2), np.array([0.0, 7.9]))
    assert not weight.agreed


def test_a_record_beyond_both_theories_is_marked():
    assert weigh(normal(0), normal(1, seed=2), np.array([50.0])).outside


def test_draws_that_could_not_be_measured_are_left_out():
    a = normal(0)
    with_gaps = np.concatenate([a, [np.nan, np.inf]])
    assert weigh(with_gaps, normal(2, seed=2), np.array([0.0])) == weigh(
        a, normal(2, seed=2), np.array([0.0])
    )


def test_no_number_of_readings_tells_theories_without_difference_apart():
    assert needed(0.0) == np.inf
    assert needed(DECISIVE) == 1


def organised(level: float, seed: int) -> dict[str, np.ndarray]:
    """Return runs whose organisation is 1 in the first five years and about a level from then on."""
    values = np.repeat(np.random.default_rng(seed).normal(level, 0.01, (50, 1)), 87, axis=1)
    values[:, :5] = 1.0
    return {"worker_self_organisation": values}


def record_of(level: float) -> Sourcebook:
    """Return a record of the same course."""
    spans = pd.DataFrame({"year": [1913, 1954], "year_end": [1917, 1985], "value": [1.0, level]})
    years = spans.assign(low=spans["value"], high=spans["value"])
    return Sourcebook({"made-up": years}, packaged().events, packaged().tables,
                      {"worker_self_organisation": (Recorded("made-up"),)})  # fmt: skip


@pytest.mark.parametrize(("level", "favoured"), [(0.1, NM), (0.5, TC)])
def test_the_table_follows_a_planted_record(level: float, favoured: str):
    runs = {NM: organised(0.1, 1), TC: organised(0.5, 2)}
    chosen = [one for one in DISAGREEMENTS if one.id == "d-nm-tc-2"]
    row = disagreements([NM, TC], lambda _: runs, record_of(level), chosen).iloc[0]
    assert (row["favours"], bool(row["decisive"])) == (favoured, True)
    assert row["record_median"] == pytest.approx(level)


def test_one_theory_alone_disagrees_with_nobody():
    assert disagreements([NM], lambda _: {}, packaged()).empty


def test_every_disagreement_of_the_canon_has_one_test():
    assert sorted(one.id for one in DISAGREEMENTS) == sorted(table("disagreements")["id"])


def test_every_disagreement_says_what_data_would_decide():
    assert all(one.wanted for one in DISAGREEMENTS)
