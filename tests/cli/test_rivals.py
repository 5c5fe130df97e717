"""Rivals and the tournament on the command line."""

import json

import pytest
from click.testing import CliRunner

from thermidor.cli import main
from thermidor.errors import Kind
from thermidor.rivals import RIVALS

FAST = ("--freeze", "1977", "--series", "gdp-ussr-maddison", "--draws", "60", "--rivals-only")


def call(*arguments):
    return CliRunner().invoke(main, list(arguments))


def test_rivals_are_listed_with_sources():
    rows = json.loads(call("rivals", "--json").stdout)
    assert [row["id"] for row in rows] == [rival.id for rival in RIVALS]
    assert all(row["source"] and (row["series"] or row["end"]) for row in rows)
    assert "Easterly" in call("rivals").output


def test_a_small_tournament_is_printed_and_repeats():
    one, again = (call("tournament", *FAST, "--json") for _ in range(2))
    assert one.exit_code == 0 and one.stdout == again.stdout
    data = json.loads(one.stdout)
    assert {row["freeze"] for row in data["scores"]} == {1977}
    assert {"ces", "popov", "random-walk"} <= {row["entrant"] for row in data["standings"]}
    assert "The end, by hazard path" in call("tournament", *FAST).output


@pytest.mark.parametrize(
    ("option", "value", "kind"),
    [
        ("--freeze", "1991", Kind.BAD_INPUT),
        ("--freeze", "1900", Kind.BAD_INPUT),
        ("--series", "gdp-usr-maddison", Kind.MISSING),
        ("--null", "randomwalk", Kind.MISSING),
        ("--draws", "3", Kind.BAD_INPUT),
    ],
)
def test_bad_input_is_told(option, value, kind):
    result = call("tournament", option, value)
    assert result.exit_code == kind
    assert value in result.stderr or "draws" in result.stderr
    assert "Traceback" not in result.output


def test_a_series_that_is_not_scored_is_answered_with_all_that_are():
    said = call("tournament", "--series", "nonsense").stderr
    assert "gdp-ussr-maddison" in said and "steel-output" in said
