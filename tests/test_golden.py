"""Golden runs: what every theory gave when last looked at, so that no change of numbers goes unseen.

After a change that is meant, write them anew with ``pytest tests/test_golden.py --update-golden`` and
read the difference.
"""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from thermidor.lab.ensemble import Frames
from thermidor.lab.runs import find, frames
from thermidor.lab.setting import closed
from thermidor.outside import YEARS
from thermidor.theories import THEORIES

FOLDER = Path(__file__).parent / "golden"
DRAWS = 5
EVERY = 5
FIELDS = (
    "gdp", "population", "industrial_output", "consumption_per_head", "grain_output", "collectivised_share",
    "military_share", "technology_gap", "bureaucracy_autonomy", "soviet_democracy", "repression", "prisoners",
    "restored",
)  # fmt: skip


@pytest.fixture(scope="module")
def runs() -> dict[str, Frames]:
    """A few prior draws of every theory in the closed loop."""
    return frames(find(), closed(), DRAWS, seed=1, prior=True)


@pytest.mark.parametrize("theory", THEORIES)
def test_numbers_are_those_last_looked_at(theory: str, runs: dict[str, Frames], update_golden: bool) -> None:
    place, now = FOLDER / f"{theory}.csv", _table(runs[theory])
    if update_golden:
        place.parent.mkdir(exist_ok=True)
        now.to_csv(place, index=False, lineterminator="\n", float_format="%.4g")
    if not place.exists():
        pytest.fail(f"no golden run of {theory}: write it with pytest tests/test_golden.py --update-golden")
    golden = pd.read_csv(place)
    assert list(golden.columns) == list(now.columns)
    # Rounding to four digits moves a number by at most 5e-4 of it.
    np.testing.assert_allclose(now.to_numpy(), golden.to_numpy(), rtol=1e-3, atol=1e-9)


def _table(fields: Frames) -> pd.DataFrame:
    """Return one row a draw and fifth year, one column a field."""
    rows = np.arange(0, len(YEARS), EVERY)
    where = {"draw": np.repeat(np.arange(DRAWS), len(rows)), "year": np.tile(np.asarray(YEARS)[rows], DRAWS)}
    return pd.DataFrame(where | {name: fields[name][:, rows].ravel() for name in FIELDS})
