"""Scenarios and levers on the command line."""

import json

from click.testing import CliRunner

from thermidor.cli import main
from thermidor.errors import Kind
from thermidor.outside.catalogue import LEVERS
from thermidor.outside.shelf import read_toml, scenario, scenario_ids, write_toml

ONE = "germany-1923-success"


def call(*arguments):
    return CliRunner().invoke(main, arguments)


def test_all_scenarios_are_listed():
    data = json.loads(call("scenarios", "--json").stdout)
    assert {one["id"] for one in data} == set(scenario_ids())
    assert f"{len(data)} scenarios" in call("scenarios").output


def test_one_scenario_shows_its_levers_and_what_theories_expect():
    output = call("scenarios", ONE).output
    assert all(name in output for name in scenario(ONE).levers)
    assert all(one.theory in output for one in scenario(ONE).predictions)


def test_a_file_of_the_user_is_read(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(write_toml(scenario(ONE)), encoding="utf-8")
    told = json.loads(call("scenarios", str(file), "--json").stdout)
    assert told == scenario(ONE).plain() == read_toml(file.read_text(encoding="utf-8"), "").plain()


def test_all_faults_of_a_file_are_told_in_one_message(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(
        'id = "mine"\ntitle = "mine"\n[levers]\noil_prise = 2.0\nmilitary_rivalry = 99.0\n', encoding="utf-8"
    )
    result = call("scenarios", str(file))
    assert result.exit_code == Kind.BAD_INPUT
    assert "oil_price" in result.stderr
    assert "military_rivalry" in result.stderr
    assert "99.0" in result.stderr
    assert "Traceback" not in result.output


def test_malformed_toml_and_missing_files_are_told(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text("id = ", encoding="utf-8")
    assert call("scenarios", str(file)).exit_code == Kind.BAD_INPUT
    assert call("scenarios", str(tmp_path / "none.toml")).exit_code == Kind.MISSING


def test_a_mistyped_scenario_is_met_with_the_nearest():
    result = call("scenarios", "germany-1923-sucess")
    assert result.exit_code == Kind.MISSING
    assert ONE in result.stderr


def test_all_levers_are_listed_with_their_domains():
    rows = {row["lever"]: row for row in json.loads(call("levers", "--json").stdout)}
    assert set(rows) == set(LEVERS)
    assert all(row["takes"] == LEVERS[name].domain.words() for name, row in rows.items())
    assert all(name in call("levers").output for name in LEVERS)
