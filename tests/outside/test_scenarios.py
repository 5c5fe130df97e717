"""The forty scenarios and the levers: they load, they move something, bad ones are told clearly."""

from pathlib import Path
from urllib.parse import parse_qs

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thermidor import __version__
from thermidor.errors import Kind, ThermidorError
from thermidor.frame.lever import LEVERS as FRAME
from thermidor.frame.state import METAS, start_state
from thermidor.outside import (
    HISTORY,
    LEVERS,
    THEORIES,
    YEARS,
    Scenario,
    Setting,
    lever_ids,
    levers,
    policy,
    read_query,
    read_toml,
    scenario,
    scenario_ids,
    scenarios,
    write_query,
    write_toml,
)  # fmt: skip
from thermidor.outside.compile import history
from thermidor.outside.lever import Choice, Number
from thermidor.outside.pages import scenarios_page

AS_IT_COMES = ("worker_organisation", 0)  # a floor: nought leaves unions to the model
DOCS = Path(__file__).parents[2] / "docs"


def one_lever(name, value, **years):
    return Scenario("try", "Try", levers={name: Setting(value, **years)})


def change(name, value, **years):
    """Return levers that leave history, drives and factors on the start."""
    moved, drives, start = levers(one_lever(name, value, **years))
    usual = history()
    return {n: getattr(moved, n) for n in FRAME if np.any(getattr(moved, n) != usual[n])}, drives, start


def test_there_are_forty_scenarios_and_the_levers_of_the_canon():
    assert len(scenario_ids()) == 40
    assert sum(not one.ours for one in LEVERS.values()) == 31
    assert lever_ids() == tuple(LEVERS)


@pytest.mark.parametrize("name", scenario_ids())
def test_every_scenario_loads_and_compiles(name):
    one = scenario(name)
    moved, drives, start = levers(one)
    assert one.id == name
    assert all(np.shape(getattr(moved, n)) == (len(YEARS),) for n in FRAME)
    assert all(np.isfinite(getattr(moved, n)).all() for n in FRAME)
    assert set(drives) <= set(policy("record"))
    assert set(start) <= set(METAS)
    assert {p.theory for p in one.predictions} == set(THEORIES)


def test_the_baseline_is_history_throughout():
    moved, drives, start = levers(scenario(HISTORY))
    assert all(np.array_equal(getattr(moved, n), path) for n, path in history().items())
    assert not drives
    assert not start


@pytest.mark.parametrize("name", [n for n in scenario_ids() if n != HISTORY])
def test_every_other_scenario_leaves_history(name):
    moved, drives, _ = levers(scenario(name))
    assert drives or any(np.any(getattr(moved, n) != path) for n, path in history().items())


@pytest.mark.parametrize("name", LEVERS)
def test_every_setting_of_every_lever_moves_something(name):
    settings = [value for value in LEVERS[name].examples() if (name, value) != AS_IT_COMES]
    assert settings
    for value in settings:
        moved, drives, start = change(name, value)
        assert moved or drives or start, value


def test_no_two_levers_move_the_same_thing():
    taken = [
        {
            thing
            for value in one.examples()
            for c in [one.course(value)]
            for parts in (c.levers, c.drives)
            for thing in parts
        }
        for one in LEVERS.values()
    ]
    assert sum(map(len, taken)) == len(set().union(*taken))


@pytest.mark.parametrize(
    "name", [n for n, one in LEVERS.items() if n not in ("investment_target", "worker_organisation")]
)
def test_the_historical_setting_of_a_lever_changes_nothing(name):
    moved, drives, start = change(name, LEVERS[name].historical)
    assert not moved
    assert not drives
    assert all(factor == pytest.approx(1.0) for factor in start.values())


def test_every_lever_of_the_frame_can_be_moved():
    reached = {n for name, one in LEVERS.items() for v in one.examples() for n in change(name, v)[0]}
    # The years of recorded deaths are history; the switch decides whether they count.
    assert set(FRAME) - reached <= {"leader_dies"}


def test_every_lever_has_meaning_and_years_of_the_run():
    for one in LEVERS.values():
        assert one.meaning
        assert YEARS[0] <= one.span[0] <= one.span[1] <= YEARS[-1]
        assert one.domain.fault(one.historical) == ""


def test_years_of_a_setting_take_the_place_of_the_levers_own():
    moved, _, _ = levers(one_lever("military_rivalry", 2.0, first=1950, last=1959))
    doubled = [year for year, value in zip(YEARS, moved.military_rivalry, strict=True) if value == 2.0]
    assert doubled == list(range(1950, 1960))


def test_an_event_moves_as_a_whole():
    moved, _, _ = levers(one_lever("world_revolution_path", "germany-1923", first=1927))
    assert [year for year, won in zip(YEARS, moved.win_germany, strict=True) if won] == [1927]


def test_the_investment_target_is_reached_in_the_fourth_year_and_ends_with_the_war():
    _, drives, _ = levers(one_lever("investment_target", 0.2))
    path = dict(zip(YEARS, drives["accumulation_target"], strict=True))
    assert np.isnan(path[1927])
    assert path[1928] < path[1930] < path[1931] == pytest.approx(0.2)
    assert path[1940] == pytest.approx(0.2)
    assert np.isnan(path[1941])


@pytest.mark.parametrize("times", [0.5, 2.0, 8.0])
def test_a_richer_start_keeps_the_people_whole(times):
    _, _, start = levers(one_lever("initial_development", times))
    strata = ("peasants", "kulaks", "workers", "idle", "employees", "specialists", "officials", "army")
    strata += ("prisoners", "exiles", "dependants")
    now = start_state()
    before = sum(float(getattr(now, n)) for n in strata)
    after = sum(float(getattr(now, n)) * start.get(n, 1.0) for n in strata)
    assert after == pytest.approx(before, rel=1e-6)
    assert start["income_per_head"] == times


@pytest.mark.parametrize("name", scenario_ids())
def test_a_scenario_goes_round(name, tmp_path):
    one = scenario(name)
    path = tmp_path / "mine.toml"
    path.write_text(write_toml(one), encoding="utf-8")
    assert scenario(path) == one
    assert scenario(str(path)) == one
    query = write_query(one, __version__)
    assert read_query(query) == one
    assert read_query("?" + query) == one
    assert parse_qs(query)["model"] == [__version__]
    assert parse_qs(query)["schema"] == ["1"]


def drawn(one):
    if isinstance(one.domain, Number):
        return st.floats(one.domain.low, one.domain.high, allow_nan=False)
    return st.sampled_from(one.domain.words_allowed) if isinstance(one.domain, Choice) else st.booleans()


settings_drawn = st.sampled_from(list(LEVERS.values())).flatmap(
    lambda one: st.tuples(st.just(one.id), drawn(one), st.none() | st.sampled_from(YEARS))
)


@given(chosen=settings_drawn, title=st.text(min_size=1).filter(str.strip), metric=st.text())
def test_any_setting_goes_round_and_compiles(chosen, title, metric):
    name, value, first = chosen
    last = None if first is None else YEARS[-1]
    one = Scenario("any", title, metric=metric, levers={name: Setting(value, first, last)})
    assert read_query(write_query(one, __version__)) == one
    assert read_toml(write_toml(one), "any") == one
    assert np.isfinite(levers(one)[0].oil_price).all()


GOOD = 'id = "x"\ntitle = "X"\n'
BAD = {
    "unknown lever": (
        GOOD + "[levers]\noil_prise = 1\n",
        ["levers.oil_prise", "unknown lever", "'oil_price'"],
    ),
    "out of range": (
        GOOD + "[levers]\noil_price = 9\n",
        ["levers.oil_price", "out of range: 9", "from 0 to 3"],
    ),
    "no number": (GOOD + '[levers]\noil_price = "dear"\n', ["levers.oil_price", "not a number: 'dear'"]),
    "truth for number": (GOOD + "[levers]\noil_price = true\n", ["levers.oil_price", "not a number: True"]),
    "nan": (GOOD + "[levers]\noil_price = nan\n", ["levers.oil_price", "out of range"]),
    "wrong choice": (
        GOOD + '[levers]\nleader = "rigth"\n',
        ["levers.leader", "not among the choices", "'right'"],
    ),
    "number for word": (GOOD + "[levers]\nleader = 1\n", ["levers.leader", "not a word", "one of stalin"]),
    "no truth": (GOOD + "[levers]\nlenin_survives = 1\n", ["lenin_survives", "neither true nor false: 1"]),
    "malformed": (GOOD + "[levers\n", ["not TOML", "line 3"]),
    "year too early": (GOOD + "[levers]\noil_price = { value = 1, from = 1905 }\n", ["1905", "1913 to 1999"]),
    "year as text": (GOOD + '[levers]\noil_price = { value = 1, to = "late" }\n', ["'late'", "1913 to 1999"]),
    "years reversed": (
        GOOD + "[levers]\noil_price = { value = 1, from = 1980, to = 1970 }\n",
        ["ends before"],
    ),
    "no value": (GOOD + "[levers]\noil_price = { from = 1980 }\n", ["has no value", "value = 1.0"]),
    "stray key": (
        GOOD + "[levers]\noil_price = { value = 1, form = 1980 }\n",
        ["unknown key: 'form'", "'from'"],
    ),
    "unknown theory": (
        GOOD + '[[prediction]]\ntheory = "state-capitalist"\ntext = ""\n',
        ["'state-capitalism'"],
    ),
    "unknown variable": (
        GOOD + '[[prediction]]\ntheory = "state-capitalism"\nvariable = "gpd"\ntext = ""\n',
        ["prediction 1.variable", "unknown variable: 'gpd'", "'gdp'"],
    ),
    "no direction": (
        GOOD + '[[prediction]]\ntheory = "state-capitalism"\nvariable = "gdp"\ndirection = 2\ntext = ""\n',
        ["prediction 1.direction", "Take 1, 0 or -1"],
    ),
    "prediction years": (
        GOOD + '[[prediction]]\ntheory = "state-capitalism"\ntext = ""\nyears = [1990, 2020]\n',
        ["prediction 1.years", "2020"],
    ),
    "missing title": ('id = "x"\n', ["title", "missing"]),
    "other schema": (GOOD + "schema = 7\n", ["schema", "another version: 7"]),
    "unknown kind": (GOOD + 'kind = "counterfactul"\n', ["unknown kind", "'counterfactual'"]),
    "stray section": (GOOD + "[lever]\noil_price = 1\n", ["unknown key: 'lever'", "'levers'"]),
    "levers no table": (GOOD + "levers = 3\n", ["levers", "not a table"]),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_told_in_one_message(case):
    text, words = BAD[case]
    with pytest.raises(ThermidorError) as told:
        read_toml(text, "mine.toml")
    assert all(word in told.value.message for word in ["mine.toml", *words]), told.value.message
    assert told.value.kind in (Kind.BAD_INPUT, Kind.MISSING)


def test_all_faults_are_told_together():
    text = GOOD + "[levers]\noil_prise = 1\nmilitary_rivalry = -1\nleader = 3\n"
    with pytest.raises(ThermidorError) as told:
        read_toml(text, "mine.toml")
    assert "3 faults" in told.value.message
    assert all(word in told.value.message for word in ("oil_prise", "military_rivalry", "leader"))


def test_an_unknown_scenario_is_told_with_its_like():
    with pytest.raises(ThermidorError, match="no-oil-rent") as told:
        scenario("no-oil-rant")
    assert told.value.kind == Kind.MISSING


def test_a_missing_file_is_told():
    with pytest.raises(ThermidorError, match="cannot be read") as told:
        scenario("nowhere/mine.toml")
    assert told.value.kind == Kind.MISSING


def test_a_file_that_is_no_text_is_told(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ThermidorError, match="UTF-8"):
        scenario(path)


def test_an_address_typed_by_hand_is_read():
    one = read_query("id=x&title=X&lever.leader=right&lever.oil_price=0.5&lever.german_invasion=1941")
    assert one.levers == {
        "leader": Setting("right"),
        "oil_price": Setting(0.5),
        "german_invasion": Setting("1941"),
    }


def test_predictions_are_signed_where_the_words_name_a_direction():
    told = [p for one in scenarios().values() for p in one.predictions]
    signed = [p for p in told if p.direction is not None]
    odds = [p for p in told if p.share is not None]
    assert len(signed) > 150
    assert all(p.variable and p.years for p in [*signed, *odds])
    assert all(p.side and p.odds and p.beyond is not None for p in odds)


@pytest.mark.parametrize("name", scenario_ids())
def test_anchors_stay_short(name):
    assert all(len(anchor) < 80 for anchor in scenario(name).anchors)


def test_the_page_on_scenarios_is_current():
    assert (DOCS / "scenarios.md").read_text(encoding="utf-8") == scenarios_page()
