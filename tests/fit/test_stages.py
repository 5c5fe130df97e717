"""A search killed at any moment goes on and ends with the same numbers."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

import thermidor
from thermidor.errors import ThermidorError
from thermidor.fit.smc import Plan, Stage
from thermidor.fit.stages import resumed

from .killed import slow

TESTS = Path(__file__).parents[1]
KNOWING = os.environ | {"PYTHONPATH": str(Path(thermidor.__file__).parents[1])}
COMMAND = [sys.executable, "-m", "fit.killed"]
PLAN = Plan(60, 4, effective=0.8)


def numbers(stages: list[Stage]) -> list[tuple]:
    return [(s.scores.tolist(), s.log_likelihood.tolist(), s.power, s.log_evidence) for s in stages]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[Stage]:
    return resumed(tmp_path_factory.mktemp("whole"), slow, 3, PLAN)


def killed_after(folder: Path, seconds: float) -> bool:
    """Let a search go on for so long after its first word, then kill it; return whether it was killed."""
    with subprocess.Popen([*COMMAND, str(folder)], stdout=subprocess.PIPE, cwd=TESTS, env=KNOWING) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(seconds)
        process.kill()
    return process.returncode < 0


def test_killed_at_random_it_ends_the_same(tmp_path: Path, whole: list[Stage]):
    dice = random.Random(5)
    killed = [killed_after(tmp_path, dice.uniform(0.0, 0.5)) for _ in range(5)]
    assert killed[0]
    assert numbers(resumed(tmp_path, slow, 3, PLAN)) == numbers(whole)


def test_half_a_file_is_made_again(tmp_path: Path, whole: list[Stage]):
    resumed(tmp_path, slow, 3, PLAN)
    third = tmp_path / "stage-003.npz"
    third.write_bytes(third.read_bytes()[:200])
    assert numbers(resumed(tmp_path, slow, 3, PLAN)) == numbers(whole)


def test_a_finished_search_runs_nothing(tmp_path: Path, whole: list[Stage]):
    resumed(tmp_path, slow, 3, PLAN)

    def never(scores: np.ndarray, serial: np.ndarray) -> np.ndarray:
        raise AssertionError

    assert numbers(resumed(tmp_path, never, 3, PLAN)) == numbers(whole)


def test_where_nothing_can_be_written_it_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(ThermidorError):
        resumed(tmp_path / "file", slow, 3, PLAN)
