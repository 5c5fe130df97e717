"""A step of JAX, written as the text of a function that takes it again and again for a vector of draws."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import jax
import llvmlite
import numpy as np
from jax.extend.core import ClosedJaxpr, Literal

from .arranged import ARRANGED, cells
from .elementwise import STEPS, stepped
from .lines import Lines, Value
from .machine import Machine

INNER = ("jaxpr", "call_jaxpr")  # where a step that is made of others holds them
NAME = "repeated"
Step = Callable[..., tuple[Any, Any]]


def text(step: Step, forms: Sequence[int], machine: Machine) -> str:
    """Return the text of ``repeated(constant, carried, each, shared, told, times)``; all but times: places.

    ``step`` takes what :class:`.repeated.Repeated` says, one draw's part of it, and gives what it
    tells and what it carries, both of one axis. ``forms``: rows of constant, carried, each and shared.
    Raises NotImplementedError for a step of JAX that cannot be written.
    """
    with jax.enable_x64(True):
        traced = jax.make_jaxpr(step)(*(np.zeros(rows) for rows in forms))
    lines = Lines(machine)
    *own, shared = zip(("constant", "carried", "each", "shared"), forms, strict=True)
    given = [_loaded(lines, name, rows) for name, rows in own]
    told, carried = _walked(lines, traced, [*given, _repeated(lines, *shared)])
    _stored(lines, "told", told)
    _stored(lines, "carried", carried)  # last: it takes the place of what was read
    return _module(lines, forms, len(told))


def source() -> str:
    """Return a digest of what writes and compiles: code made by another text of it is made anew."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest() + llvmlite.__version__


def _loaded(lines: Lines, name: str, rows: int) -> np.ndarray:
    places = (_place(lines, name, row).name for row in range(rows))
    return cells([lines.put(f"load {lines.numbers}, ptr {place}") for place in places])


def _repeated(lines: Lines, name: str, rows: int) -> np.ndarray:
    return cells([_everywhere(lines, name, row) for row in range(rows)])


def _everywhere(lines: Lines, name: str, row: int) -> Value:
    place = lines.put(f"getelementptr double, ptr %{name}, i64 {row}")
    one = lines.put(f"load double, ptr {place.name}")
    first = lines.put(f"insertelement {lines.numbers} undef, double {one.name}, i64 0")
    alike = f"<{lines.machine.width} x i32> zeroinitializer"
    return lines.put(f"shufflevector {lines.numbers} {first.name}, {lines.numbers} undef, {alike}")


def _place(lines: Lines, name: str, row: int) -> Value:
    return lines.put(f"getelementptr {lines.numbers}, ptr %{name}, i64 {row}")


def _stored(lines: Lines, name: str, values: np.ndarray) -> None:
    for row, one in enumerate(values):
        place = _place(lines, name, row).name
        lines.body.append(f"  store {lines.numbers} {lines.told(one)}, ptr {place}")


def _walked(lines: Lines, traced: ClosedJaxpr, given: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Write every step of what is traced, and return its results."""
    inner = traced.jaxpr
    known = dict(zip(inner.constvars, map(cells, traced.consts), strict=True))
    known |= dict(zip(inner.invars, given, strict=True))

    def read(one: Any) -> np.ndarray:
        return cells(one.val) if isinstance(one, Literal) else known[one]

    for step in inner.eqns:
        made = _written(lines, step, [read(one) for one in step.invars])
        known |= dict(zip(step.outvars, made, strict=True))
    return [read(one) for one in inner.outvars]


def _written(lines: Lines, step: Any, given: Sequence[np.ndarray]) -> list[np.ndarray]:
    name = step.primitive.name
    if name in STEPS:
        return [stepped(lines, name, given)]
    if name in ARRANGED:
        return [ARRANGED[name](lines, step.params, given)]
    for place in INNER:
        if isinstance(inner := step.params.get(place), ClosedJaxpr):
            return _walked(lines, inner, given)
    raise NotImplementedError(f"a step of JAX that cannot be written in a straight line: {name}")


def _module(lines: Lines, forms: Sequence[int], told: int) -> str:
    """Return the whole text: what is used, the step, and the loop that repeats it."""
    own = "ptr %constant, ptr %carried, ptr %each, ptr %shared, ptr %told"
    body = "\n".join(lines.body)
    step = f"define internal void @step({own}) nounwind noinline {{\n{body}\n  ret void\n}}"
    loop = f"""define void @{NAME}({own}, i64 %times) nounwind {{
start:
  br label %again
again:
  %n = phi i64 [0, %start], [%next, %again]
  %i = mul i64 %n, {forms[2]}
  %e = getelementptr {lines.numbers}, ptr %each, i64 %i
  %j = mul i64 %n, {forms[3]}
  %s = getelementptr double, ptr %shared, i64 %j
  %k = mul i64 %n, {told}
  %t = getelementptr {lines.numbers}, ptr %told, i64 %k
  call void @step(ptr %constant, ptr %carried, ptr %e, ptr %s, ptr %t)
  %next = add i64 %n, 1
  %done = icmp eq i64 %next, %times
  br i1 %done, label %end, label %again
end:
  ret void
}}"""
    return "\n".join([*lines.beside.values(), step, loop, ""])
