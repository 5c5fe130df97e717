"""The record as a view: rival estimates and both ends of each are readings."""

import numpy as np
import pandas as pd
import pytest

from thermidor.claims.history import Sourcebook, decimal, packaged, read
from thermidor.claims.quantities import RECORDED, Recorded
from thermidor.claims.view import Missing


def rows(*told: tuple[int, int, float, float, float]) -> pd.DataFrame:
    return pd.DataFrame(told, columns=["year", "year_end", "low", "value", "high"])


@pytest.fixture
def book() -> Sourcebook:
    events = pd.DataFrame(
        [("pact", "1939-08-23", ""), ("talks", "1939-04", "1939-08")], columns=["event", "date", "latest"]
    )
    series = {
        "first": rows((1920, 1920, 1, 2, 3), (1921, 1922, 4, 4, 4)),
        "rival": rows((1920, 1920, 10, 10, 10), (1921, 1921, 20, 20, 20)),
        "sure": rows((1920, 1921, 5, 5, 5)),
    }
    recorded = {"workers": (Recorded("first", 0.5), Recorded("rival")), "people": (Recorded("sure"),)}
    return Sourcebook(series, events, {"votes": pd.DataFrame({"party": ["a"], "votes": [3.0]})}, recorded)


def test_each_end_of_each_estimate_is_one_reading(book: Sourcebook) -> None:
    assert sorted(read(lambda v: v["workers"].at(1920), book).tolist()) == [0.5, 1.0, 1.5, 10.0]


def test_two_quantities_are_read_in_every_combination(book: Sourcebook) -> None:
    found = read(lambda v: v["workers"].at(1920) / v["people"].at(1920), book)
    assert sorted(found.tolist()) == [0.1, 0.2, 0.3, 2.0]


def test_a_mean_over_several_years_stands_in_each_of_them(book: Sourcebook) -> None:
    assert read(lambda v: v["workers"].at(1922), book)[0] == 2.0


def test_a_gap_is_unknown(book: Sourcebook) -> None:
    assert np.isnan(read(lambda v: v["workers"].at(1930), book)).all()


def test_an_uncertain_date_has_two_readings(book: Sourcebook) -> None:
    assert read(lambda v: v.event("pact"), book).tolist() == [1939.641]
    assert read(lambda v: v.event("pact") - v.event("talks"), book).shape == (2,)


@pytest.mark.parametrize("name", ["workers[2]", "nothing"])
def test_what_is_not_recorded_is_said_to_be_missing(name: str, book: Sourcebook) -> None:
    with pytest.raises(Missing, match=r"nothing|workers"):
        read(lambda v: v[name].at(1920), book)


@pytest.mark.parametrize(
    ("date", "year"), [("1939", 1939.0), ("1939-07", 1939.496), ("1920-12-31", 1920.997)]
)
def test_dates_become_years(date: str, year: float) -> None:
    assert decimal(date) == year


def test_every_recorded_quantity_has_its_series() -> None:
    book = packaged()
    lacking = {one.series for several in RECORDED.values() for one in several} - set(book.series)
    assert not lacking


def test_every_event_has_a_source_and_a_date() -> None:
    events = packaged().events
    assert events["event"].is_unique
    assert (events["source"].str.len() > 10).all()
    assert events["checked"].isin(["page", "reference"]).all()
    assert events["date"].map(decimal).between(1700, 2025).all()
