"""Twins of two made-up theories, and the gate that asks for them."""

import json
from pathlib import Path

import numpy as np
import pytest

from thermidor.cli.twin import sentences
from thermidor.errors import Kind, ThermidorError
from thermidor.fit.bank import Bank
from thermidor.fit.calibration import DRAWS, rank, uniformity, verdict
from thermidor.fit.directions import directions
from thermidor.fit.emulator import emulator
from thermidor.fit.free import NAMES, WIDTH
from thermidor.fit.study import Study
from thermidor.fit.summary import layout
from thermidor.fit.trust import FEWEST, record, store, trusted
from thermidor.fit.twin import Twins, data_of, recovery, twins

UNTIL, TAUGHT, KEPT = 1928, 1500, 24
THREE = ("apart", "alike", "likewise")


def made_up(theory: str) -> Bank:
    """Return runs in which the first two parameters act; two theories are one."""
    dice = np.random.default_rng([1, THREE.index(theory)])
    size = len(layout(UNTIL).names)
    scores = np.random.default_rng(2).standard_normal((TAUGHT + KEPT, WIDTH))
    shape = np.random.default_rng(3 if theory == "apart" else 4).standard_normal((2, size))
    summaries = scores[:, :2] @ shape + 0.5 * dice.standard_normal((TAUGHT + KEPT, size))
    return Bank(theory, UNTIL, scores, summaries + (2.0 if theory == "apart" else 0.0))


@pytest.fixture(scope="module")
def study() -> Study:
    banks = [made_up(name) for name in THREE]
    taught = [one.cut(slice(0, TAUGHT)) for one in banks]
    along = directions(taught, layout(UNTIL).noise())
    emulators = {b.theory: emulator(b.scores, along.along(b.summaries)) for b in taught}
    spare = {b.theory: b.cut(slice(TAUGHT, None)) for b in banks}
    return Study(layout(UNTIL), 1, along, emulators, spare)


@pytest.fixture(scope="module")
def found(study: Study) -> Twins:
    return twins(study, THREE, KEPT, lambda _: None)


def test_theories_apart_are_told_apart_and_one_theory_twice_is_not(found: Twins):
    confusion, probability = found.confusion, found.probability
    assert confusion.sum(axis=1) == pytest.approx(1.0)
    assert confusion[0, 0] == 1.0
    assert probability[1, 1] == pytest.approx(0.5, abs=0.1)
    assert probability[1:, 0].max() < 0.01


def test_parameters_that_act_come_back_and_others_are_named_flat(found: Twins):
    told = recovery(found).set_index(["theory", "parameter"])
    assert (told["verdict"] == "identified").sum() <= 2 * len(THREE)
    for theory in THREE:
        acting, idle = told.loc[theory].iloc[:2], told.loc[theory].iloc[2:]
        assert (acting["correlation"] > 0.8).all()
        assert (acting["contraction"] > 0.5).all()
        assert (idle["contraction"] < 0.2).all()
    assert (told["uniform"] > 0.05).mean() >= 0.8


def test_twins_are_the_same_again(study: Study, found: Twins):
    again = twins(study, THREE[:1], 3, lambda _: None)
    assert (again.log_evidence[0, :, 0] == found.log_evidence[0, :3, 0]).all()
    assert (again.ranks[0] == found.ranks[0, :3]).all()


def test_data_are_read_with_the_allowed_error(study: Study):
    exact = study.directions.along(study.spare["alike"].summaries)
    spread = (data_of(study, "alike", KEPT) - exact).std(0)
    assert spread.mean() == pytest.approx(np.sqrt(np.diag(study.directions.noise)).mean(), rel=0.3)


def test_the_result_says_in_words_who_is_confused(found: Twins):
    told = record(found, UNTIL, TAUGHT, 1)
    words = " ".join(sentences(told))
    assert "alike is taken for likewise" in words
    assert "apart is taken" not in words
    assert f"apart {NAMES[-1]}" in words


def test_uniform_ranks_pass_and_others_do_not():
    dice = np.random.default_rng(1)
    assert uniformity(dice.integers(0, DRAWS + 1, 200)) > 0.01
    assert uniformity(dice.binomial(DRAWS, 0.5, 200)) < 1e-6
    assert uniformity(dice.integers(0, 40, 200)) < 1e-6
    assert uniformity(np.repeat([0, DRAWS], 100)) < 1e-6


def test_ranks_of_draws_from_the_same_are_uniform_ties_too():
    dice = np.random.default_rng(2)
    ranks = [rank(dice.standard_normal(1), dice.standard_normal((300, 1)), dice)[0] for _ in range(200)]
    assert uniformity(np.array(ranks)) > 0.01
    tied = [rank(np.zeros(1), np.zeros((300, 1)), dice)[0] for _ in range(200)]
    assert uniformity(np.array(tied)) > 0.01
    assert 0 <= min(tied) <= max(tied) <= DRAWS


@pytest.mark.parametrize(
    ("chance", "contracted", "word"),
    [(0.01, 0.5, "miscalibrated"), (0.5, 0.05, "flat"), (0.5, 0.5, "identified")],
)
def test_a_parameter_gets_one_word(chance: float, contracted: float, word: str):
    assert verdict(chance, contracted) == word


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let nothing be stored."""
    monkeypatch.setenv("THERMIDOR_CACHE", str(tmp_path / "compiled"))
    return tmp_path


@pytest.mark.usefixtures("empty")
def test_without_a_stored_result_there_is_no_trust():
    with pytest.raises(ThermidorError, match="thermidor twin") as fault:
        trusted(UNTIL)
    assert fault.value.kind is Kind.MISSING


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("bent", [{"stamp": "of other laws"}, {"version": "0"}, {"replicates": FEWEST - 1}])
def test_a_result_of_other_laws_or_too_few_twins_is_none(found: Twins, bent: dict[str, object]):
    store(record(found, UNTIL, TAUGHT, 1) | bent)
    with pytest.raises(ThermidorError, match="of other laws or too few"):
        trusted(UNTIL)


def test_a_stored_result_is_found_again(found: Twins, empty: Path):
    told = record(found, UNTIL, TAUGHT, 1)
    store(told, empty / "twin.json")
    assert trusted(UNTIL) == told
    assert json.loads((empty / "twin.json").read_text()) == told
    with pytest.raises(ThermidorError):
        trusted(1940)
