"""A slow search in a process of its own, to be killed: python -m fit.killed FOLDER."""

import sys
import time
from pathlib import Path

import numpy as np

from thermidor.fit.smc import Plan
from thermidor.fit.stages import resumed

from .linear import THREE

PAUSE = 0.03  # seconds a likelihood takes


def slow(scores: np.ndarray, serial: np.ndarray) -> np.ndarray:
    time.sleep(PAUSE)
    return THREE.noisy(np.array([4.0, -3.0, 2.0, 3.0]), 0.5)(scores, serial)


if __name__ == "__main__":
    begun = lambda stage: print(stage.number, flush=True)  # noqa: E731, T201
    resumed(Path(sys.argv[1]), slow, 3, Plan(60, 4, effective=0.8), tell=begun)
