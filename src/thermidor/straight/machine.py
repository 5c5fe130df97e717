"""The machine's vectors: how many numbers an instruction takes, and what computes functions of them."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

import llvmlite.binding as llvm

LIBRARIES = ("libm.so.6", "libmvec.so.1")  # the second: functions of whole vectors; part of the GNU C library
# What a processor must be able to do, how many numbers it then takes, and the letter under which the C
# library keeps its functions for that (the vector function ABI of x86-64).
SETS = (("avx512dq", 8, "e"), ("avx2", 4, "d"), ("sse4.2", 2, "b"))
PLAIN = (2, "n")  # other processors, among them those of ARM


@dataclass(frozen=True, slots=True)
class Machine:
    """The processor: its name, what it can do, numbers in a vector, letter of the library's functions."""

    name: str
    features: str
    width: int
    letter: str

    def target(self) -> llvm.TargetMachine:
        """Return what writes code for it. Level 1: higher ones take longer and gain nothing here."""
        triple = llvm.Target.from_default_triple()
        return triple.create_target_machine(cpu=self.name, features=self.features, opt=1)

    def vector_function(self, name: str, arguments: int) -> str | None:
        """Return the library's name of a function of whole vectors, or None where it has none."""
        found = f"_ZGV{self.letter}N{self.width}{'v' * arguments}_{name}"
        return found if llvm.address_of_symbol(found) else None


@cache
def machine() -> Machine:
    """Return the processor this runs on."""
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    for library in LIBRARIES:
        with suppress(RuntimeError):  # other systems have the plain functions among their own
            llvm.load_library_permanently(library)
    features = llvm.get_host_cpu_features()
    return Machine(llvm.get_host_cpu_name(), features.flatten(), *_widest(features))


def _widest(features: Mapping[str, bool]) -> tuple[int, str]:
    return next(((width, letter) for name, width, letter in SETS if features.get(name)), PLAIN)
