"""PDLP in a process of its own: its package and highspy both bring HiGHS; no process must load two."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
from scipy.sparse import csc_matrix, save_npz

from .. import pdlp
from ..table import Numbers
from .programme import Programme


class Near(NamedTuple):
    """Hold columns and duals (zero or more) of the rows that are nearly best, and the steps taken to them."""

    columns: Numbers
    duals: Numbers
    steps: int


def solve(wanted: Programme, tolerance: float, seconds: float, start: Near | None = None) -> Near:
    """Return what is as near to the best as tolerance and time allow, from a start if one is given.

    Raises RuntimeError with what the process said, if it fails.
    """
    vectors = {name: one for name, one in wanted._asdict().items() if name != "rows"}
    if start is not None:
        vectors |= {"columns": start.columns, "duals": start.duals}
    with TemporaryDirectory() as folder:
        save_npz(Path(folder) / pdlp.ROWS, csc_matrix(wanted.rows), compressed=False)
        np.savez(Path(folder) / pdlp.VECTORS, **vectors)
        command = [sys.executable, "-m", pdlp.__name__, folder, str(tolerance), str(seconds)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"PDLP failed: {done.stderr[-500:]}")
        with np.load(Path(folder) / pdlp.ANSWER) as found:
            return Near(found["columns"], found["duals"], int(found["steps"]))
