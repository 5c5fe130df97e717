"""The curation tools: each transformation, the score-once rule, and the rebuild from raw history."""

import os
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from tools.record import scoring, shapes

from thermidor.record.table import FOLDER

HISTORY = os.environ.get("THERMIDOR_HISTORY", "")
ROOT = Path(__file__).parents[2]


def series(values: dict[int, float]) -> pd.Series:
    index = pd.MultiIndex.from_tuples([(y, y) for y in values], names=["year", "year_end"])
    return pd.Series(list(values.values()), index=index)


X = series({1913: 50.0, 1928: 200.0, 1929: 300.0})
Y = series({1913: 5.0, 1928: 4.0})


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (shapes.level, [50, 200, 300]),
        (shapes.scale(0.01), [0.5, 2, 3]),
        (shapes.complement(0.01), [0.5, -1, -2]),
        (shapes.index(1928), [25, 100, 150]),
        (shapes.only(1928, shapes.index(1913, 1.0)), [4]),
        (shapes.over_year(0, 1928), [12.5, 50, 75]),
        (shapes.partner_over(0, 1913), [0.1, 0.08]),
        (shapes.less(0, 10.0), [450, 1960, np.nan]),
        (shapes.overstated(0), [0.9, 0.98, np.nan]),
        (shapes.growth_factor, [1.5, 3, 4]),
        (shapes.log_percent, [100 * np.log(1.5), 100 * np.log(3), 100 * np.log(4)]),
        (shapes.log_share_of_maximum, list(np.log1p([50, 200, 300]) / np.log1p(300))),
        (shapes.against_base(1913, 1.0), [0, -3, -5]),
    ],
)
def test_shapes(shape, expected):
    np.testing.assert_allclose(shape(X, [Y]).to_numpy(), expected)


def test_growth_needs_the_year_before():
    growth = shapes.yearly_log_growth(X)
    assert list(growth.index.get_level_values("year")) == [1929]
    assert growth.iloc[0] == pytest.approx(np.log(1.5))


def test_a_partner_is_nearest_only_within_reach():
    assert shapes.over(0)(X, [Y]).isna().tolist() == [False, False, True]
    assert shapes.over(0, reach=1)(X, [Y]).iloc[2] == pytest.approx(75)


def test_a_missing_base_year_is_an_error():
    with pytest.raises(ValueError, match="1950"):
        shapes.index(1950)(X, [])


def test_a_fallen_output_has_no_tautness():
    assert len(shapes.inverse(100)(series({1932: -3.0, 1933: 50.0}), [])) == 1


def test_dollars_are_deflated_by_the_two_oil_prices():
    nominal, real = series({1950: 2.0, 1980: 40.0}), series({1950: 20.0, 1980: 100.0})
    assert shapes.dollars_of_1980(1.0)(series({1950: 1.0}), [nominal, real]).iloc[0] == pytest.approx(4.0)


def test_kindred_series_enter_a_score_once_a_year():
    record = pd.DataFrame(
        {
            "series": ["a", "a", "b", "b", "c"],
            "year": [1930, 1931, 1931, 1932, 1931],
            "year_end": [1930, 1931, 1931, 1932, 1931],
            "estimate_of": ["official"] * 5,
        }
    )
    observations = pd.DataFrame(
        {
            "id": ["a", "b", "c"],
            "use": ["fit", "fit", "check"],
            "score_group": ["a", "a", ""],
        }
    )
    assert scoring.mark_scored(record, observations).tolist() == [True, True, False, True, False]


@pytest.mark.skipif(not HISTORY, reason="THERMIDOR_HISTORY does not name the raw history folder")
def test_rebuilding_from_raw_gives_the_packaged_files(tmp_path):
    from tools.record.build import build
    from tools.record.rules_page import rules_page
    from tools.record.write import write

    history = Path(HISTORY)
    tables = build(history, Path(os.environ.get("THERMIDOR_CANON", str(history.parent / "canon"))))
    write(tables, tmp_path)
    for path in FOLDER.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name
    assert rules_page(tables) == (ROOT / "docs" / "coding-rules.md").read_text(encoding="utf-8")
