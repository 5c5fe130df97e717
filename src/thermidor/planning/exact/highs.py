"""HiGHS on a linear programme, from nothing or from the basis that the last one ended with.

A programme with other limits, and of the same shape, is usually a few steps of the simplex method away.
"""

from typing import NamedTuple

import highspy
import numpy as np
from highspy import HighsBasis

from ..table import Numbers
from .even import even
from .programme import Programme

UNBOUNDED = (highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible)


class Solved(NamedTuple):
    """Hold columns, duals (zero or more) of rows, the least cost, steps taken, and the basis at the end."""

    columns: Numbers
    duals: Numbers
    value: float
    steps: int
    basis: HighsBasis


class Unbounded(Exception):
    """Say that the cost of a programme falls without end."""


def solve(wanted: Programme, start: HighsBasis | None = None) -> Solved:
    """Return the solution, from the basis of a programme of the same shape if one is given.

    Raises Unbounded; and RuntimeError if there is no solution, for those who call never ask the impossible.
    """
    width, height, worth = even(wanted)
    found = _solved(wanted.in_units(width, height).worth(worth), start)
    return found._replace(
        columns=found.columns * width, duals=found.duals * worth / height, value=found.value * worth
    )


def _solved(wanted: Programme, start: HighsBasis | None) -> Solved:
    solver = highspy.Highs()
    for option, value in (("output_flag", False), ("threads", 1)):
        solver.setOptionValue(option, value)
    solver.passModel(_model(wanted))
    if start is not None:
        solver.setBasis(start)
    solver.run()
    status = solver.getModelStatus()
    if status in UNBOUNDED:
        raise Unbounded
    if status != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(f"HiGHS found no plan: {solver.modelStatusToString(status)}")
    found, info = solver.getSolution(), solver.getInfo()
    duals = np.maximum(-np.array(found.row_dual), 0.0)
    value, steps = info.objective_function_value, info.simplex_iteration_count
    return Solved(np.array(found.col_value), duals, value, steps, solver.getBasis())


def _model(wanted: Programme) -> highspy.HighsLp:
    model, (many, columns) = highspy.HighsLp(), wanted.rows.shape
    model.num_row_, model.num_col_ = many, columns
    model.col_cost_ = np.asarray(wanted.cost, dtype=np.float64)
    model.col_lower_ = np.asarray(wanted.lower, dtype=np.float64)
    model.col_upper_ = np.asarray(wanted.upper, dtype=np.float64)
    model.row_lower_ = np.full(many, -np.inf)
    model.row_upper_ = np.asarray(wanted.limits, dtype=np.float64)
    matrix = model.a_matrix_
    matrix.format_, matrix.num_row_, matrix.num_col_ = highspy.MatrixFormat.kRowwise, many, columns
    matrix.start_ = wanted.rows.indptr.astype(np.int32)
    matrix.index_ = wanted.rows.indices.astype(np.int32)
    matrix.value_ = wanted.rows.data.astype(np.float64)
    return model
