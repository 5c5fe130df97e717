"""A compiled step, repeated: made once, kept as the machine's code."""

import ctypes
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import llvmlite.binding as llvm
import numpy as np

from .machine import Machine
from .written import NAME, Step, text

SIZE = 8  # bytes of a number
ALIGN = 64  # bytes: a vector that does not lie across two lines of the cache is read at once
ADDRESSES = 5


def code(step: Step, forms: Sequence[int], on: Machine) -> bytes:
    """Return the machine's code of a step for numbers of rows (constant, carried, each, shared).

    Raises NotImplementedError for a step of JAX that cannot be written in a straight line.
    """
    module = llvm.parse_assembly(text(step, forms, on))
    module.verify()
    return on.target().emit_object(module)


@dataclass(frozen=True, slots=True)
class Repeated:
    """A compiled step ``(constant, carried, each, shared) -> (told, carried)``; threads may share it.

    Constant, carried, each and told differ by draw; each and shared differ by time. As ``jax.lax.scan`` goes
    over times, but for one vector of draws, whose numbers lie side by side.
    """

    engine: Any  # holds the code
    address: int
    forms: tuple[int, ...]  # rows of constant, carried, each and shared
    told: int  # rows
    width: int

    def __call__(
        self,
        constant: np.ndarray,
        carried: np.ndarray,
        each: np.ndarray,
        shared: np.ndarray,
        told: np.ndarray,
    ) -> None:
        """Write what is told, shape (time, row, width), and what is carried at the end, into their arrays.

        Shapes: constant and carried (row, width), each (time, row, width), shared (time, row). All lie as
        :func:`aligned` lays them. Raises ValueError where an array does not, or is too small.
        """
        width, (constants, states, dice, signals) = self.width, self.forms
        needed = [(constants, width), (states, width), (len(shared), dice, width)]
        needed += [(len(shared), signals), (len(shared), self.told, width)]
        arrays = (constant, carried, each, shared, told)
        lie = all(is_aligned(one, SIZE * width) for one in arrays)
        if not lie or [one.shape for one in arrays] != needed:
            raise ValueError(f"arrays of shapes {needed} in aligned memory are needed")
        _function(self.address)(*(one.ctypes.data for one in arrays), len(shared))


def loaded(content: bytes, forms: Sequence[int], told: int, on: Machine) -> Repeated:
    """Return a step from its code, made for ``forms``, and the number of rows it tells."""
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), on.target())
    engine.add_object_file(llvm.ObjectFileRef.from_data(content))
    engine.finalize_object()
    return Repeated(engine, engine.get_function_address(NAME), tuple(forms), told, on.width)


def in_vectors(draws: np.ndarray, width: int) -> np.ndarray:
    """Return draws, which stand last, in vectors, shape (vector, ..., width); the last draw fills up."""
    full = np.pad(draws, [(0, 0)] * (draws.ndim - 1) + [(0, -draws.shape[-1] % width)], "edge")
    return aligned(np.moveaxis(full.reshape(*full.shape[:-1], -1, width), -2, 0))


def aligned(values: np.ndarray) -> np.ndarray:
    """Return numbers in one piece of memory that begins where a line of the cache does."""
    if is_aligned(values):
        return values
    made = room(values.shape)
    made[...] = values
    return made


def is_aligned(values: np.ndarray, to: int = ALIGN) -> bool:
    """Return whether numbers lie in one piece of memory that begins at a multiple of some bytes."""
    return values.flags.c_contiguous and values.dtype == float and values.ctypes.data % to == 0


def room(shape: tuple[int, ...]) -> np.ndarray:
    """Return room for numbers, in one piece that begins where a line of the cache does."""
    whole = np.empty(math.prod(shape) + ALIGN // SIZE)
    first = -whole.ctypes.data % ALIGN // SIZE
    return whole[first : first + math.prod(shape)].reshape(shape)


def _function(address: int) -> Any:
    kinds = [ctypes.c_void_p] * ADDRESSES
    return ctypes.CFUNCTYPE(None, *kinds, ctypes.c_int64)(address)
