"""The pages on claims are those that the packaged board makes, and the board is that of these laws."""

from pathlib import Path

import pytest

from thermidor.claims import CLAIMS
from thermidor.claims.asserted import asserted
from thermidor.claims.history import FOLDER, packaged
from thermidor.claims.put import readings, to_record
from thermidor.claims.tally import differing
from thermidor.lab import kept, shelved
from thermidor.lab.canon import table
from thermidor.lab.claim_pages import pages

DOCS = Path(__file__).parents[2] / "docs"
CLAIM = {claim.id: claim for claim in CLAIMS}
MADE = pages()


@pytest.mark.parametrize("name", MADE)
def test_the_committed_page_is_current(name):
    """Made again with: make board docs."""
    assert (DOCS / name).read_text(encoding="utf-8") == MADE[name]


def test_the_packaged_board_was_made_by_these_laws():
    """Made again with: make board docs."""
    assert shelved.about()["digest"] == kept.digest()
    assert shelved.about()["draws"] >= 500


def test_the_packaged_board_holds_every_claim_and_what_the_record_says_today():
    found = shelved.board()
    record = found[found["witness"] == "record"].set_index(["claim", "reading"])["verdict"]
    today = {
        (c.id, name): to_record(c, test, packaged()).verdict
        for c in CLAIMS
        for name, test in readings(c).items()
    }
    assert record.to_dict() == today


def test_every_claim_of_a_paragraph_is_in_the_canon():
    drawn = {name for row in table("paragraphs")["claims"] for name in row.split(";") if name}
    assert drawn <= set(asserted())


def test_every_difference_from_a_first_reading_is_explained_and_nothing_else():
    lines = (FOLDER / "disagreements_with_first_reading.csv").read_text(encoding="utf-8").splitlines()[1:]
    explained = {line.split(",")[0] for line in lines}
    assert set(differing(shelved.board())["claim"]) <= explained
    assert explained <= set(asserted())


def test_a_weaker_reading_is_never_against_where_the_claim_as_stated_is_borne_out():
    found = shelved.board().pivot_table(
        index=["claim", "witness"], columns="reading", values="verdict", aggfunc="first"
    )
    both = found.dropna()
    assert both[(both["stated"] == "borne out") & (both["weaker"] == "against")].index.tolist() == []


def test_the_five_most_separating_disagreements_are_named():
    rows = shelved.apart()
    assert len(rows) == 21
    page = MADE["claims/disagreements.md"]
    assert all(f"`{name}`" in page for name in rows["id"])
