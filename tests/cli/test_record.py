"""The record on the command line."""

import json

from click.testing import CliRunner

from thermidor.cli import main
from thermidor.errors import Kind
from thermidor.record import series

NAME = "gdp-ussr-maddison"


def call(*arguments):
    return CliRunner().invoke(main, ["record", *arguments])


def test_the_catalogue_names_the_series():
    result = call()
    assert result.exit_code == 0
    assert NAME in result.output


def test_one_series_is_shown_with_its_sources():
    result = call(NAME)
    assert result.exit_code == 0
    assert all(str(year) in result.output for year in series(NAME)["year"])
    assert "Maddison Project Database" in result.output


def test_json_holds_what_the_record_holds():
    data = json.loads(call(NAME, "--json").stdout)
    assert [row["value"] for row in data["rows"]] == series(NAME)["value"].tolist()
    assert len(json.loads(call("--json").stdout)["series"]) > 80


def test_a_mistyped_series_is_met_with_the_nearest():
    result = call("gdp-usr-madison")
    assert result.exit_code == Kind.MISSING
    assert result.stderr.startswith("Error: ")
    assert NAME in result.stderr
    assert result.stderr.count("\n") == 1
