"""Sensitivity: functions of known effects, ranges from the fit, gradients of a toy, ablation of the model."""

import numpy as np
import pandas as pd
import pytest

from thermidor.errors import Kind, ThermidorError
from thermidor.lab import gradients as slopes
from thermidor.lab.ablation import SWITCHES, ablated, clear, impossible, supplied, switched
from thermidor.lab.belief import mechanism_id, mechanisms
from thermidor.lab.canon import mechanism_homes
from thermidor.lab.ensemble import batch, serials
from thermidor.lab.hybrids import ITEMS
from thermidor.lab.outcomes import NEVER, outcome
from thermidor.lab.sensitivity import CHANCE, HIGH, LOW, Space, answer, screened, shares, space, unpinned
from thermidor.lab.sensitivity_words import of_ablation, of_gradients, sentences
from thermidor.lab.setting import closed
from thermidor.run import rows
from thermidor.theories import THEORIES

SC = THEORIES["state-capitalism"]
NAMES = ("a", "b", "c")


def line(places, luck):
    return 3 * places[:, 0] - places[:, 1]


def dice(places, luck):
    return places[:, 0] + np.random.default_rng(1).standard_normal(1000)[luck]


def test_morris_finds_the_effects_of_a_line_without_error():
    found = screened(NAMES, line, 4, 1).set_index("parameter")
    assert found.loc["a", "change"] == pytest.approx(3.0)
    assert found.loc["b", "change"] == pytest.approx(-1.0)
    assert found.loc["b", "size"] == pytest.approx(1.0)
    assert found.loc["c", "size"] == 0.0
    assert found["bend"].max() == pytest.approx(0.0, abs=1e-9)
    assert list(found.index) == ["a", "b", "c"]


def test_luck_does_not_blur_morris_since_a_trajectory_keeps_its_own():
    found = screened(NAMES, dice, 4, 1).set_index("parameter")
    assert found.loc["a", "change"] == pytest.approx(1.0)
    assert found.loc["b", "size"] == pytest.approx(0.0, abs=1e-9)


def test_sobol_shares_of_a_line_are_those_of_its_variances():
    found = shares(NAMES, ["a", "b"], line, 256, 1).set_index("parameter")
    assert found.loc["a", "alone"] == pytest.approx(0.9, abs=0.05)
    assert found.loc["b", "total"] == pytest.approx(0.1, abs=0.03)
    assert found.loc[CHANCE, "total"] == 0.0


def test_chance_is_an_input_of_its_own():
    found = shares(NAMES, ["a"], dice, 256, 1).set_index("parameter")
    assert found.loc[CHANCE, "total"] > 0.8
    assert found.loc["a", "total"] == pytest.approx(1 / 13, abs=0.05)


def test_what_does_not_vary_has_no_shares():
    assert shares(NAMES, ["a"], lambda p, luck: np.ones(len(p)), 16, 1).empty


def test_places_go_through_the_middle_of_what_is_known():
    known = np.stack([np.linspace(0, 1, 501), np.linspace(0.4, 0.6, 501)], axis=1)
    ends = Space(SC, ("a", "b"), known).ranks(np.array([[0.0, 0.0], [1.0, 1.0]]))
    assert ends["a"] == pytest.approx([LOW, HIGH])
    assert ends["b"] == pytest.approx([0.41, 0.59])


def test_a_parameter_left_as_wide_as_its_prior_is_named():
    luck = np.random.default_rng(1)
    given = Space(SC, ("wide", "narrow"), np.stack([luck.random(500), 0.5 + 0.1 * luck.random(500)], axis=1))
    assert list(unpinned(given.pinned).index) == ["wide"]
    assert given.pinned["narrow"] == pytest.approx(0.1, abs=0.02)
    screen = pd.DataFrame({"parameter": ["wide", "narrow"], "size": [1.0, 0.0], "change": [1.0, 0.0]})
    told = sentences(screen, pd.DataFrame(), given.pinned)
    assert "Not identified, though they move this outcome: wide." in told


def test_over_priors_nothing_is_narrowed():
    given = space(SC, prior=True)
    assert given.pinned.to_numpy() == pytest.approx(np.ones(len(given.names)), abs=0.01)
    assert len(given.names) > 200


def test_the_model_answers_as_asked_and_alike_on_the_same_luck():
    run = answer(space(SC), outcome("gdp@1970"), 1)
    places = np.full((3, len(space(SC).names)), 0.5)
    found = run(places, np.array([0, 0, 1]))
    assert found[0] == found[1] != found[2]


def test_outcomes_by_pattern_year_and_years():
    fields = {"gdp": np.tile(np.arange(87.0), (2, 1)), "turn": np.zeros((2, 87))}
    from thermidor.claims.view import Run

    assert outcome("gdp@1920").values(Run(fields)) == pytest.approx([7.0, 7.0])
    assert outcome("gdp@1920-1922").values(Run(fields)) == pytest.approx([8.0, 8.0])
    assert outcome("turn").values(Run(fields)) == pytest.approx([NEVER, NEVER])
    assert outcome("turn").is_year


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("tern", Kind.MISSING),
        ("gpd@1970", Kind.MISSING),
        ("gdp@1870", Kind.BAD_INPUT),
        ("gdp@1980-1970", Kind.BAD_INPUT),
    ],
)
def test_an_outcome_that_is_not_there_is_refused(text, kind):
    with pytest.raises(ThermidorError) as told:
        outcome(text)
    assert told.value.kind == kind


def toy(model, start, *outside):
    """Return a run in which gdp is nothing but a product of two parameters."""
    import jax.numpy as jnp

    held = {mechanism_id(one): one for row in model.values() for one in row}
    value = held["catch_up"].speed * held["harvest"].level
    place = rows()["gdp"][0]
    whole = jnp.zeros((87, max(end for _, end, _ in rows().values()), value.shape[0]))
    return whole.at[:, place, :].set(value * 1000)


def test_gradients_of_a_smooth_toy_foretell_all_and_stand_at_their_parameter(monkeypatch):
    monkeypatch.setattr(slopes, "simulate", toy)
    monkeypatch.setattr(
        slopes, "run_batches", lambda ready, setting: slopes._fields(toy(ready[0].model, ready[0].start))
    )
    slopes._programme.cache_clear()
    given = space(SC)
    found = slopes.gradients(given, outcome("gdp@1970"), 2, 1)
    slopes._programme.cache_clear()
    moving = found.table[found.table["gradient"] != 0]
    assert set(moving["parameter"]) == {"catch_up.speed", "harvest.level"}
    assert moving["gradient"].to_numpy() == pytest.approx(moving["moved"].to_numpy(), rel=0.05)
    assert found.foretold == pytest.approx(1.0, abs=0.01)
    assert found.right == 1.0
    assert found.useful


def test_where_a_move_is_a_jump_gradients_are_told_to_be_useless():
    jumps = np.array([[0.0, 5.0], [0.0, -4.0]])
    assert slopes.foretold(np.zeros((2, 2)), jumps) == 0.0
    assert slopes.foretold(jumps, jumps) == 1.0
    assert np.isnan(slopes.foretold(jumps * 0, jumps * 0))
    assert slopes.right(np.array([1.0, 0.0, 0.0]), np.array([1.1, 9.0, 0.01])) == 0.5
    table = pd.DataFrame({"parameter": ["a"], "gradient": [0.0]})
    assert "see none" in of_gradients(slopes.Gradients(table, 0.0, 0.0, {}))[0]
    table = pd.DataFrame({"parameter": ["a"], "gradient": [1.0]})
    told = of_gradients(slopes.Gradients(table, 0.1, 0.8, {1928: 0.99, 1985: 0.0}))
    assert "useless" in told[0]
    assert "80%" in told[1]
    assert told[2].endswith("useless in 1985.")


def test_every_supplied_mechanism_has_a_switch_that_stands_at_home_or_says_why_not():
    assert set(SWITCHES) == set(supplied())
    known = {mechanism_id(one): one for one in mechanisms()}
    for name, switch in SWITCHES.items():
        assert switch.numbers or switch.stays
        for place in switch.numbers:
            part, number = place.split(".")
            assert hasattr(known[part], number)
        homes = mechanism_homes()[name]
        assert not switch.numbers or {p.split(".")[0] for p in switch.numbers} & {*homes, "capacity"}


def test_a_switch_changes_its_own_number_alone():
    usual = batch(SC, closed(), serials(3), 1, space(SC).ranks(np.full((3, len(space(SC).names)), 0.5)))
    off = switched(usual, {"catch_up.speed": 0.0})
    pairs = [
        (a, b) for phase in usual.model for a, b in zip(usual.model[phase], off.model[phase], strict=True)
    ]
    changed = [mechanism_id(a) for a, b in pairs if repr(a) != repr(b)]
    assert changed == ["catch_up"]
    with pytest.raises(KeyError):
        switched(usual, {"catch_up.sped": 0.0, "nobody.there": 1.0})


def test_ablation_scores_all_anew_and_says_what_cannot_be():
    found = ablated(SC, 8, 1, read=outcome("gdp@1970").values)
    assert set(found["mechanism"]) == set(supplied())
    assert len(found) == len(supplied()) * (len(ITEMS) + 1)
    assert impossible(found) == ("labour-reserve-exhaustion",)
    own = found[found["item"] == "outcome"].set_index("mechanism")
    assert own.loc["catch-up-convergence", "change"] < 0
    told = of_ablation(found, clear(found))
    assert any(line.startswith("labour-reserve-exhaustion cannot be switched off") for line in told)
    assert len(told) == len(supplied()) + 1
