"""PDLP on a programme in a folder, run as a process of its own: ``python -m thermidor.planning.pdlp FOLDER``.

Nothing else of this laboratory is loaded here: OR-tools and highspy each bring HiGHS, and a process that has
loaded one cannot load the other.
"""

import sys
from pathlib import Path

import numpy as np
from scipy.sparse import load_npz

ROWS, VECTORS, ANSWER = "rows.npz", "vectors.npz", "answer.npz"


def main(folder: str, tolerance: str, seconds: str) -> None:
    """Solve the programme in the folder, from the start there if any, and write the answer beside it."""
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
    start = None
    if "columns" in vectors:
        start = pdlp.PrimalAndDualSolution()
        start.primal_solution, start.dual_solution = vectors["columns"], -vectors["duals"]
    found = pdlp.primal_dual_hybrid_gradient(wanted, asked, start)
    duals = np.maximum(-np.asarray(found.dual_solution), 0.0)
    steps = found.solve_log.iteration_count
    np.savez(Path(folder) / ANSWER, columns=np.asarray(found.primal_solution), duals=duals, steps=steps)


if __name__ == "__main__":
    main(*sys.argv[1:])
