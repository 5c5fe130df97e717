"""The text of a straight-line programme, in LLVM's language, a line for each value."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from .machine import Machine


@dataclass(frozen=True, slots=True)
class Value:
    """A line's result: a vector of numbers or of truths, one for each draw."""

    name: str
    truth: bool = False


Known = float | int | bool | np.generic  # the same for every draw, known before the run
Cell = Value | Known


@dataclass(slots=True)
class Lines:
    """What is written so far; a line that is written already is not written again."""

    machine: Machine
    body: list[str] = field(default_factory=list)
    beside: dict[str, str] = field(default_factory=dict)  # declarations and small functions, by name
    written: dict[str, Value] = field(default_factory=dict)

    @property
    def numbers(self) -> str:
        """Return the type of a vector of numbers."""
        return f"<{self.machine.width} x double>"

    @property
    def truths(self) -> str:
        """Return the type of a vector of truths."""
        return f"<{self.machine.width} x i1>"

    def put(self, text: str, truth: bool = False) -> Value:
        """Write a line unless it is there, and return its value."""
        if text not in self.written:
            self.written[text] = Value(f"%v{len(self.written)}", truth)
            self.body.append(f"  {self.written[text].name} = {text}")
        return self.written[text]

    def call(self, name: str, *arguments: Cell) -> Value:
        """Write a call of a function of vectors: the library's, or one made of its function of one number."""
        called = self.machine.vector_function(name, len(arguments)) or f"each_{name}"
        if called not in self.beside:
            made = _each if called.startswith("each_") else _declared
            self.beside[called] = made(self, called, name, len(arguments))
        return self.put(f"call {self.numbers} @{called}({self.listed(*arguments)})")

    def intrinsic(self, name: str, *arguments: Cell) -> Value:
        """Write a call of one of LLVM's own functions; it may take -0 for 0."""
        called = f"llvm.{name}.v{self.machine.width}f64"
        self.beside.setdefault(called, _declared(self, called, name, len(arguments)))
        return self.put(f"call nsz {self.numbers} @{called}({self.listed(*arguments)})")

    def listed(self, *arguments: Cell) -> str:
        """Return arguments with their types."""
        return ", ".join(f"{self.numbers} {self.told(one)}" for one in arguments)

    def told(self, one: Cell) -> str:
        """Return how a value stands in a line; what is known is repeated for every draw."""
        if isinstance(one, Value):
            return one.name
        if isinstance(one, bool | np.bool_):
            return self._repeated(f"i1 {'true' if one else 'false'}")
        return self._repeated(f"double 0x{int(np.float64(one).view(np.uint64)):016X}")

    def _repeated(self, one: str) -> str:
        return f"<{', '.join([one] * self.machine.width)}>"


def is_truth(one: Cell) -> bool:
    """Return whether a cell holds truths."""
    return one.truth if isinstance(one, Value) else isinstance(one, bool | np.bool_)


def _declared(lines: Lines, called: str, name: str, count: int) -> str:
    given = ", ".join([lines.numbers] * count)
    return f"declare {lines.numbers} @{called}({given}) nounwind willreturn memory(none)"


def _each(lines: Lines, called: str, name: str, count: int) -> str:
    """Return a function of vectors that calls that of one number for each draw."""
    given = ", ".join(f"{lines.numbers} %x{i}" for i in range(count))
    one = f"declare double @{name}({', '.join(['double'] * count)}) nounwind willreturn memory(none)"
    body = "\n".join(_of_each_draw(lines, name, count))
    return f"{one}\ndefine internal {lines.numbers} @{called}({given}) nounwind {{\n{body}\n}}"


def _of_each_draw(lines: Lines, name: str, count: int) -> Iterator[str]:
    before: Any = "undef"
    for n in range(lines.machine.width):
        for i in range(count):
            yield f"  %a{n}.{i} = extractelement {lines.numbers} %x{i}, i64 {n}"
        given = ", ".join(f"double %a{n}.{i}" for i in range(count))
        yield f"  %b{n} = call double @{name}({given})"
        yield f"  %c{n} = insertelement {lines.numbers} {before}, double %b{n}, i64 {n}"
        before = f"%c{n}"
    yield f"  ret {lines.numbers} {before}"
