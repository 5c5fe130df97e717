"""The main job and its relatives on the command line. All that compiles the model stands in this file."""

import json

import pytest
import xarray as xr
from click.testing import CliRunner

from thermidor import __version__
from thermidor.cli import main
from thermidor.errors import Kind

TWO = ("state-capitalism", "transitory-caste")
SMALL = ("--prior", "--draws", "3")


def call(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    return call("run", *SMALL, "--theory", TWO[0], "--theory", TWO[1], "--out", folder), folder


def test_run_prints_what_each_theory_gives(done):
    result, _ = done
    assert result.exit_code == 0, result.stderr
    for heading in (
        "Against the record",
        "Median error",
        "Share of draws that meet each pattern",
        "When it happens",
    ):
        assert heading in result.stdout
    assert all(theory in result.stdout for theory in TWO)


def test_run_writes_the_runs_with_their_provenance(done):
    _, folder = done
    runs = xr.load_dataset(folder / "runs.nc")
    assert runs["theory"].to_numpy().tolist() == list(TWO)
    assert runs.sizes["draw"] == 3
    assert runs.attrs["model_version"] == __version__
    assert runs.attrs["scenario"] == "historical-baseline"


def test_patterns_as_json_are_shares():
    rows = json.loads(call("patterns", *SMALL, "--theory", TWO[0], "--json").stdout)
    assert len(rows) >= 20
    assert all(0 <= row["share"] <= 1 for row in rows)
    assert len({row["share"] for row in rows}) > 1


def test_compare_shows_both_and_the_share_of_draws():
    rows = json.loads(call("compare", *TWO, *SMALL, "--variable", "gdp", "--year", "1940", "--json").stdout)
    [row] = rows
    assert row["variable"] == "gdp"
    assert all(low <= middle <= high for low, middle, high in (row[theory] for theory in TWO))
    assert row["above"] in (0.0, pytest.approx(1 / 3), pytest.approx(2 / 3), 1.0)


@pytest.mark.parametrize(
    ("arguments", "kind", "told"),
    [
        (("run", "--theory", "state-capitalsm"), Kind.MISSING, "state-capitalism"),
        (("run", "--scenario", "germany-1923-sucess"), Kind.MISSING, "germany-1923-success"),
        (("run", "--draws", "0"), Kind.BAD_INPUT, "1 to"),
        (("run", "--draws", "many"), Kind.BAD_INPUT, "many"),
        (("theories", "caste"), Kind.MISSING, "transitory-caste"),
        (("explain", "migratoin"), Kind.MISSING, "migration"),
        (("compare", TWO[0], TWO[0]), Kind.BAD_INPUT, "two different"),
        (("compare", *TWO, "--variable", "gpd"), Kind.MISSING, "gdp"),
        (("compare", *TWO, "--year", "1850"), Kind.BAD_INPUT, "1999"),
    ],
)
def test_bad_input_is_told_before_anything_is_run_or_written(tmp_path, monkeypatch, arguments, kind, told):
    monkeypatch.chdir(tmp_path)
    result = call(*arguments)
    assert result.exit_code == kind
    assert told in result.stderr
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def test_a_folder_that_cannot_be_written_is_told_before_the_run(tmp_path):
    (tmp_path / "file").write_text("x")
    result = call("run", "--out", tmp_path / "file")
    assert result.exit_code == Kind.NOT_WRITABLE
    assert result.stderr.startswith(f"Error: {tmp_path / 'file'}: cannot be written")


def test_theories_show_their_slots():
    data = json.loads(call("theories", "--json").stdout)
    assert len(data) == 5
    assert all(len(one["slots"]) == 15 for one in data)
    assert all(slot["slot"] in call("theories", TWO[0]).stdout for slot in data[0]["slots"])


def test_an_id_is_explained():
    assert json.loads(call("explain", "gdp", "--json").stdout)["kind"] == "variable"
    assert "gdp (variable)" in call("explain", "gdp").stdout


def test_coverage_names_every_list_of_the_canon():
    data = json.loads(call("coverage", "--json").stdout)
    assert {"variables", "mechanisms", "slots", "levers", "scenarios"} <= set(data)
    assert all(data.values())
    missing = call("coverage", "--missing").stdout
    assert all(row["id"] in missing for rows in data.values() for row in rows if not row["home"])
