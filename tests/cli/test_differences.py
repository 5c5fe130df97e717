"""``slots``, ``sensitivity`` and ``evidence``: JSON whole, tables told, faults by their exit codes."""

import json

import pytest
from click.testing import CliRunner

from thermidor.cli import main
from thermidor.lab import evidence as lab

DWS, TC = "degenerated-workers-state", "transitory-caste"


def run(*words):
    return CliRunner().invoke(main, list(words))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("slots",), 2),
        (("slots", DWS), 2),
        (("slots", DWS, DWS), 2),
        (("slots", DWS, TC, "--all"), 2),
        (("slots", DWS, "transitory-cast"), 3),
        (("sensitivity", "tern"), 3),
        (("sensitivity", "gdp@1870"), 2),
        (("sensitivity", "gdp@1970", "--theory", "nobody"), 3),
        (("sensitivity", "gdp@1970", "--sobol", "48"), 2),
        (("evidence", "--scenario", "no-such-scenario"), 3),
    ],
)
def test_faults_are_told_in_one_message(words, code):
    done = run(*words)
    assert done.exit_code == code
    assert "Traceback" not in done.output


def test_slots_of_a_pair_as_json():
    done = run("slots", DWS, TC, "--draws", "2", "--orders", "4", "--json")
    told = json.loads(done.stdout)
    pair = told["pairs"][0]
    assert (pair["first"], pair["second"]) == (DWS, TC)
    assert pair["status"]["terror"].startswith("inherited")
    assert {row["part"] for row in told["parts"]} >= {"origin", "end"}
    assert len(told["told"]) == 1 + sum(
        not row["separates"] for row in told["separates"] if row["kind"] != "sum"
    )


def test_slots_of_a_pair_as_a_table():
    done = run("slots", DWS, TC, "--draws", "2", "--orders", "4")
    assert done.exit_code == 0
    assert "own numbers cannot tell them apart: neither has any." in done.output


def test_sensitivity_as_json_and_as_a_table():
    words = (
        "sensitivity",
        "gdp@1930",
        "--theory",
        TC,
        "--trajectories",
        "2",
        "--sobol",
        "8",
        "--leading",
        "3",
    )
    study = json.loads(run(*words, "--draws", "4", "--json").stdout)["theories"][0]
    assert len(study["morris"]) == len(study["width_left"]) > 200
    assert {row["parameter"] for row in study["sobol"]} >= {"chance"}
    assert any(line.startswith("Foremost") for line in study["told"])
    table = run(*words, "--draws", "4")
    assert table.exit_code == 0
    assert "Shares of variance (Sobol)" in table.output


def test_evidence_as_json_and_as_a_page(monkeypatch, tmp_path):
    monkeypatch.setattr(lab, "BOOTSTRAPS", 2)
    words = (
        "evidence",
        "--draws",
        "40",
        "--scenario",
        "no-military-rivalry",
        "--page",
        str(tmp_path / "e.md"),
    )
    told = json.loads(run(*words, "--json").stdout)
    assert {row["status"] for row in told["history"]} == {"unfound", "recorded badly", "spent"}
    assert [row["scenario"] for row in told["counterfactuals"]] == ["no-military-rivalry"]
    assert "What only a counterfactual would show" in (tmp_path / "e.md").read_text(encoding="utf-8")
