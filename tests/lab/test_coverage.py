"""Every id of the canon has a home, and nothing claims an id that the canon does not have."""

import pandas as pd
import pytest

from thermidor.lab.canon import unknown_canon_ids
from thermidor.lab.coverage import Part, coverage
from thermidor.lab.thin import THIN

SIZES = {"variables": 96, "mechanisms": 153, "slots": 75, "scenarios": 40}


@pytest.mark.parametrize("part", coverage(), ids=lambda part: part.name)
def test_every_id_has_a_home(part: Part) -> None:
    """Nothing of the canon was dropped."""
    assert part.missing == []
    assert len(part.rows) == SIZES.get(part.name, len(part.rows))


def test_an_id_without_a_home_is_missing() -> None:
    """The check can fail."""
    assert Part("planted", pd.DataFrame({"id": ["a", "b"], "home": ["x", ""]})).missing == ["b"]


def test_no_mechanism_claims_an_id_unknown_to_the_canon() -> None:
    """A slip of the pen in a list of ids would hide a gap."""
    assert unknown_canon_ids() == []


def test_what_is_thin_is_known_to_the_canon() -> None:
    """The list of thin ids names real ids, each with what is missing."""
    mechanisms = next(part for part in coverage() if part.name == "mechanisms")
    assert set(THIN) <= set(mechanisms.rows["id"])
    assert all(THIN.values())
