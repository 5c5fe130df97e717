"""Every rival keeps to its interface, and none sees a year after the freeze."""

import numpy as np
import pandas as pd
import pytest

from thermidor.errors import ThermidorError
from thermidor.lab import tournament
from thermidor.record import load
from thermidor.rivals import RIVALS, History, Past
from thermidor.rivals.panel import members
from thermidor.rivals.popov import path as vintages
from thermidor.rivals.rival import OUTPUT, PEOPLE

NAMES = [rival.id for rival in RIVALS]
KNOWN = tournament.targets()


def history(until):
    return tournament.history(KNOWN, until)


def steady(growth=0.04, until=1980, first=1950):
    years = np.arange(first, until + 1)
    made = Past("income", "index", years, 100 * np.exp(growth * (years - first)))
    people = Past("people", "thousand", years, 1e5 * np.exp(0.01 * (years - first)))
    return History.of({OUTPUT: made, PEOPLE: people}, until)


def test_names_are_unique():
    assert len(set(NAMES)) == len(NAMES) >= 8


@pytest.mark.parametrize("rival", RIVALS, ids=NAMES)
@pytest.mark.parametrize("until", [1928, 1985])
def test_a_forecast_is_whole_and_repeats(rival, until):
    past = history(until)
    one, again = (rival.forecast(past, 1991, 200, 7) for _ in range(2))
    assert set(one.draws) == set(rival.speaks(past))
    assert one.rival == rival.id and one.until == until and one.years[0] == until + 1
    for name, sample in one.draws.items():
        assert sample.shape == (200, len(one.years))
        assert np.isfinite(sample).all()
        assert np.array_equal(sample, again.draws[name])
    if one.ending is not None:
        assert one.ending.shape == (200, len(one.years))
        assert ((one.ending >= 0) & (one.ending <= 1)).all()
        assert np.array_equal(one.ending, again.ending)


@pytest.mark.parametrize("rival", RIVALS, ids=NAMES)
def test_another_seed_gives_other_luck(rival):
    past = history(1985 if "allen" not in rival.id else 1928)
    one, other = (rival.forecast(past, 1991, 50, seed) for seed in (1, 2))
    same = [np.array_equal(one.draws[n], other.draws[n]) for n in one.draws]
    same += [] if one.ending is None else [np.array_equal(one.ending, other.ending)]
    assert same
    assert rival.id == "constant-hazard" or not all(same)


def planted(until):
    """The record with absurd numbers after the freeze."""
    rows = load()
    late = rows["year"] > until
    for side in ("low", "value", "high"):
        rows.loc[late, side] = 1e7 + 1e4 * rows.loc[late, "year"]
    return rows


@pytest.mark.parametrize("until", tournament.FREEZES)
def test_nothing_moves_when_absurd_data_stand_after_the_freeze(until):
    true, false = load(), planted(until)
    assert not true.equals(false)
    one = tournament.history(tournament.targets(true), until, true)
    other = tournament.history(tournament.targets(false), until, false)
    for rival in RIVALS:
        told, retold = (rival.forecast(past, 1991, 40, 1) for past in (one, other))
        assert set(told.draws) == set(retold.draws)
        assert all(np.array_equal(told.draws[n], retold.draws[n]) for n in told.draws)
        assert (told.ending is None) == (retold.ending is None)
        assert told.ending is None or np.array_equal(told.ending, retold.ending)


def test_what_is_planted_before_the_freeze_moves_every_fitted_forecast():
    """The test above would pass if no rival looked at the record at all."""
    rows = load()
    rows.loc[(rows["series"] == OUTPUT) & (rows["year"] == 1983), ["low", "value", "high"]] *= 1.2
    moved = tournament.history(tournament.targets(rows), 1985, rows)
    for rival in RIVALS:
        if OUTPUT in rival.speaks(moved):
            one, other = (rival.forecast(past, 1991, 40, 1).draws[OUTPUT] for past in (moved, history(1985)))
            assert not np.array_equal(one, other), rival.id


def test_a_history_ends_at_its_freeze():
    past = history(1953)
    assert all(past[name].years[-1] <= 1953 for name in past)
    with pytest.raises(ThermidorError, match="no such series"):
        past["moon"]
    with pytest.raises(ValueError, match="read-only"):
        past[OUTPUT].value[0] = 1.0


def test_years_must_rise():
    with pytest.raises(ValueError, match="years must rise"):
        Past("x", "", [1950, 1950], [1.0, 2.0])


@pytest.mark.parametrize("name", ["random-walk", "ces", "cobb-douglas-break", "kornai", "harrison"])
def test_steady_growth_is_carried_on(name):
    past = steady()
    rival = next(one for one in RIVALS if one.id == name)
    sample = rival.forecast(past, 1985, 800, 1).draws[OUTPUT]
    true = past[OUTPUT].value[-1] * np.exp(0.04 * 5)
    assert np.median(sample[:, -1]) == pytest.approx(true, rel=0.12)


def test_ces_finds_a_low_elasticity_where_there_is_one():
    from thermidor.rivals.ces import PRIORS, Ces
    from thermidor.rivals.growth import fitted, foretell, stretch

    model, rng = Ces(), np.random.default_rng(3)
    p = {name: np.array([prior.median]) for name, prior in PRIORS.items()}
    p |= {"substitution": np.array([0.3]), "plant": np.array([0.75]), "invested": np.array([0.35])}
    p |= {"noise": np.array([1e-4]), "ratio": np.array([1.0])}
    made = foretell(model, p, stretch(steady(until=1953)), 40, rng)[0]
    years = np.arange(1954, 1994)
    people = Past("", "", years, np.exp(0.01 * (years - 1954)))
    truth = History.of({OUTPUT: Past("", "", years, made), PEOPLE: people}, 1993)
    got = fitted(model, stretch(truth), rng)
    assert np.median(got["substitution"]) < 0.55 < PRIORS["substitution"].median


def test_normal_replacement_is_a_hump_and_starved_replacement_a_step():
    normal = np.diff(np.log(vintages(0.2, 2.0, 20, 61)))
    starved = np.diff(np.log(vintages(0.2, 2.0, 20, 61, starved=0.2)))
    assert normal.argmax() == 24
    assert np.ptp(starved[:20]) < 1e-9 and starved[20] < starved[19] and np.all(np.diff(starved[21:]) < 0.003)


def test_the_panel_wants_recent_series():
    assert OUTPUT in members(history(1985))
    assert "cattle-pre-war" not in members(history(1985))


def test_other_regimes_count_falls():
    from thermidor.rivals.hazard import falls_and_years
    from thermidor.rivals.rival import REGIMES

    count = Past("", "", [1950, 1951, 1952, 1953], [4.0, 5.0, 3.0, 3.0], True)
    assert falls_and_years(History.of({REGIMES: count}, 1953)) == (2.0, 12.0)


def test_a_frame_of_scores_has_all_freezes():
    entrants = tournament.rivals(draws=50)[:1]
    found, ends = tournament.run(entrants, KNOWN)
    assert ends.empty
    assert set(found["freeze"]) == set(tournament.FREEZES)
    assert (found["year"] > found["freeze"]).all()
    assert isinstance(found, pd.DataFrame)


def test_an_entrant_that_knows_the_future_wins():
    truth = {one.id: one.past for one in KNOWN}

    def prophet(past):
        years = np.arange(past.until + 1, 1992)
        noise = np.random.default_rng(1).normal(size=(300, 1))
        told = {}
        for name in set(past) & set(truth):
            right = np.interp(years, truth[name].years, truth[name].value)
            told[name] = right * (1 + 0.02 * noise) + 1e-3 * noise
        return tournament.Forecast("prophet", past.until, years, 1, told)

    entrants = (*tournament.rivals(draws=100)[:1], tournament.Entrant("prophet", "", prophet))
    table = tournament.standings(tournament.run(entrants, KNOWN)[0]).set_index(["horizon", "entrant"])
    assert (table.xs("prophet", level="entrant")["crps verdict"] == "better").all()
    assert (table.xs("random-walk", level="entrant")["crps verdict"] == "tie").all()


def test_weights_go_to_the_entrant_that_foretells_every_series():
    rows = [
        {"entrant": name, "freeze": 1950, "series": series, "year": 1951, "ahead": 1, "log score": score}
        for series in "abcd"
        for name, score in (("good", -1.0), ("bad", -4.0), ("rare", -0.5))
        if name != "rare" or series == "a"
    ]
    table = tournament.stacked(pd.DataFrame(rows), "1 year").set_index("entrant")
    assert set(table.index) == {"bad", "good"}  # the rare one would leave one datum common to all
    least, weight = table.loc["good", ["least", "weight"]]
    assert 0.75 < least < weight < 1  # four series against the one in favour of each entrant, then three
    assert (table["groups"] == 4).all()


def test_the_end_is_scored_by_its_hazard_path():
    years = np.arange(1986, 1992)
    sure = np.zeros((10, 6))
    sure[:, -1] = 1.0
    assert tournament.ending_score(years, sure) == {"log score": 0.0, "brier": 0.0, "ended": 1.0}
    flat = tournament.ending_score(years, np.full((10, 6), 0.1))
    assert flat["log score"] == pytest.approx(np.log(0.9**5 * 0.1))
    assert flat["ended"] == pytest.approx(1 - 0.9**6)
