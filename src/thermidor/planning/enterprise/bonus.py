"""What a month's work earns: bonus for the plan fulfilled, or pay for what is made."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ..table import Numbers

ROUNDING = 1e-9


class Scheme(Protocol):
    """Pay for a month's output, in shares of the month's plan."""

    @property
    def by_plan(self) -> bool:
        """Say whether pay depends on the plan, so that a correction of the plan is worth something."""
        ...

    def pay(self, done: Numbers) -> Numbers:
        """Return the pay for these shares of the plan, in units of the full bonus."""
        ...


@dataclass(frozen=True, slots=True)
class Threshold:
    """Pay a bonus for the plan fulfilled, nothing below it, and ``above`` per share of plan beyond it.

    Source: Berliner, Factory and Manager in the USSR, 1957, on the monthly premium.
    """

    above: float = 0.0
    by_plan: bool = True

    def pay(self, done: Numbers) -> Numbers:
        """Return one from the plan upwards, zero below."""
        over = done - 1
        return np.where(over >= -ROUNDING, 1 + self.above * np.maximum(over, 0.0), 0.0)


@dataclass(frozen=True, slots=True)
class PieceRate:
    """Pay for each unit alike, whatever was planned; the same total as the bonus when the plan is met."""

    by_plan: bool = False

    def pay(self, done: Numbers) -> Numbers:
        """Return the share of the plan."""
        return done.copy()


MONTHLY_BONUS = Threshold()
PAID_BY_PIECE = PieceRate()
