"""The pages on coverage, theories and mechanisms are those that the code makes."""

from pathlib import Path

import pytest

from thermidor.frame.mechanism import parameters
from thermidor.lab.belief import mechanism_id, mechanisms
from thermidor.lab.canon import mechanism_homes
from thermidor.lab.coverage import coverage
from thermidor.lab.pages import coverage_page, mechanisms_page, theories_page
from thermidor.lab.thin import THIN
from thermidor.theories import THEORIES

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"coverage.md": coverage_page, "theories.md": theories_page, "mechanisms.md": mechanisms_page}


@pytest.mark.parametrize("name", PAGES)
def test_the_committed_page_is_current(name):
    """Made again with: python -m thermidor.lab.pages docs."""
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name]()


def test_every_mechanism_stands_on_its_page_with_every_parameter():
    sections = {part.split("\n")[0]: part for part in mechanisms_page().split("\n### ")[1:]}
    for one in mechanisms():
        section = sections[mechanism_id(one)]
        assert one.source in section
        assert all(f"| {name} |" in section for name in parameters(one))


def test_every_closure_of_a_theory_stands_on_the_page_of_theories():
    page = theories_page()
    for theory in THEORIES.values():
        assert all(f"`{mechanism_id(one)}`" in page for one in theory.strengths())


def test_ids_told_as_thin_are_in_the_canon_and_have_a_home():
    assert [one for one in THIN if not mechanism_homes().get(one)] == []


def test_no_part_of_the_canon_is_missing():
    assert {part.name: part.missing for part in coverage() if part.missing} == {}
