"""A whole fit on the full model, killed five times as a process of the command line: the same to the byte."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

import thermidor
from thermidor.lab.cache import folder

BANK, RUNS = 200, 12  # one chunk for each theory of the bank, one for each step of the search
ASKED = ("--until", "1992", "--bank", str(BANK), "--particles", "16", "--steps", "3", "--runs", str(RUNS))
COMMAND = (sys.executable, "-m", "thermidor", "fit", "transitory-caste", *ASKED, "--seed", "3")
IN_BANK = 5  # chunks of the bank
LONGEST = 3600  # seconds, on a slow machine


def begun(place: Path) -> subprocess.Popen[bytes]:
    """Begin a fit in a place of its own; only what is compiled is shared."""
    place.mkdir(exist_ok=True)
    compiled = place / "compiled"
    if not compiled.exists():
        compiled.symlink_to(folder(), target_is_directory=True)
    known = {"PYTHONPATH": str(Path(thermidor.__file__).parents[1]), "THERMIDOR_CACHE": str(compiled)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen([*COMMAND, "--out", str(place / "out")], env=os.environ | known, **quiet)


def chunks(place: Path) -> dict[str, int]:
    """Return the chunks of runs on disk, with the moment at which each was written."""
    found = [*(place / "fit").rglob("summaries/c/**/*"), *(place / "out").rglob("summaries/c/**/*")]
    kept = [one for one in found if one.is_file() and one.name.isdigit()]
    return {str(one.relative_to(place)): one.stat().st_mtime_ns for one in kept}


def killed_at(place: Path, count: int, wait: float) -> dict[str, int]:
    """Let a fit go on until so many chunks lie on disk and a moment longer; kill it; return the chunks."""
    with begun(place) as process:
        until = time.monotonic() + LONGEST
        while len(chunks(place)) < count and process.poll() is None and time.monotonic() < until:
            time.sleep(0.005)
        time.sleep(wait)
        process.kill()
    assert process.returncode < 0, "it was done before it was killed"
    return chunks(place)


def results(place: Path) -> dict[str, bytes]:
    """Return all that a fit leaves but its runs: stages, and the file for ArviZ."""
    files = [one for one in (place / "out").rglob("*") if one.suffix in (".npz", ".nc")]
    return {str(one.relative_to(place)): one.read_bytes() for one in files}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder().mkdir(parents=True, exist_ok=True)
    place = tmp_path_factory.mktemp("whole")
    with begun(place) as process:
        assert process.wait(LONGEST) == 0
    return place


def test_killed_five_times_it_ends_the_same_to_the_byte(tmp_path: Path, whole: Path):
    dice = random.Random(11)
    in_all = len(chunks(whole))
    moments = [
        (dice.randrange(1, 3), dice.uniform(0, 0.1)),  # in the bank
        (dice.randrange(3, IN_BANK), dice.uniform(0, 0.1)),
        (IN_BANK, dice.uniform(0, 0.2)),  # about the cut
        (dice.randrange(IN_BANK + 1, in_all - 2), dice.uniform(0, 0.1)),  # in the search
        (in_all - 2, dice.uniform(0, 0.1)),
    ]
    written: dict[str, int] = {}
    for count, wait in moments:
        now = killed_at(tmp_path, count, wait)
        assert written.items() <= now.items(), "what was made before is not made again"
        written = now
    with begun(tmp_path) as process:
        assert process.wait(LONGEST) == 0
    assert results(tmp_path) == results(whole)
    assert len(results(whole)) >= 3  # two stages at least, and the file for ArviZ
    assert written.items() <= chunks(tmp_path).items()
    assert chunks(tmp_path).keys() == chunks(whole).keys()
