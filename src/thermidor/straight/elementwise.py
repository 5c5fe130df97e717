"""Steps of JAX that take cells one by one, each with what it is for numbers known before the run."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from .lines import Cell, Lines, Value, is_truth

Written = Callable[..., Cell]


@dataclass(frozen=True, slots=True)
class Elementwise:
    """One kind of step: of what is known, and as a line."""

    known: Callable[..., Any]
    line: Written


def _sign(sign: str, lines: Lines, *cells: Cell) -> Value:
    return lines.put(f"{sign} {lines.numbers} {', '.join(map(lines.told, cells))}")


def _compared(how: str, lines: Lines, left: Cell, right: Cell) -> Value:
    return lines.put(f"fcmp {how} {lines.numbers} {lines.told(left)}, {lines.told(right)}", truth=True)


def _logic(sign: str, lines: Lines, *cells: Cell) -> Value:
    return lines.put(f"{sign} {lines.truths} {', '.join(map(lines.told, cells))}", truth=True)


def _called(name: str, lines: Lines, *cells: Cell) -> Value:
    return lines.call(name, *cells)


def _intrinsic(name: str, lines: Lines, *cells: Cell) -> Value:
    return lines.intrinsic(name, *cells)


def _chosen(lines: Lines, which: Cell, no: Cell, yes: Cell) -> Cell:
    if not isinstance(which, Value):
        return yes if which else no
    kind = lines.truths if is_truth(no) else lines.numbers
    told = f"select {lines.truths} {which.name}, {kind} {lines.told(yes)}, {kind} {lines.told(no)}"
    return lines.put(told, truth=is_truth(no))


def _unlike(lines: Lines, left: Cell, right: Cell) -> Value:
    return (_logic if is_truth(left) else _compared)("xor" if is_truth(left) else "une", lines, left, right)


STEPS: Mapping[str, Elementwise] = {
    "add": Elementwise(np.add, partial(_sign, "fadd")),
    "sub": Elementwise(np.subtract, partial(_sign, "fsub")),
    "mul": Elementwise(np.multiply, partial(_sign, "fmul")),
    "div": Elementwise(np.divide, partial(_sign, "fdiv")),
    "neg": Elementwise(np.negative, partial(_sign, "fneg")),
    "max": Elementwise(np.maximum, partial(_intrinsic, "maximum")),
    "min": Elementwise(np.minimum, partial(_intrinsic, "minimum")),
    "abs": Elementwise(np.abs, partial(_intrinsic, "fabs")),
    "sqrt": Elementwise(np.sqrt, partial(_intrinsic, "sqrt")),
    "pow": Elementwise(np.power, partial(_called, "pow")),
    "exp": Elementwise(np.exp, partial(_called, "exp")),
    "log": Elementwise(np.log, partial(_called, "log")),
    "tanh": Elementwise(np.tanh, partial(_called, "tanh")),
    "erf": Elementwise(math.erf, partial(_called, "erf")),
    "erfc": Elementwise(math.erfc, partial(_called, "erfc")),
    "gt": Elementwise(np.greater, partial(_compared, "ogt")),
    "ge": Elementwise(np.greater_equal, partial(_compared, "oge")),
    "lt": Elementwise(np.less, partial(_compared, "olt")),
    "le": Elementwise(np.less_equal, partial(_compared, "ole")),
    "eq": Elementwise(np.equal, partial(_compared, "oeq")),
    "ne": Elementwise(np.not_equal, _unlike),
    "and": Elementwise(np.logical_and, partial(_logic, "and")),
    "or": Elementwise(np.logical_or, partial(_logic, "or")),
    "not": Elementwise(np.logical_not, lambda lines, one: _logic("xor", lines, one, True)),
    "select_n": Elementwise(lambda which, no, yes: yes if which else no, _chosen),
}


def stepped(lines: Lines, name: str, given: Sequence[np.ndarray]) -> np.ndarray:
    """Write a step for every cell of arrays that are spread over each other; return the cells."""
    spread = np.broadcast_arrays(*given)
    made = np.empty(spread[0].shape, object)
    for place in np.ndindex(made.shape):
        made[place] = _cell(lines, STEPS[name], [one[place] for one in spread])
    return made


def _cell(lines: Lines, step: Elementwise, cells: Sequence[Any]) -> Cell:
    if any(isinstance(one, Value) for one in cells):
        return step.line(lines, *cells)
    with np.errstate(all="ignore"):  # what is known may be no number, as it may be in a run
        return step.known(*cells)
