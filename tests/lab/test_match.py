"""History matching finds a known region, reports its volume, and says when it cannot."""

import numpy as np
import pytest
from scipy.special import ndtri

from thermidor.errors import ThermidorError
from thermidor.lab.match import Plan, Wave, match


def test_region_of_known_volume_is_found() -> None:
    """Two parameters must lie in the upper tenth: volume 1 %."""
    waves: list[Wave] = []
    far = lambda ranks, serial: 10 * np.maximum(0.9 - ranks[:, :2], 0).max(1)  # noqa: E731
    particles, _ = match(list("abcd"), far, Plan(size=600, waves=20, goal=1e-9, steps=4), waves.append)
    assert (particles.ranks[:, :2] >= 0.9 - 1e-6).all()
    assert waves[-1].volume == pytest.approx(0.01, rel=0.5)
    assert abs(ndtri(particles.ranks[:, 2]).mean()) < 0.25, (
        "a parameter the target does not see keeps its prior"
    )


def test_same_seed_same_particles() -> None:
    """The search is deterministic."""
    far = lambda ranks, serial: ranks[:, 0] + 0 * serial  # noqa: E731
    plan = Plan(size=50, waves=3, goal=0.0)
    one, other = (match(["a", "b"], far, plan, lambda wave: None)[0] for _ in range(2))
    np.testing.assert_array_equal(one.ranks, other.ranks)


def test_runs_that_break_are_ruled_out() -> None:
    """What is not finite counts as infinitely implausible."""
    far = lambda ranks, serial: np.where(ranks[:, 0] < 0.5, np.nan, 1.0)  # noqa: E731
    particles, _ = match(["a"], far, Plan(size=80, waves=2, goal=2.0), lambda wave: None)
    assert (particles.ranks[:, 0] >= 0.5).all()


def test_nothing_open_is_an_error() -> None:
    """Matching needs at least one open parameter."""
    with pytest.raises(ThermidorError, match="no parameter is open"):
        match([], lambda r, s: r.sum(1), Plan(), lambda wave: None)
