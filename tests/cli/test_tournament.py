"""The tournament with the theories, and the fits at its freezes, on the command line."""

import json

import pytest
from click.testing import CliRunner

from thermidor.cli import main
from thermidor.errors import Kind
from thermidor.theories import THEORIES

FAST = ("--freeze", "1977", "--series", "gdp-ussr-maddison", "--draws", "60")


def call(*arguments):
    return CliRunner().invoke(main, list(arguments))


def test_theories_run_in_both_settings_beside_the_rivals():
    result = call("tournament", *FAST, "--json")
    assert result.exit_code == 0, result.output
    data = json.loads(result.stdout)
    if data["left out"]:
        assert "thermidor freeze" in data["left out"]
        return
    entrants = {row["entrant"] for row in data["standings"]}
    assert {f"{one} {how}" for one in THEORIES for how in ("known", "frozen")} <= entrants
    assert {f"{one} frozen-1988" for one in THEORIES} <= {row["entrant"] for row in data["endings"]}


def test_a_folder_without_fits_leaves_the_theories_out_and_says_so(tmp_path):
    result = call("tournament", *FAST, "--fits", str(tmp_path))
    assert result.exit_code == 0
    assert "left out" in result.stderr and "thermidor freeze" in result.stderr


def test_tables_are_written(tmp_path):
    assert call("tournament", *FAST, "--rivals-only", "--out", str(tmp_path)).exit_code == 0
    assert {"standings.csv", "weights.csv", "tables.json"} <= {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize(
    ("command", "option", "value", "kind"),
    [
        ("freeze", "--freeze", "1991", Kind.BAD_INPUT),
        ("freeze", "--theory", "state-capitalist", Kind.MISSING),
        ("freeze", "--size", "1", Kind.BAD_INPUT),
        ("tournament", "--fits", "no-such-folder", Kind.BAD_INPUT),
    ],
)
def test_bad_input_is_told(command, option, value, kind):
    result = call(command, option, value)
    assert result.exit_code == kind
    assert value in result.stderr and "Traceback" not in result.output
