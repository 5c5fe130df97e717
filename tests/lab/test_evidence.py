"""Evidence: ensembles of known information, what is spent, and what only a counterfactual shows."""

import numpy as np
import pandas as pd
import pytest

from thermidor.lab import evidence
from thermidor.lab.evidence_words import page, sentences, tables
from thermidor.lab.observables import (
    ARCHIVE,
    CODED,
    DATA,
    POOR,
    SPENT,
    UNFOUND,
    Datum,
    Observable,
    held,
    means,
    observables,
    scale,
    status,
)

YEARS, DRAWS = 87, 240
THEORIES = ["one", "two"]
INDEX = Observable("worker_morale", "morale", "index 0-1", CODED, 0.15, True)
FIGURE = Observable("prisoners", "camps", "million", ARCHIVE, 0.2, False)


def same(level=0.5, spread=0.1, seed=1):
    luck = np.random.default_rng(seed)
    return level + spread * luck.standard_normal((2, DRAWS, YEARS))


def apart_in(year, by=2.0, seed=1):
    values = same(seed=seed)
    values[1, :, year - 1913] += by
    return values


def rank(values, one=INDEX, known=None):
    return evidence.ranking({one.id: values}, THEORIES, [one], lambda _: known or {})


def test_the_year_in_which_theories_part_is_found_and_tells_all():
    best = rank(apart_in(1937)).iloc[0]
    assert best["years"] == "1937"
    assert best["bits"] == pytest.approx(1.0, abs=0.05)
    assert best["holds"] == "1937"
    assert best["status"] == UNFOUND


def test_known_information_of_two_normals_read_with_an_error():
    values = same(spread=0.2)
    values[1] += 0.25  # two normals 0.25 apart of deviation hypot(0.2, 0.15) = 0.25: one deviation
    single = evidence.ranking({INDEX.id: values}, THEORIES, [INDEX], lambda _: {}).iloc[0]
    assert single["bits"] > 0.15  # one deviation apart gives 0.17 bits, a mean over five years more
    assert single["bits"] < 0.45


def test_the_same_theory_twice_tells_nothing_within_its_error():
    best = rank(same()).iloc[0]
    assert abs(best["bits"]) < max(3 * best["error"], 0.03)
    assert "No reading of these separates the theories: worker_morale." in sentences(
        rank(same()), pd.DataFrame(), 2
    )


def test_a_year_the_record_holds_is_spent_and_the_next_best_is_new():
    values = apart_in(1937)
    values[1, :, 1950 - 1913] += 0.3
    table = rank(values, known={1937: SPENT})
    by_status = table.set_index("status")
    assert by_status.loc[SPENT, "years"] == "1937"
    assert by_status.loc[UNFOUND, "years"].startswith(("1950", "1948"))
    assert evidence.top(table, CODED)["status"].tolist() == [UNFOUND]
    assert rank(values, known={1937: POOR}).iloc[0]["status"] == POOR


def test_a_span_is_spent_if_one_of_its_years_is():
    known = {1920: SPENT, 1930: POOR}
    assert status(Datum(1918, 1922), known) == SPENT
    assert status(Datum(1928, 1932), known) == POOR
    assert status(Datum(1921, 1921), known) == UNFOUND


def test_what_only_a_counterfactual_shows():
    base, moved = {INDEX.id: same()}, {INDEX.id: same()}
    moved[INDEX.id][1, :, 1938 - 1913 : 1943 - 1913] += 3.0
    table = evidence.counterfactual_ranking(base, lambda _: moved, ["peace"], THEORIES, [INDEX])
    row = table.iloc[0]
    assert row["years"] == "1938-1942"
    assert row["beyond"] == pytest.approx(1.0, abs=0.1)
    assert abs(row["at_home"]) < 0.05
    still = evidence.counterfactual_ranking(base, lambda _: base, ["none"], THEORIES, [INDEX])
    assert still.empty


def test_what_history_shows_as_well_is_not_beyond():
    base = {INDEX.id: same()}
    base[INDEX.id][1] += 3.0
    moved = {INDEX.id: base[INDEX.id] * 2}
    row = evidence.counterfactual_ranking(base, lambda _: moved, ["s"], THEORIES, [INDEX]).iloc[0]
    assert row["bits"] == pytest.approx(1.0, abs=0.05)
    assert row["beyond"] == pytest.approx(0.0, abs=0.05)


def test_the_order_of_theories_changes_only_their_names():
    there, back = rank(apart_in(1937, 0.3)).iloc[0], rank(apart_in(1937, 0.3)[::-1]).iloc[0]
    assert there["bits"] == pytest.approx(back["bits"])
    assert there["years"] == back["years"]


def test_means_over_years():
    values = np.arange(YEARS, dtype=float)[None, None]
    assert means(values, (Datum(1913, 1913), Datum(1918, 1922)))[0, 0] == pytest.approx([0.0, 7.0])


def test_a_figure_is_compared_by_its_size_and_a_coded_index_by_its_amount():
    low, high = np.full((1, 4, 1), 10.0), np.full((1, 4, 1), 12.2)
    scaled, error = scale(FIGURE, np.concatenate([low, high]))
    assert np.ptp(scaled) == pytest.approx(np.log(1.22), rel=0.02)
    assert error == 0.2
    assert scale(INDEX, low)[0] is low


def test_every_observable_of_the_canon_has_an_error_and_the_record_says_what_is_spent():
    known = {one.id: one for one in observables()}
    assert len(known) == 93
    assert all(one.error > 0 for one in known.values())
    assert known["population"].error == 0.025
    assert known["soviet_democracy"].kind == CODED
    assert "revolt_hazard" not in known
    assert held("party_size")[1921] == SPENT
    assert held("legitimacy") == {}
    assert POOR in held("trade_exposure").values()
    assert max(datum.last for datum in DATA) == 1991


def test_the_page_carries_errors_and_leaves_out_what_is_spent():
    home = rank(apart_in(1937), known={1937: SPENT})
    text = page(home, pd.DataFrame(), THEORIES, "thermidor evidence")
    assert text.startswith("# Crucial evidence")
    assert "±" in text
    lists = {title: rows for title, _, rows in tables(home, pd.DataFrame())}
    assert lists["To be coded by written rules"][0][5] == UNFOUND
    assert lists["What the record holds already (spent)"][0][5] == SPENT
