"""Dated events: read off the series by a rule, within the years the record is known to say."""

import pytest

from thermidor import record


@pytest.fixture(scope="module")
def windows():
    table = record.events().set_index("event")
    return {name: (row["year_from"], row["year_to"]) for name, row in table.iterrows()}


@pytest.mark.parametrize(
    ("event", "window"),
    [
        ("turn-to-force", (1928, 1930)),
        ("terror-peak", (1937, 1938)),
        ("soviet-democracy-lost", (1922, 1922)),
        ("ownership-passes-to-the-state", (1920, 1924)),
        ("terror-ends", (1939, 1939)),
        ("famine-1932-33", (1932, 1933)),
        ("transfer-turns-negative", (1960, 1974)),
        ("warhead-parity", (1978, 1978)),
        ("opposition-allowed", (1990, 1990)),
        ("cattle-trough", (1933, 1933)),
        ("leading-body-removed", (1934, 1939)),
    ],
)
def test_windows(windows, event, window):
    assert windows[event] == window


def test_events_have_variable_rule_and_source():
    table = record.events()
    assert set(table["variable"]) <= set(record.variables()["id"])
    assert (table[["rule", "source"]] != "").all(axis=None)
    assert (table["year_from"] <= table["year_to"]).all()
    assert table["event"].is_unique
    assert table["event"].str.startswith("upheaval: ").sum() == 37


def test_sizes_are_ordered():
    table = record.events().dropna(subset=["value"])
    assert ((table["low"] <= table["value"]) & (table["value"] <= table["high"])).all()
    assert (table["unit"] != "").all()
