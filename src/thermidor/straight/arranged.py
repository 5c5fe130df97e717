"""Steps of JAX that arrange cells, or are made of steps that take them one by one."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial, reduce
from typing import Any

import numpy as np

from .elementwise import stepped
from .lines import Cell, Lines, Value

Params = Mapping[str, Any]
Arranged = Callable[[Lines, Params, Sequence[np.ndarray]], np.ndarray]


def cells(value: Any) -> np.ndarray:
    """Return a value as an array of cells."""
    made = np.empty(np.shape(value), object)
    made[...] = value
    return made


def _slice(lines: Lines, params: Params, given: Sequence[np.ndarray]) -> np.ndarray:
    steps = params["strides"] or [None] * given[0].ndim
    return given[0][tuple(map(slice, params["start_indices"], params["limit_indices"], steps))]


def _spread(lines: Lines, params: Params, given: Sequence[np.ndarray]) -> np.ndarray:
    shape = [1] * len(params["shape"])
    for place, size in zip(params["broadcast_dimensions"], given[0].shape, strict=True):
        shape[place] = size
    return np.broadcast_to(given[0].reshape(shape), params["shape"])


def _counted(lines: Lines, params: Params, given: Sequence[np.ndarray]) -> np.ndarray:
    shape, along = params["shape"], params["dimension"]
    return cells(np.indices(shape, params["dtype"])[along])


def _typed(lines: Lines, params: Params, given: Sequence[np.ndarray]) -> np.ndarray:
    return cells([_as(lines, params["new_dtype"], one) for one in given[0].flat]).reshape(given[0].shape)


def _as(lines: Lines, kind: np.dtype, one: Cell) -> Any:
    if not isinstance(one, Value):
        return kind.type(one)
    if one.truth and kind.kind == "f":
        return lines.put(f"uitofp {lines.truths} {one.name} to {lines.numbers}")
    if one.truth is (kind.kind == "b"):
        return one
    if kind.kind == "b":
        return stepped(lines, "ne", [cells(one), cells(0.0)])[()]
    raise NotImplementedError(f"a step to {kind} is not written: {one}")


def _reduced(step: str, lines: Lines, params: Params, given: Sequence[np.ndarray]) -> np.ndarray:
    axes = params["axes"]
    first = np.moveaxis(given[0], axes, range(len(axes)))
    rows = first.reshape(-1, *first.shape[len(axes) :])
    return reduce(lambda sofar, row: stepped(lines, step, [sofar, row]), map(cells, rows))


def _product(lines: Lines, params: Params, given: Sequence[np.ndarray]) -> np.ndarray:
    (left, right), batch = params["dimension_numbers"]
    if any(batch) or len(left) != 1:
        raise NotImplementedError(f"a product over {params['dimension_numbers']} is not written")
    rows = zip(np.moveaxis(given[0], left[0], 0), np.moveaxis(given[1], right[0], 0), strict=True)
    pairs = (stepped(lines, "mul", [_beside(one, other), cells(other)]) for one, other in rows)
    return reduce(lambda sofar, pair: stepped(lines, "add", [sofar, pair]), pairs)


def _beside(one: Any, other: Any) -> np.ndarray:
    return cells(one).reshape((*np.shape(one), *[1] * np.ndim(other)))


def _power(lines: Lines, params: Params, given: Sequence[np.ndarray]) -> np.ndarray:
    whole = reduce(lambda sofar, one: stepped(lines, "mul", [sofar, one]), [given[0]] * abs(params["y"]))
    return whole if params["y"] > 0 else stepped(lines, "div", [cells(1.0), whole])


def _logistic(lines: Lines, params: Params, given: Sequence[np.ndarray]) -> np.ndarray:
    fallen = stepped(lines, "exp", [stepped(lines, "neg", given)])
    return stepped(lines, "div", [cells(1.0), stepped(lines, "add", [cells(1.0), fallen])])


ARRANGED: Mapping[str, Arranged] = {
    "slice": _slice,
    "broadcast_in_dim": _spread,
    "reshape": lambda lines, params, given: given[0].reshape(params["new_sizes"]),
    "squeeze": lambda lines, params, given: given[0].squeeze(params["dimensions"]),
    "transpose": lambda lines, params, given: given[0].transpose(params["permutation"]),
    "concatenate": lambda lines, params, given: np.concatenate(given, params["dimension"]),
    "stack": lambda lines, params, given: np.stack(given, params["axis"]),
    "stop_gradient": lambda lines, params, given: given[0],
    "iota": _counted,
    "convert_element_type": _typed,
    "reduce_sum": partial(_reduced, "add"),
    "reduce_max": partial(_reduced, "max"),
    "reduce_min": partial(_reduced, "min"),
    "dot_general": _product,
    "integer_pow": _power,
    "logistic": _logistic,
}
