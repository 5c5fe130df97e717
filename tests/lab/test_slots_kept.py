"""What is kept of a decomposition says the same as the decomposition; the page is that of what is kept."""

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from thermidor.cli import main
from thermidor.errors import ThermidorError
from thermidor.lab import slots_kept
from thermidor.lab.hybrids import ITEMS, PARTS, PATTERNS_MET
from thermidor.lab.slot_tables import by_answer, by_item
from thermidor.lab.slot_words import alike, over_pairs, sentences
from thermidor.lab.slots import Pair, by_part, clear_moves, decompose, pairs, separates_nobody
from thermidor.lab.slots_page import page
from thermidor.theories import THEORIES

DOCS = Path(__file__).parents[2] / "docs"
FIVE = list(THEORIES.values())
BRINGS = {  # what a theory's answer to a slot is worth in every item, of a toy in which slots add up
    "origin": dict(zip(THEORIES, (0.0, 1.0, 2.0, 3.0, 4.0), strict=True)),
    "terror": dict(zip(THEORIES, (0.3, 0.0, 0.0, 0.0, 0.0), strict=True)),
}


class Toy:
    """Worth that adds up over slots, with the same noise in every theory."""

    seed, draws = 1, 20
    noise = np.random.default_rng(0).normal(size=20)

    def __call__(self, theories):
        return [np.tile(self._one(theory) + self.noise, (len(ITEMS), 1)) for theory in theories]

    def _one(self, theory):
        owners = {slot: [t.id for t in FIVE if t.slots[slot] is theory.slots[slot]] for slot in BRINGS}
        return sum(BRINGS[slot][own[0]] for slot, own in owners.items())


@pytest.fixture(scope="module")
def found() -> list[Pair]:
    return [decompose(a, b, Toy(), 4) for a, b in pairs(FIVE)]


@pytest.fixture(scope="module")
def folder(found, tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("slots")
    how = {"draws": 20, "orders": 4, "seed": 1, "command": "toy"}
    slots_kept.keep(place, found, separates_nobody(FIVE, Toy()), how)
    return place


def test_what_is_kept_says_the_same(found, folder):
    read = slots_kept.kept(folder)
    assert [sentences(one) for one in read.pairs] == [sentences(one) for one in found]
    kept, made = by_part(read.pairs), by_part(found)
    assert np.allclose(kept.select_dtypes("number"), made.select_dtypes("number"), atol=1e-4)
    assert list(map(set, kept["moves"])) == list(map(set, made["moves"]))
    assert read.fresh


def test_little_is_kept(folder):
    moves = slots_kept.kept(folder).pairs[0].moves
    assert set(moves["part"][moves["kind"] != "sum"]) <= set(BRINGS)


def test_numbers_of_other_laws_are_told(folder, tmp_path):
    for place in folder.iterdir():
        (tmp_path / place.name).write_text(place.read_text(encoding="utf-8"), encoding="utf-8")
    told = json.loads((folder / slots_kept.TOLD).read_text(encoding="utf-8"))
    (tmp_path / slots_kept.TOLD).write_text(json.dumps(told | {"stamp": "other"}), encoding="utf-8")
    assert not slots_kept.kept(tmp_path).fresh
    assert "other laws" in page(slots_kept.kept(tmp_path))
    assert "other laws" not in page(slots_kept.kept(folder))


def test_nothing_kept_is_one_clear_message(tmp_path):
    with pytest.raises(ThermidorError, match="no decomposition is kept"):
        slots_kept.kept(tmp_path / "none")


def test_an_answer_is_credited_with_what_it_brings_over_the_others(found):
    rows = by_answer(found).set_index(["part", "theory"])
    for place, theory in enumerate(THEORIES):  # own less the mean of the four others, where slots add up
        assert rows.loc[("origin", theory), "brings"] == pytest.approx(1.25 * (place - 2))
    assert rows.loc[("terror", FIVE[0].id), "brings"] == pytest.approx(0.3)
    assert rows.loc[("growth", FIVE[0].id), "brings"] == pytest.approx(0.0)
    assert rows.groupby("part")["brings"].sum().abs().max() < 1e-9


def test_slots_that_move_an_item_are_counted_over_pairs(found):
    rows = by_item(found)
    counts = dict(rows[rows["kind"] == "series"]["slots"].iloc[0])
    assert counts["origin"] == sum(one.status["origin"].startswith("differs") for one in found)
    assert set(counts) == set(BRINGS)


def test_words_follow_the_numbers(found):
    told = over_pairs(by_part(found), len(found))
    assert "origin in" in told[0]
    assert all(part in told[1] for part in set(PARTS) - {"origin", "terror"})
    table = separates_nobody(FIVE, Toy())
    assert alike(table)[0].startswith("0 of ")
    same = separates_nobody([FIVE[0], FIVE[0]], Toy())
    patterns = sum(item.kind == "pattern" for item in ITEMS)
    assert alike(same)[0].startswith(f"{patterns} of {patterns} patterns")


def test_how_often_all_give_a_pattern_is_told():
    table = separates_nobody([FIVE[0], FIVE[0]], Toy())
    sure = table.assign(least=0.9, most=1.0)
    never = table.assign(least=0.0, most=0.1)
    assert "at least 90 %" in alike(sure)[1]
    assert "more than 10 %" in alike(never)[1]
    assert "In between" in alike(table.assign(least=0.0, most=0.9))[1]


def test_only_all_pairs_are_kept(tmp_path):
    asked = ["slots", FIVE[0].id, FIVE[1].id, "--keep", str(tmp_path)]
    result = CliRunner().invoke(main, asked)
    assert result.exit_code != 0
    assert "--all" in result.output


def test_the_packaged_decomposition_is_of_all_pairs_and_these_laws():
    """Made again with: thermidor slots --all --keep src/thermidor/data/slots."""
    found = slots_kept.kept()
    assert [(one.first, one.second) for one in found.pairs] == [(a.id, b.id) for a, b in pairs(FIVE)]
    assert found.fresh
    sums = [one.moves[one.moves["item"] == PATTERNS_MET]["share"].sum() for one in found.pairs]
    ends = [one.ends.set_index("item")["apart"][PATTERNS_MET] for one in found.pairs]
    assert sums == pytest.approx(ends, abs=0.01)


def test_the_committed_page_is_current():
    """Made again with: python -m thermidor.lab.slots_page docs."""
    assert (DOCS / "slots.md").read_text(encoding="utf-8") == page(slots_kept.kept())


def test_a_pattern_and_an_event_of_one_name_are_told_apart(found):
    same = {item.kind for item in ITEMS if item.id == "terror"}
    assert same == {"pattern", "event"}
    moves = clear_moves(found[0])
    assert set(moves[moves["item"] == "terror"]["kind"]) == {"pattern"}  # a third of a year is a trifle
    assert by_item(found).set_index(["item", "kind"]).loc[("terror", "pattern"), "pairs"] > 0
