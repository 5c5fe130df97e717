"""The comparison says what its numbers say, names ties as ties, and leaves out what is missing or stale."""

import json
import re
from dataclasses import replace
from types import MappingProxyType

import pytest

from thermidor.lab import fitted, slots_kept, tournament_tables
from thermidor.lab.score import pattern_table
from thermidor.lab.verdict_words import LABELS
from thermidor.outside.scenario import HISTORY
from thermidor.outside.shelf import scenarios
from thermidor.report import evidence, forecasts, merits, slots, telling, write
from thermidor.report import results as kept_results
from thermidor.report.comparison import comparison
from thermidor.report.look import looks
from thermidor.theories import THEORIES

BC, DWS, NM, TC, SC = THEORIES
OTHER = next(one for one in scenarios() if one != HISTORY)
AHEAD, BEHIND, LOST = SC, TC, "birth-rate"  # as planted


@pytest.fixture(scope="module")
def section(kept, runs):
    return comparison(kept, pattern_table(runs), looks(runs))


def row(page, caption, head):
    """Return the cells of the row that begins with a head, in the table of a caption."""
    table = page.split(f"<caption>{caption}")[1].split("</table>")[0]
    line = next(one for one in table.split("<tr>") if f'scope="row">{head}' in one)
    return re.findall(r"<td[^>]*>(.*?)</td>", line)


def words(page):
    return re.sub(r"<[^>]*>", " ", page).replace("\xa0", " ").replace("&#x27;", "'")


def test_gains_are_printed_with_error_and_verdict(section):
    lost = row(section, "Gain in log score", "TC, frozen")
    assert lost[0].startswith(("−1.9", "−2.0")) and lost[0].endswith("worse")
    level = row(section, "Gain in log score", "BC, known")
    assert level[0].endswith("tie")
    assert "0, by definition" in row(section, "Gain in log score", "random walk with drift")[0]


def test_of_other_yardsticks_the_best_that_speaks_enough_is_shown(kept):
    shown = forecasts.entrants(kept.tournament["standings"])
    assert "ces" in shown and "popov" not in shown


def test_gains_are_told_for_all_six_freezes(section):
    heads = section.split("<caption>5 years ahead: gain in log score")[1].split("</thead>")[0]
    assert re.findall(r">(\d{4})<", heads) == ["1928", "1940", "1953", "1964", "1977", "1985"]


def test_weights_are_told_among_five_and_all_and_what_decides_them(section, kept):
    assert "Stacking weights among the five theories" in section
    assert row(section, "Stacking weights among the five", "SC")[1].startswith("0.")
    decided = kept.tournament["weights"]["decided"].any()
    assert ("that one series decides" in section) == bool(decided)
    level = {"weights": kept.tournament["weights"].assign(decided=False)}
    assert "No weight is decided by one series" in forecasts.forecasts({**kept.tournament, **level})


def test_twins_taken_for_another_are_named(section, kept):
    told = evidence.mistakes(kept.twin)
    assert "DWS 50\xa0%" in told[0] and told[1].endswith("DWS for TC in 50\xa0%.")
    taken = ["0\xa0%", "50\xa0%", "0\xa0%", "50\xa0%", "0\xa0%"]
    assert row(section, "Share of twins", "DWS") == taken


def test_evidence_tells_pairs_apart_beyond_twenty_to_one_alone(kept):
    apart, near = evidence.close(kept.fits)
    assert f"BC over DWS (+5.00\xa0±\xa0{0.1 * 2**0.5:.2f})" in apart
    assert near.count(" over ") == 1
    assert {"TC", "SC"} <= set(re.findall(r"[A-Z]+", near))


def test_odds_that_one_search_does_not_find_again_tell_nothing_apart(kept):
    again = [{**one, "log_evidence": 0.0} for one in kept.fits["fits"]]
    apart, near = evidence.close({**kept.fits, "again": [{"fits": again, "seed": 2}]})
    assert apart == "Log odds of more than twenty to one in every search, beyond two errors: none."
    assert near.count(" over ") == 10
    assert "BC over DWS (+2.50\xa0±\xa02.50)" in near


def test_how_far_below_the_best_is_told_for_every_search(kept):
    again = [{**one, "log_evidence": 2 * one["log_evidence"]} for one in kept.fits["fits"]]
    fits = {**kept.fits, "again": [{"fits": again, "seed": 2}]}
    cells = row(evidence.evidence(fits, kept.twin), "Evidence", THEORIES[TC].name)
    assert cells[1] == "15.00; 30.00"


def test_a_theory_refuted_by_the_cut_is_said_to_be(section):
    assert "refuted by the cut" in row(section, "Evidence", THEORIES[NM].name.split("(")[0])[0]


def test_what_a_theory_gets_right_and_wrong_is_named_and_ties_are_counted(kept):
    rows = kept.tournament["series"]
    own = rows[(rows["horizon"] == "5 years") & (rows["entrant"] == f"{AHEAD} frozen")]
    told = merits.beside(own)
    assert f"worse on 1 ({LABELS[LOST]})" in told
    assert told.startswith("better on 3 (")
    level = rows[(rows["horizon"] == "5 years") & (rows["entrant"] == f"{BC} frozen")]
    ties = (level["verdict"] == "tie").sum()
    assert f"tied on {ties}; too few freezes on 0" in merits.beside(level)
    assert "too few freezes on 4" in merits.beside(level.assign(verdict="open"))


def test_patterns_are_those_of_the_runs_on_the_page(kept, few):
    patterns = pattern_table(few)
    given = merits.merits(None, patterns.assign(share=1.0), looks(few))
    assert f"Patterns given: {len(patterns)} (" in given and "Patterns not given: none." in given
    assert "Series, " not in given and "alone" not in given


def test_patterns_that_all_or_none_give_are_named_once(runs):
    patterns = pattern_table(runs)
    first, second, *_ = patterns["meaning"].unique()
    share = (patterns["meaning"] == first) * 1.0 + (patterns["meaning"] == second) * 0.5
    told = words(merits.merits(None, patterns.assign(share=share), looks(runs)))
    assert f"every theory of the page gives, not named again below: 1 ({first})" in told
    assert told.count(first) == 1 and told.count("Patterns given: none") == 5
    none = told.split("none of them gives, not named again: ")[1].split("(")[0]
    assert int(none) == patterns["meaning"].nunique() - 2


def test_a_pattern_that_one_theory_alone_gives_is_named(runs):
    patterns = pattern_table(runs)
    first = patterns["meaning"].iloc[0]
    planted = (patterns["meaning"] == first) & (patterns["theory"] == SC)
    told = merits.merits(None, patterns.assign(share=planted.astype(float)), looks(runs))
    state_capitalism = told.split(THEORIES[SC].name)[1]
    assert (
        f"Given by it alone in at least half of the draws: 1 ({first})".replace("'", "&#x27;")
        in state_capitalism
    )
    assert told.count("alone in at least half of the draws: none") == 4


def test_pairs_are_told_apart_or_tied_before_every_witness(section, kept):
    level = row(section, "Pairs of theories", "DWS, TC")
    assert level[6] == "+10.00\xa0±\xa00.14"
    assert level[7].endswith("tie") and level[8].endswith("tie")
    assert level[9] == "50\xa0%, 0\xa0%"
    counted = [cell for cell in level[:9] if not cell.endswith(("tie", "open"))]
    assert level[10] == f"{len(counted)} of 9"
    first = row(section, "Pairs of theories", "BC, DWS")
    assert first[7].startswith("−3.00")  # the first less the second


def test_pairs_that_nothing_tells_apart_are_named(kept):
    alone = telling.telling(replace(kept, tournament=None, fits=None))
    assert "none of these witnesses tells apart: DWS and TC." in alone
    assert "none of these witnesses tells apart: none." in telling.telling(kept)


def test_slots_that_work_and_those_that_do_not(kept):
    told = words(slots.slots(kept.slots))
    assert "over 10 pairs: coercion in 10" in told or "over 10 pairs: coercion in 9" in told
    assert "growth" in told.split("Less than")[1].split(".")[0] + told.split("Less than")[1]
    patterns = kept.slots.separates[kept.slots.separates["kind"] == "pattern"]
    assert f"{len(patterns) - 1} of {len(patterns)} patterns separate no two theories" in told


def test_what_is_missing_is_one_sentence_with_its_command_and_the_rest_is_shown(kept, few):
    lacking = replace(
        kept, tournament=None, lacking=(kept_results.Lacking("Forecasts are not kept.", "make & them"),)
    )
    told = comparison(lacking, pattern_table(few), looks(few))
    assert "<p>Forecasts are not kept. To make them anew: <code>make &amp; them</code>.</p>" in told
    assert "Stacking weights" not in told and "Evidence and twins" in told and "Which slots" in told


def test_the_report_on_history_compares_and_one_of_another_scenario_does_not(page, few, said, tmp_path):
    assert '<a href="#comparison">' in page and 'id="comparison"' in page
    alone = write(few, tmp_path / "one.html", **said).read_text(encoding="utf-8")
    assert 'id="comparison"' in alone
    elsewhere = write(few, tmp_path / "other.html", **{**said, "scenario": OTHER}).read_text(encoding="utf-8")
    assert "comparison" not in elsewhere


def test_with_nothing_kept_the_runs_of_the_page_still_speak(few):
    told = comparison(kept_results.Results(None, None, None, None), pattern_table(few), looks(few))
    assert "Patterns given" in told and "Pairs of theories" not in told


def test_results_of_other_laws_are_not_shown(monkeypatch, tmp_path):
    (tmp_path / "fits.json").write_text(json.dumps({"laws": "other"}), encoding="utf-8")
    monkeypatch.setattr(fitted, "FOLDER", tmp_path)
    monkeypatch.setattr(tournament_tables, "about", lambda: {"stamp": "other"})
    monkeypatch.setattr(tournament_tables, "kept", dict)
    monkeypatch.setattr(slots_kept, "stamp", lambda: "other")
    monkeypatch.setattr(kept_results, "fit_stamp", lambda: "other")
    found = kept_results.results()
    assert (found.tournament, found.fits, found.twin, found.slots) == (None, None, None, None)
    assert len(found.lacking) == 4
    assert all("other laws" in one.why and one.command.startswith("thermidor") for one in found.lacking)


def test_without_twins_no_evidence_is_shown(monkeypatch, kept):
    made = MappingProxyType({"laws": kept_results.digest(), **kept.fits})
    monkeypatch.setattr(kept_results, "_fits", lambda: made)
    monkeypatch.setattr(kept_results, "fit_stamp", lambda: "other")
    found = kept_results.results()
    assert found.twin is None and found.fits is None


def test_nothing_kept_is_said_to_be_so(monkeypatch):
    for name in ("_tournament", "_twin", "_fits", "_slots"):
        monkeypatch.setattr(kept_results, name, lambda: None)
    assert all("not kept" in one.why for one in kept_results.results().lacking)
