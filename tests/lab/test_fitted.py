"""Posteriors kept as packaged data: what is written is read, other laws are refused, runs draw from them."""

from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from thermidor.cli import main
from thermidor.errors import ThermidorError
from thermidor.fit.free import FREE
from thermidor.fit.stamp import stamp
from thermidor.lab import fitted, fitted_page, runs
from thermidor.lab.belief import quantiles
from thermidor.lab.kept import digest as kept_digest
from thermidor.theories import THEORIES

NAMES = tuple(FREE.values())
RANKS = np.random.default_rng(2).uniform(0.4, 0.6, (50, len(NAMES)))
THEORY = "state-capitalism"
ROWS = [
    {"theory": theory, "parameter": name, "verdict": "flat" if name == "k_en" else "identified"}
    for theory in THEORIES
    for name in FREE
]


def made(theory: str, log_evidence: float) -> dict[str, object]:
    at = {"low": 0.1, "median": 0.5, "high": 0.9, "contraction": 0.25}
    return {
        "theory": theory, "log_evidence": log_evidence, "error": 0.1, "refuted": 0, "surviving_volume": 1.0,
        "parameters": dict.fromkeys(FREE, at),
    }  # fmt: skip


TOLD = {
    "command": "thermidor fit --all",
    "fits": [made(theory, -5.0 * i) for i, theory in enumerate(THEORIES)],
    "twin": {
        "until": 1992, "replicates": 40, "theories": list(THEORIES), "parameters": ROWS,
        "confusion": np.where(np.eye(5, dtype=bool), 0.6, 0.1).tolist(),
    },
}  # fmt: skip


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(fitted, "FOLDER", tmp_path)
    fitted.fitted.cache_clear()
    fitted.keep(tmp_path, {name: fitted.Posterior(NAMES, RANKS) for name in THEORIES}, TOLD, seed=1)
    return tmp_path


@pytest.fixture(autouse=True)
def forgotten():
    yield
    fitted.fitted.cache_clear()


def test_what_is_kept_is_read(kept: Path):
    found = fitted.fitted(THEORY)
    assert found.names == NAMES
    assert np.sort(found.ranks, axis=0) == pytest.approx(np.sort(RANKS, axis=0), abs=1e-6)
    assert (found.ranks != RANKS).any()  # in an order of chance: the first few stand for all
    rows = {tuple(row) for row in np.round(RANKS, 5)}
    assert all(tuple(row) in rows for row in np.round(found.ranks.astype(float), 5))
    assert (found.take(np.array([0, 50]))[NAMES[3]][0] == found.take(np.array([0, 50]))[NAMES[3]][1]).all()


def test_fits_of_other_laws_are_refused(kept: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fitted, "digest", lambda: "other")
    with pytest.raises(ThermidorError, match="of other laws"):
        fitted.fitted(THEORY)


def test_a_search_of_another_seed_is_noted_beside_the_first(kept: Path):
    ranks = fitted.fitted(THEORY).ranks
    worse = TOLD | {"fits": [made(theory, -6.0 * i) for i, theory in enumerate(THEORIES)]}
    for _ in range(2):
        fitted.keep(kept, {name: fitted.Posterior(NAMES, 1 - RANKS) for name in THEORIES}, worse, seed=2)
    fitted.fitted.cache_clear()
    assert (fitted.fitted(THEORY).ranks == ranks).all()
    assert [one["seed"] for one in fitted.about()["again"]] == [2]
    second = list(THEORIES)[1]
    page = fitted_page.page()
    assert f"| `{second}` | -5.00 | -6.00 |" in page
    assert "Differences move by up to 4.0 from search to search" in page
    fitted.keep(kept, {name: fitted.Posterior(NAMES, RANKS) for name in THEORIES}, TOLD, seed=1)
    assert fitted.about()["again"] == []


def test_where_nothing_is_kept_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fitted, "FOLDER", tmp_path / "none")
    fitted.fitted.cache_clear()
    found = CliRunner().invoke(main, ["run", "--fitted", "--draws", "2", "--out", str(tmp_path)])
    assert found.exit_code == 3
    assert "no fits are packaged" in found.output


def test_runs_take_the_eight_from_the_fit_and_the_rest_as_before(kept: Path, monkeypatch: pytest.MonkeyPatch):
    seen = {}

    def batch(theory, setting, draws, seed, ranks):
        seen[len(seen)] = ranks
        raise KeyboardInterrupt

    monkeypatch.setattr(runs, "batch", batch)
    for chosen in ({}, {"fitted": True}, {"prior": True}):
        with pytest.raises(KeyboardInterrupt):
            runs.run(THEORY, draws=20, seed=3, **chosen)
    usual, posterior, prior = seen.values()
    differ = {name for name in usual if (usual[name] != posterior[name]).any()}
    assert differ == set(NAMES)
    assert all((posterior[name] > 0.39).all() and (posterior[name] < 0.61).all() for name in NAMES)
    told = quantiles(THEORIES[THEORY], 3, np.arange(20))
    assert all((prior[name] == told[name]).all() for name in told)


def test_unfitted_and_fitted_at_once_is_told(kept: Path):
    assert CliRunner().invoke(main, ["run", "--fitted", "--prior"]).exit_code == 2


def test_the_page_tells_who_leads_and_what_is_not_known(kept: Path):
    page = fitted_page.page()
    first, second = list(THEORIES)[:2]
    assert f"Most evidence: `{first}`; by more than twenty to one." in page
    assert f"`{first}` is taken for `{second}` in 10% of its twins." in page
    assert "Unidentified: `k_en`." in page
    assert sum(fitted_page.chances(TOLD["fits"])) == pytest.approx(1.0)
    near = TOLD | {"fits": [made(first, -1.0), made(second, -2.0)], "again": []}
    assert f"within odds of twenty to one of it: `{second}`." in fitted_page.sentences(near)[0]
    unlike = near | {"again": [{"seed": 2, "fits": [made(first, -1.0), made(second, -9.0)]}]}
    assert f"in one search and not in another: `{second}`." in fitted_page.sentences(unlike)[0]


def test_shipped_fits_are_of_these_laws_and_this_record_and_the_page_is_made_of_them():
    told = fitted.about()
    assert {one["theory"] for one in told["fits"]} == set(THEORIES)
    assert told["laws"] == kept_digest()
    assert {one["stamp"] for one in told["fits"]} == {stamp()} == {told["twin"]["stamp"]}
    for theory in THEORIES:
        found = fitted.fitted(theory)
        assert found.names == NAMES
        assert found.ranks.shape == (told["fits"][0]["particles"], len(NAMES))
        assert ((found.ranks > 0) & (found.ranks < 1)).all()
    page = Path(__file__).parents[2] / "docs" / "fit.md"
    assert page.read_text(encoding="utf-8") == fitted_page.page()
