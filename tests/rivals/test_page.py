"""The page on rivals is the one that the code makes."""

from pathlib import Path

from thermidor.lab.rivals_page import page
from thermidor.rivals import RIVALS

DOCS = Path(__file__).parents[2] / "docs"


def test_the_committed_page_is_current():
    """Made again with: python -m thermidor.lab.rivals_page docs."""
    assert (DOCS / "rivals.md").read_text(encoding="utf-8") == page()


def test_every_rival_stands_on_the_page_with_every_parameter():
    sections = {part.split("\n")[0]: part for part in page().split("\n### ")[1:]}
    for one in RIVALS:
        assert one.source in sections[one.id]
        assert all(f"| {name} |" in sections[one.id] for name in getattr(one, "priors", {}))
