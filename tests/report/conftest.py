"""Runs made up for the report: every field, plausible sizes, no engine."""

import zlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from thermidor.claims.series import FIRST_YEAR, LAST_YEAR
from thermidor.frame.axes import shape
from thermidor.frame.state import METAS
from thermidor.report import write
from thermidor.theories import THEORIES

YEARS = LAST_YEAR - FIRST_YEAR + 1
DRAWS = 12
SAID = {
    "scenario": "historical-baseline",
    "draws": DRAWS,
    "seed": 3,
    "parameters": "made up",
    "version": "0.0",
    "prior": False,
}


def made_up(theory: str, draws: int = DRAWS) -> dict[str, np.ndarray]:
    """Return every field as a walk from its start, different in each theory."""
    rng = np.random.default_rng(zlib.crc32(theory.encode()))
    return {name: _walk(meta, rng, draws) for name, meta in METAS.items()}


def _walk(meta, rng: np.random.Generator, draws: int) -> np.ndarray:
    axes = shape(tuple(axis for axis in meta.axis if axis != "vintage"))
    steps = rng.normal(rng.normal(0.01, 0.01), 0.04, (draws, YEARS, *axes)).cumsum(axis=1)
    start = np.abs(np.mean(meta.start)) or 0.3
    values = start * np.exp(steps)
    return values if meta.high is None else np.clip(values, meta.low, meta.high)


@pytest.fixture(scope="session")
def runs() -> Mapping[str, dict[str, np.ndarray]]:
    return {theory: made_up(theory) for theory in THEORIES}


@pytest.fixture(scope="session")
def page(runs, tmp_path_factory) -> str:
    place = write(runs, tmp_path_factory.mktemp("report") / "report.html", **SAID)
    return Path(place).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def few() -> Mapping[str, dict[str, np.ndarray]]:
    return {"state-capitalism": made_up("state-capitalism", 4)}


@pytest.fixture(scope="session")
def said() -> Mapping[str, object]:
    """Return what a caller says of the runs."""
    return SAID
