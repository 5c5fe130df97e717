"""A whole fit of a theory, tiny, on the full model: what is written, and that it is the same again."""

from pathlib import Path

import numpy as np
import pytest
import xarray as xr
from click.testing import CliRunner

from thermidor.cli import main
from thermidor.errors import ThermidorError
from thermidor.fit.fitted import Asked, fit, inference_data, save
from thermidor.fit.free import NAMES, WIDTH
from thermidor.fit.simulate import Task, summaries, threads
from thermidor.fit.smc import Plan, Stage
from thermidor.fit.study import Study, study

THEORY = "transitory-caste"
ASKED = Asked(1928, runs=2, bank=80, plan=Plan(16, 1))
SPREAD = threads(2)


@pytest.fixture(scope="module", autouse=True)
def shared(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return study(SPREAD, ASKED.until, ASKED.bank, spare=20)


def fitted(shared: Study, folder: Path) -> tuple:
    told: list[Stage] = []
    return fit(THEORY, ASKED, shared, SPREAD, folder, told.append), told


def test_a_fit_is_the_same_again_and_from_its_stages(shared: Study, tmp_path: Path):
    one, told = fitted(shared, tmp_path / "one")
    other, _ = fitted(shared, tmp_path / "other")
    assert len(told) == len(one.stages) > 1
    again, heard = fitted(shared, tmp_path / "one")
    assert len(heard) == len(told)
    for found in (other, again):
        assert (found.stages[-1].scores == one.stages[-1].scores).all()
        assert found.log_evidence == one.log_evidence


def test_it_is_written_in_the_schema_of_arviz(shared: Study, tmp_path: Path):
    one, _ = fitted(shared, tmp_path)
    with xr.open_datatree(save(one, tmp_path), engine="h5netcdf") as tree:
        assert {"posterior", "prior", "sample_stats"} <= set(tree.children)
        assert tuple(tree["posterior"].dims) == ("chain", "draw")
        assert set(tree["posterior"].data_vars) == set(NAMES)
        assert tree.attrs["log_evidence"] == pytest.approx(one.log_evidence)
        assert tree.attrs["theory"] == THEORY
        assert 0 <= tree.attrs["surviving_volume"] <= 1
    assert inference_data(one).equals(inference_data(fitted(shared, tmp_path)[0]))


def test_runs_do_not_depend_on_the_chunk_they_are_in():
    scores = np.random.default_rng(1).standard_normal((30, WIDTH))
    task = Task(THEORY, 1928, 1, scores, np.arange(30))
    whole = summaries(task)
    assert (summaries(task) == whole).all()
    parts = np.concatenate([summaries(task.cut(slice(i, i + 7))) for i in range(0, 30, 7)])
    assert parts == pytest.approx(whole, abs=1e-6)  # products round by their size
    assert (summaries(Task(THEORY, 1928, 2, scores, np.arange(30))) != whole).any()


def test_emulated_and_direct_agree_on_parameters_no_emulator_saw():
    until, points = 1940, 30
    learned = study(SPREAD, until, 400)
    scores = np.random.default_rng(9).standard_normal((points, WIDTH))
    emulated = learned.emulated(THEORY, learned.history)(scores, np.arange(points))
    direct = learned.direct(THEORY, 16, SPREAD)(scores, np.arange(points))
    assert abs((emulated - direct).mean()) < 1.0
    assert np.log(np.exp(emulated).mean() / np.exp(direct).mean()) == pytest.approx(0.0, abs=1.0)
    assert np.corrcoef(emulated, direct)[0, 1] > 0.2


@pytest.mark.parametrize("until", [1900, 1999])
def test_a_year_that_cannot_be_fitted_is_told(until: int):
    with pytest.raises(ThermidorError, match="no fit until this year"):
        Asked(until)


def test_another_question_has_another_name():
    names = {one.name(THEORY) for one in (ASKED, Asked(1928), Asked(1928, plan=Plan(seed=2)), Asked(1940))}
    assert len(names) == 4


def test_history_is_not_compared_before_twins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("THERMIDOR_CACHE", str(tmp_path / "compiled"))
    found = CliRunner().invoke(main, ["fit", "--all", "--until", "1928", "--out", str(tmp_path)])
    assert found.exit_code == 3
    assert "thermidor twin" in found.output


@pytest.mark.parametrize(
    "words",
    [["fit"], ["fit", THEORY, "--all"], ["fit", THEORY, "--until", "1900"], ["fit", THEORY, "--keep", "out"]],
)
def test_what_cannot_be_asked_is_told(words: list[str]):
    assert CliRunner().invoke(main, words).exit_code == 2


def test_an_unknown_theory_is_told():
    assert CliRunner().invoke(main, ["fit", "state-capitalizm"]).exit_code == 3
