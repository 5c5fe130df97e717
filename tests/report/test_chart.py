"""Charts hold the record, clip bands, and say so."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thermidor.report import words
from thermidor.report.chart import BOTTOM, LABEL_ROOM, TOP, apart, axes, svg
from thermidor.report.curve import NO_RECORD, Curve, Spread, spread
from thermidor.report.look import looks
from thermidor.report.scale import fitted

SC = "state-capitalism"
SHOWN = looks([SC])
YEARS = 87


def curve(middle, wide: float = 0.0, record: pd.DataFrame = NO_RECORD, unit: str = "million") -> Curve:
    values = np.full(YEARS, 1.0) * middle
    return Curve("one", "One", unit, {SC: Spread(values - wide, values, values + wide)}, record)


def recorded(*values: float) -> pd.DataFrame:
    years = 1913 + np.arange(len(values))
    return pd.DataFrame(
        {"year": years, "low": values, "value": values, "high": values, "quality": "good", "source": "X"}
    )


def test_a_band_beyond_the_axis_is_told():
    wide = curve(np.linspace(1, 2, YEARS), wide=50)
    assert words.beyond(wide, SHOWN, axes(wide)).startswith(
        "Beyond the axis in some years: the 90\xa0% band of SC"
    )
    narrow = curve(np.linspace(1, 2, YEARS))
    assert words.beyond(narrow, SHOWN, axes(narrow)) == ""


def test_a_median_far_above_does_not_shrink_the_record():
    far = curve(np.linspace(-1, 1000, YEARS), record=recorded(5.0, 6.0, 7.0))
    place = axes(far)
    assert place.y.high < 40
    assert "the median of SC" in words.beyond(far, SHOWN, place)


def test_the_record_is_always_inside():
    one = curve(1.0, record=recorded(-30.0, 60.0))
    assert not axes(one).y.outside(np.array([-30.0, 60.0]))


def test_an_index_that_grows_many_times_is_logarithmic():
    grown = np.linspace(4, 4000, YEARS)
    assert axes(curve(grown, unit="1913 = 100")).y.logarithmic
    assert not axes(curve(grown)).y.logarithmic


def test_a_flat_line_at_nought_has_an_axis():
    assert "M46.0" in svg(curve(0.0), SHOWN, axes(curve(0.0)), "flat")


def test_gaps_are_left_out_of_a_spread():
    values = np.array([[1.0, np.nan, np.inf], [3.0, np.nan, 5.0]])
    assert spread(values).middle[[0, 2]].tolist() == [2.0, 5.0]
    assert np.isnan(spread(values).middle[1])


@given(st.lists(st.floats(TOP, BOTTOM), min_size=1, max_size=8))
def test_labels_stay_apart_in_order_and_inside(places):
    written = apart(sorted(places))
    assert all(b - a >= LABEL_ROOM - 0.11 for a, b in itertools.pairwise(written))
    assert TOP - 0.1 <= written[0] <= written[-1] <= BOTTOM + 0.1


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6))
def test_ticks_are_few_and_inside(low, span):
    scale = fitted(low, low + span, 0, 1)
    assert 1 <= len(scale.ticks()) <= 7
    hair = 1e-6 * (scale.high - scale.low) + 1e-9
    assert all(scale.low - hair <= tick <= scale.high + hair for tick in scale.ticks())


@pytest.mark.parametrize("unit", ["million", "0-1"])
def test_x_is_the_same_everywhere(unit):
    assert axes(curve(0.3, unit=unit)).x == axes(curve(900.0)).x
