"""Procedures on many random economies: how near the best they come, after how many rounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from .compare import overstepped, worth
from .generator import Features, draw
from .procedure import Procedure
from .reporting import honest

ROUNDS = (1, 3, 10, 100)


@dataclass(frozen=True, slots=True)
class Reached:
    """Hold what a procedure reached within some rounds, over economies told honestly.

    ``worth`` is the median of the planned worth over the best; ``overstepped`` the median of the greatest
    relative overuse in a plan; ``gap`` the greatest proven gap; ``rounds`` and ``numbers_sent`` are the
    greatest of any.
    """

    procedure: str
    allowed: int
    worth: float
    overstepped: float
    gap: float
    rounds: int
    numbers_sent: int


def reached(procedure: Procedure, allowed: int, features: Features, seeds: Sequence[int]) -> Reached:
    """Return what a procedure reaches on the economies of these seeds, whose best plan is worth one.

    Raises ThermidorError if the procedure is not for such economies.
    """
    known = [draw(features, seed) for seed in seeds]
    reports = [honest(one.economy) for one in known]
    plans = [procedure(one, allowed) for one in reports]
    pairs = list(zip(reports, plans, strict=True))
    return Reached(
        procedure.name,
        allowed,
        median(worth(*pair) / one.value for one, pair in zip(known, pairs, strict=True)),
        median(overstepped(*pair) for pair in pairs),
        max(plan.certificate.gap for plan in plans),
        max(plan.rounds for plan in plans),
        max(plan.numbers_sent for plan in plans),
    )
