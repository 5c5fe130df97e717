"""The claims on the command line; what needs no run of the model is asked here."""

import json

import pytest
from click.testing import CliRunner

from thermidor.cli import main
from thermidor.errors import Kind


def call(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


SMALL = ("--theory", "state-capitalism", "--draws", "2")


def test_one_claim_is_told_with_its_measure_in_words_and_code():
    said = call("claims", *SMALL, "c001-working-class-disintegrated").stdout
    assert "industrial workers" in said
    assert "ratio(" in said
    assert "refuted by" in said
    assert "state-capitalism" in said


def test_claims_as_json_hold_record_and_theories():
    rows = json.loads(call("claims", *SMALL, "c001-pact-1938", "c002-ivanovo-strikes", "--json").stdout)
    assert {row["witness"] for row in rows} == {"record", "state-capitalism"}
    assert {row["claim"] for row in rows} == {"c001-pact-1938", "c002-ivanovo-strikes"}


def test_the_board_is_kept_to_an_essay_a_kind_and_a_verdict():
    asked = ("claims", *SMALL, "--seed", "001", "--kind", "fact-event", "--verdict", "against", "--json")
    rows = json.loads(call(*asked).stdout)
    assert rows
    assert all(row["claim"].startswith("c001") for row in rows)
    assert {row["verdict"] for row in rows if row["witness"] == "record"} == {"against"}


def test_the_board_is_written_as_a_page(tmp_path):
    place = tmp_path / "claims.html"
    assert call("claims", *SMALL, "c001-pact-1938", "--out", place).exit_code == 0
    assert "c001-pact-1938" in place.read_text(encoding="utf-8")


@pytest.mark.parametrize("given", ["c001-pact-1939", "c001-pact"])
def test_an_unknown_claim_is_told_with_its_neighbours(given):
    result = call("claims", given)
    assert result.exit_code == int(Kind.MISSING)
    assert "c001-pact-1938" in result.stderr
