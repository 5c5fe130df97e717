"""What the command prints: every number with unit and source, and plain data that JSON can carry."""

import io
import json

import pytest
from rich.console import Console

from thermidor import record
from thermidor.errors import ThermidorError
from thermidor.record import show


def printed(made) -> str:
    console = Console(width=160, file=io.StringIO(), record=True)
    console.print(made)
    return console.export_text()


def test_the_catalogue_lists_every_observation():
    made = show.table()
    assert made.row_count == 202
    assert "gdp-ussr-maddison" in printed(made)


def test_a_series_shows_band_unit_caveat_and_citation():
    text = printed(show.table("grain-western-low"))
    for part in ("million tonnes", "1932", "barn yield", "Wheatcroft", "WD1994"):
        assert part in text


def test_json_carries_rows_meaning_and_sources():
    data = json.loads(json.dumps(show.as_json("prisons")))
    assert data["observation"]["variable"] == "forced_labour"
    assert len(data["rows"]) == 22
    assert data["sources"]
    assert json.loads(json.dumps(show.as_json()))["series"]


def test_every_series_can_be_shown():
    for name in record.catalogue()["series"][::40]:
        assert show.as_json(name)["rows"]


def test_an_unknown_series_is_told_clearly():
    with pytest.raises(ThermidorError, match="Did you mean"):
        show.table("steel")
