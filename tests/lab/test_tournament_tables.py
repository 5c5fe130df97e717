"""Tables and words of the tournament, from planted scores: who is ahead, where, and what decides a weight."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from thermidor.lab import tournament_page, tournament_tables, verdict_words
from thermidor.lab.theory_entrants import FROZEN, KNOWN, THE_END, name
from thermidor.lab.tournament import NULL
from thermidor.theories import THEORIES

SERIES = ("gdp-ussr-maddison", "birth-rate", "army-share-of-population", "party-size")
FREEZES = (1953, 1964, 1977)
COLUMNS = ["entrant", "freeze", "series", "year", "ahead", "log score", "crps", "pit"]
BEST, WORST = "state-capitalism", "transitory-caste"


def scores(behind=()):
    """Return planted scores: one theory ahead by one, one behind by two; all ``behind`` on these series."""
    rng, rows = np.random.default_rng(1), []
    gain = {BEST: 1.0, WORST: -2.0}
    theories = {name(t, v): gain.get(t, 0.0) for v in (FROZEN, KNOWN) for t in THEORIES}
    for entrant, better in ({NULL: 0.0} | theories).items():
        for freeze in FREEZES:
            for series in SERIES:
                for ahead in (1, 5, 9):
                    luck = 0.0 if entrant == NULL else 0.2 * rng.standard_normal()
                    log = -2 + luck + (-3.0 if series in behind and entrant != NULL else better)
                    rows.append((entrant, freeze, series, freeze + ahead, ahead, log, -log, rng.uniform()))
    return pd.DataFrame(rows, columns=COLUMNS)


def ends():
    told = [(name(t, v), f) for t in THEORIES for v in (FROZEN, KNOWN, THE_END) for f in FREEZES]
    told += [("constant-hazard", f) for f in FREEZES]
    rows = [(e, f, np.log(0.25 if e.startswith(BEST) else 0.01), 0.1, 0.5) for e, f in told]
    return pd.DataFrame(rows, columns=["entrant", "freeze", "log score", "brier", "ended"])


@pytest.fixture(scope="module")
def made():
    return tournament_tables.tables(scores(), ends())


def row(table, **wanted):
    for key, value in wanted.items():
        table = table[table[key] == value]
    assert len(table) == 1
    return table.iloc[0]


def test_gains_are_paired_and_counted_by_group(made):
    best = row(made["freezes"], horizon="5 years", entrant=name(BEST, FROZEN), freeze=1964)
    assert best["gain"] == pytest.approx(1, abs=0.4) and best["groups"] == len(SERIES)
    assert best["verdict"] == "better"
    by_series = row(made["series"], horizon="1 year", entrant=name(WORST, KNOWN), series="birth-rate")
    assert by_series["verdict"] == "worse" and by_series["groups"] == len(FREEZES)


def test_pairs_of_theories_are_told_apart_only_where_they_differ(made):
    pairs = made["pairs"]
    assert len(pairs) == 10 * 2 * 3
    near = pairs[(pairs["horizon"] == "5 years") & (pairs["forcing"] == FROZEN)]
    clear = near[near["verdict"] != "tie"]
    assert all({BEST, WORST} & {r["one"], r["other"]} for r in clear.to_dict("records"))
    assert len(clear) >= 7


def test_weights_are_given_for_all_and_for_the_five_alone(made):
    weights = made["weights"]
    assert set(weights["field"]) == set(tournament_tables.FIELDS)
    for _, rows in weights.groupby(["field", "horizon"]):
        assert rows["weight"].sum() == pytest.approx(1)
    best = row(weights, field="the five, forcing frozen", horizon="5 years", entrant=name(BEST, FROZEN))
    others = weights[(weights["field"] == best["field"]) & (weights["horizon"] == best["horizon"])]["weight"]
    assert best["weight"] > 0.6 > 3 * others.nlargest(2).iloc[1] and not best["decided"]


def test_a_weight_that_hangs_on_one_series_is_said():
    found = scores()
    alone = (found["entrant"] == name(BEST, FROZEN)) & (found["series"] != SERIES[0])
    found.loc[alone, "log score"] = -3.0
    found.loc[(found["entrant"] == name(BEST, FROZEN)) & ~alone, "log score"] = 4.0
    few = found[found["series"].isin(SERIES[:2])]
    found = pd.concat([few.assign(freeze=few["freeze"] + later) for later in range(4)])
    weights = tournament_tables.weights(found)
    best = row(weights, field="the five, forcing frozen", horizon="5 years", entrant=name(BEST, FROZEN))
    assert best["decided"] and best["by"] == SERIES[0]
    words = verdict_words.sentences(tournament_tables.tables(found, ends()))
    assert any("decided by one series" in one and "National income" in one for one in words)


def test_words_say_what_the_tables_say(made):
    told = verdict_words.sentences(made)
    best, worst = verdict_words.SHORT[BEST], verdict_words.SHORT[WORST]
    near = next(one for one in told if one.startswith("Five years ahead, with forcing frozen"))
    better, worse = (
        near.split("better than the random walk: ")[1],
        near.split("worse than the random walk: ")[1],
    )
    assert better.startswith(best) and worse.startswith(worst)
    assert any("mean gain of the five by freeze: 1953 -0." in one for one in told)
    assert any(f"{best}, five years ahead" in one and "on 4 of 4 series" in one for one in told)
    assert any(
        f"{worst}, five years ahead" in one and "on 0 of 4 series (fewer than half)" in one for one in told
    )
    assert any(f"{best} 25.0 % (50 %)" in one and "constant-hazard 1.0 %" in one for one in told)


def test_a_series_on_which_the_random_walk_is_better_is_named():
    told = verdict_words.sentences(tournament_tables.tables(scores(behind=("party-size",)), ends()))
    best = next(one for one in told if one.startswith(f"{verdict_words.SHORT[BEST]}, five years"))
    assert "on 3 of 4 series; not on Party (-3" in best


def test_without_theories_there_is_nothing_to_say_of_them():
    only = scores()
    assert verdict_words.sentences(tournament_tables.tables(only[only["entrant"] == NULL], ends())) == []


def test_tables_are_kept_and_make_a_page(made, tmp_path):
    written = tournament_tables.keep(made, tmp_path, {"seed": 1})
    assert {path.name for path in written} == {"tables.json", *(f"{key}.csv" for key in made)}
    again = {key: pd.read_csv(tmp_path / f"{key}.csv") for key in made}
    text = tournament_page.page(again)
    assert "## Forecasts 5 years ahead" in text and "## The end" in text
    assert max(len(line.split("|")) for line in text.splitlines() if "army" in line.lower()) > 10


def test_the_committed_page_is_current():
    """Made again with: python -m thermidor.lab.tournament_page docs."""
    docs = Path(__file__).parents[2] / "docs"
    assert (docs / "tournament.md").read_text(encoding="utf-8") == tournament_page.page(
        verdict_words.tables()
    )


def test_what_is_shipped_is_small_and_whole():
    about = tournament_tables.about()
    assert set(tournament_tables.kept()) == {"standings", "freezes", "series", "pairs", "weights", "ends"}
    assert about and all(len(table) for table in tournament_tables.kept().values())
    folder = tournament_tables.files("thermidor") / "data" / "tournament"
    size = sum(len(place.read_bytes()) for place in folder.iterdir())
    assert size < 3_000_000
    assert sum(place.name.endswith(".npz") for place in folder.iterdir()) == 6 * (len(THEORIES) + 1)
