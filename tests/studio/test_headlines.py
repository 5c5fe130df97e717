"""The headline numbers stand beside the record, and the sentence names unit, record and measure."""

import numpy as np
import pytest

from thermidor.record import load
from thermidor.studio.headlines import HEADLINES, sentence, table
from thermidor.studio.recorded import recorded


def rows(income, base, ended):
    run = {one.id: np.full(len(income), np.nan) for one in HEADLINES}
    return table(
        run | {"income-1939": np.array(income), "ended": np.array(ended)},
        run | {"income-1939": np.array(base), "ended": np.array(ended)},
    )


def test_the_record_of_a_headline_is_what_the_series_say():
    told, values = recorded(), load().groupby("series")
    income = values.get_group("gdp-per-head-ussr").set_index("year")["value"]
    assert told["income-1939"]["value"] == income[1939]
    assert told["income-1989"]["value"] == income[1989]
    famines = [values.get_group(name) for name in told["famine"]["of"]]
    assert told["famine"]["high"] == pytest.approx(sum(one["high"].max() for one in famines))
    assert told["ended"]["low"] <= told["ended"]["value"] <= told["ended"]["high"]
    assert set(told) < {one.id for one in HEADLINES}


def test_the_sentence_names_unit_and_record():
    words = sentence("state-capitalism", 0, rows([3000.0, 3200.0], [3000.0, 3200.0], [1991.0, np.nan]))
    assert "3,100 (3,010 to 3,190) 2011 dollars per head (record: 3,566)" in words
    assert "ends in 50\xa0% of draws, median year 1991" in words
    assert "draw by draw" not in words


def test_the_sentence_names_its_measure_of_difference():
    """The median of the differences, -100, is not the difference of the medians, 0."""
    words = sentence(
        "state-capitalism", 1, rows([900.0, 1900.0, 3000.0], [1000.0, 2000.0, 1900.0], [np.nan] * 3)
    )
    assert "(draw by draw 100 less at the median)" in words
