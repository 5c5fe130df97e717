"""Verdicts follow from values and bands alone."""

import numpy as np
import pytest

from thermidor.claims import verdict as v


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ([0.2, 0.3, 0.4], v.BORNE_OUT),
        ([0.6, 0.7], v.AGAINST),
        ([0.4, 0.6], v.OPEN),
        ([np.nan, 0.4], v.BORNE_OUT),
        ([np.nan], v.OPEN),
    ],
)
def test_the_record_is_open_as_soon_as_two_readings_differ(values: list[float], word: str) -> None:
    assert v.of_record(np.array(values), 0.0, 0.5).verdict == word


def test_a_reading_with_an_uncertainty_of_its_own_must_lie_wholly_inside() -> None:
    assert v.of_record(np.array([[1926, 1928, 1929]]), 1924, 1930).verdict == v.BORNE_OUT
    assert v.of_record(np.array([[1926, 1928, 1933]]), 1924, 1930).verdict == v.OPEN


@pytest.mark.parametrize(("met", "word"), [(95, v.BORNE_OUT), (50, v.OPEN), (10, v.AGAINST)])
def test_runs_need_four_draws_in_five(met: int, word: str) -> None:
    values = np.r_[np.zeros(met), np.ones(100 - met)]
    found = v.of_runs(values, -0.5, 0.5)
    assert (found.verdict, found.share, found.rows) == (word, met / 100, 100)


def test_what_never_comes_is_not_inside_a_band_of_years() -> None:
    assert v.of_runs(np.full(10, np.inf), 1927, 1931).verdict == v.AGAINST


def test_agreement_needs_two_answers() -> None:
    yes, no, open_ = (v.Finding(word) for word in (v.BORNE_OUT, v.AGAINST, v.OPEN))
    assert [v.agreement(yes, yes), v.agreement(no, no), v.agreement(yes, no), v.agreement(yes, open_)] == [
        "yes", "yes", "no", "",
    ]  # fmt: skip
