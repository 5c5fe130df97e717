"""The claims page: every claim and witness stands on it, and nothing in it needs the net."""

import re

import pandas as pd
import pytest

from thermidor.claims import CLAIMS
from thermidor.claims.asserted import asserted
from thermidor.report.board import section, write

CLAIM = CLAIMS[0].id


@pytest.fixture
def found() -> pd.DataFrame:
    row = {"claim": CLAIM, "reading": "stated", "share": 0.9, "median": 1.0, "low": 0.5, "high": 2.0,
           "rows": 10, "note": "", "agrees": "", "cited": ""}  # fmt: skip
    theory = row | {"witness": "state-capitalism", "verdict": "borne out", "agrees": "no"}
    record = row | {"witness": "record", "verdict": "against", "share": 0.0}
    return pd.DataFrame([record, theory])


def test_claim_verdicts_and_shares_stand_on_the_board(found: pd.DataFrame) -> None:
    page = section(found)
    assert asserted()[CLAIM].id in page
    assert re.search(r'class="verdict against"', page)
    assert "90" in page


def test_a_mark_has_its_word_for_those_who_do_not_see_it(found: pd.DataFrame) -> None:
    assert '<span class="hidden">borne out</span>' in section(found)


def test_words_from_outside_are_escaped(found: pd.DataFrame) -> None:
    found.loc[0, ["rows", "note"]] = 0, "<script>alert(1)</script>"
    assert "<script>alert(1)" not in section(found)


def test_the_page_stands_alone(found: pd.DataFrame, tmp_path) -> None:
    page = write(found, tmp_path / "claims.html", 10).read_text(encoding="utf-8")
    assert not re.search(r'(src|href)="(https?:)?//', page)
    assert page.count("<main>") == 1
    assert "aria-sort" in page
