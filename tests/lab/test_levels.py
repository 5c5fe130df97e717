"""Quantiles by one sort are NumPy's, to the last digit."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from thermidor.lab.levels import levels

AT = (0.05, 0.25, 0.5, 0.75, 0.95)
NUMBERS = st.floats(-1e9, 1e9) | st.just(np.nan)


@settings(max_examples=60, deadline=None)
@given(arrays(float, array_shapes(min_dims=1, max_dims=3, max_side=9), elements=NUMBERS))
@pytest.mark.filterwarnings("ignore:All-NaN slice")
def test_quantiles_are_those_of_numpy(values):
    assert np.array_equal(levels(values, AT), np.nanquantile(values, AT, axis=0), equal_nan=True)


def test_values_without_gaps():
    values = np.random.default_rng(1).normal(size=(64, 3, 87))
    assert np.array_equal(levels(values, AT), np.quantile(values, AT, axis=0))
