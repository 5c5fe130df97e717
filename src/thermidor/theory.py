"""What a theory is: a choice of closures for fifteen slots, with its own numbers where it has any."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .frame.mechanism import Mechanism
from .frame.prior import Prior

SLOTS = (
    "origin", "ruling-group", "property", "regulation", "coercion", "accumulation", "labour", "growth",
    "slowdown", "crisis", "turn-1928", "terror", "foreign", "restoration", "end",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Closing:
    """What fills one slot. ``inherited`` names the theory it is taken from where the seed is silent."""

    closures: tuple[type[Mechanism], ...]
    rule: str
    inherited: str = ""
    weights: Mapping[type[Mechanism], float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Theory:
    """A theory as data. ``priors`` replaces the prior of a parameter, by 'mechanism.parameter'."""

    id: str
    name: str
    authors: str
    seed: str
    slots: Mapping[str, Closing]
    priors: Mapping[str, Prior | float] = field(default_factory=dict)

    def strengths(self) -> dict[type[Mechanism], float]:
        """Return the strength of every closure that this theory uses."""
        return {c: s.weights.get(c, 1.0) for s in self.slots.values() for c in s.closures}
