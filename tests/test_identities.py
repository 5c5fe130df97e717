"""The books balance in every theory, scenario, draw and year, and nothing leaves its bounds."""

import numpy as np
import pytest

from thermidor.frame.state import METAS
from thermidor.lab.ensemble import Frames
from thermidor.lab.runs import find, frames
from thermidor.lab.setting import under
from thermidor.outside import scenario, scenarios

DRAWS = 50
IDS = sorted(scenarios())


@pytest.fixture(scope="module", params=IDS)
def runs(request: pytest.FixtureRequest) -> dict[str, Frames]:
    """All five theories under one scenario, parameters straight from the priors.

    Forty scenarios, five theories and fifty draws: ten thousand random parameter vectors.
    """
    seed = 100 + IDS.index(request.param)
    return frames(find(), under(scenario(request.param)), DRAWS, seed=seed, prior=True)


def test_identities_hold(runs: dict[str, Frames], record_property: pytest.FixtureRequest) -> None:
    """Every residual is below 1e-9 of its account."""
    worst = {n: max(float(np.max(f[n])) for f in runs.values()) for n in _residuals(runs)}
    record_property("worst residuals", worst)  # type: ignore[operator]
    assert max(worst.values()) < 1e-9, worst


def test_nothing_breaks(runs: dict[str, Frames]) -> None:
    """No NaN, no negative stock, every bounded field inside its bounds."""
    for theory, fields in runs.items():
        for name, meta in METAS.items():
            values = fields[name]
            assert np.isfinite(values).all(), (theory, name)
            assert meta.kind != "stock" or values.min() >= 0, (theory, name)
            if meta.low is not None and meta.kind in ("level", "signal"):
                assert values.min() >= meta.low - 1e-12, (theory, name)
            if meta.high is not None and meta.kind in ("level", "signal"):
                assert values.max() <= meta.high + 1e-12, (theory, name)


def _residuals(runs: dict[str, Frames]) -> list[str]:
    return [name for name in next(iter(runs.values())) if name.startswith("residual_")]
