"""A study: all that fits until one year share: what is seen, banks of every theory, directions, emulators."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..theories import THEORIES
from .bank import Bank, bank
from .cut import Cut, cut
from .directions import Directions, directions
from .emulator import Emulator, emulator
from .likelihood import Direct, Emulated
from .simulate import Spread
from .smc import Plan
from .store import Store
from .summary import LAST, Layout, layout

SIZE = 4000  # runs of a theory that emulators are made of


@dataclass(frozen=True, slots=True)
class Study:
    """What fits until a year share; ``spare`` banks are runs that no emulator has seen."""

    layout: Layout
    seed: int
    directions: Directions
    emulators: Mapping[str, Emulator]
    spare: Mapping[str, Bank]

    @property
    def history(self) -> np.ndarray:
        """Return the datum that history is, along the directions: no distance from the record."""
        return np.zeros(len(self.directions.moved))

    def emulated(self, theory: str, datum: np.ndarray) -> Emulated:
        """Return the emulated likelihood of a datum under a theory."""
        return Emulated(datum, self.emulators[theory], self.directions.noise)

    def direct(self, theory: str, runs: int, spread: Spread, kept: Store | None = None) -> Direct:
        """Return the direct likelihood of history under a theory, from so many runs at each point."""
        return Direct(
            theory, self.layout.until, self.seed, runs, self.history, self.directions,
            self.emulators[theory], spread, kept,
        )  # fmt: skip

    def cut(self, theory: str, datum: np.ndarray) -> Cut:
        """Return what of the prior a datum leaves to a theory."""
        return cut(datum, self.emulators[theory], self.directions.noise, self.seed)


def study(spread: Spread, until: int = LAST, size: int = SIZE, spare: int = 0, seed: int = 1) -> Study:
    """Return what fits until a year share: ``size`` runs a theory to learn from, ``spare`` more kept back."""
    seen = layout(until)
    banks = {name: bank(name, until, size + spare, seed, spread) for name in THEORIES}
    taught = {name: one.cut(slice(0, size)) for name, one in banks.items()}
    along = directions(list(taught.values()), seen.noise())
    emulators = {n: emulator(one.scores, along.along(one.summaries)) for n, one in taught.items()}
    return Study(seen, seed, along, emulators, {n: b.cut(slice(size, None)) for n, b in banks.items()})


TWIN_PLAN = Plan(particles=500, steps=6)
