"""A few draws of one theory, run once."""

import numpy as np
import pytest

from thermidor.lab.runs import find, frames
from thermidor.lab.setting import closed


@pytest.fixture(scope="session")
def sample() -> dict[str, np.ndarray]:
    """Return the fields (draw, year, ...) of three draws."""
    return frames(find("state-capitalism"), closed(), 3)["state-capitalism"]
