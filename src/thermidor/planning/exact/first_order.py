"""PDLP in a process of its own: its package and SciPy's both bring HiGHS, and one process must not load two.

Run as a module it reads a programme from a folder and writes the answer there.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from scipy.sparse import csc_matrix, load_npz, save_npz

from ..table import Numbers
from .programme import Programme

ROWS, VECTORS, ANSWER = "rows.npz", "vectors.npz", "answer.npz"


def solve(wanted: Programme, tolerance: float, seconds: float) -> tuple[Numbers, Numbers]:
    """Return the columns and the duals (zero or more) of the rows, as near as tolerance and time allow.

    Raises RuntimeError with what the process said, if it fails.
    """
    with TemporaryDirectory() as folder:
        save_npz(Path(folder) / ROWS, csc_matrix(wanted.rows), compressed=False)
        np.savez(Path(folder) / VECTORS, **{k: v for k, v in wanted._asdict().items() if k != "rows"})
        command = [sys.executable, "-m", __name__, folder, str(tolerance), str(seconds)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"PDLP failed: {done.stderr[-500:]}")
        with np.load(Path(folder) / ANSWER) as found:
            return found["columns"], found["duals"]


def main(folder: str, tolerance: str, seconds: str) -> None:
    """Solve the programme in the folder and write the answer beside it."""
    from ortools.pdlp import solvers_pb2
    from ortools.pdlp.python import pdlp

    rows, vectors = load_npz(Path(folder) / ROWS), np.load(Path(folder) / VECTORS)
    wanted = pdlp.QuadraticProgram()
    wanted.resize_and_initialize(len(vectors["cost"]), len(vectors["limits"]))
    wanted.objective_vector = vectors["cost"]
    wanted.constraint_matrix = rows
    wanted.constraint_lower_bounds = np.full(rows.shape[0], -np.inf)  # pyright: ignore[reportAttributeAccessIssue]
    wanted.constraint_upper_bounds = vectors["limits"]
    wanted.variable_lower_bounds = vectors["lower"]
    wanted.variable_upper_bounds = vectors["upper"]
    asked = solvers_pb2.PrimalDualHybridGradientParams()
    criteria = asked.termination_criteria
    criteria.simple_optimality_criteria.eps_optimal_absolute = float(tolerance)
    criteria.simple_optimality_criteria.eps_optimal_relative = float(tolerance)
    criteria.time_sec_limit = float(seconds)
    found = pdlp.primal_dual_hybrid_gradient(wanted, asked)
    duals = np.maximum(-np.asarray(found.dual_solution), 0.0)
    np.savez(Path(folder) / ANSWER, columns=np.asarray(found.primal_solution), duals=duals)


if __name__ == "__main__":
    main(*sys.argv[1:])
