"""Open reports, recall and feedback against inspectors, with the same procedure and as many checks.

The map says under which conditions all pad less when reports are open, and under which they pad more; what
the difference is worth is measured by one plan for each, made by the same procedure from the reports.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..enterprise.openness import Arm, closed, gained, least_feedback, opened, padding
from ..procedure import Procedure
from ..reporting import misreported
from .loss import Trial

FEEDBACKS = np.linspace(0.0, 1.0, 21)
Changes = Mapping[str, float]
"""New values of an arm's fields."""

CHANGED: dict[str, Changes] = {
    "as above": {},
    "inspectors see as much as neighbours": {"inspector": 0.9},
    "neighbours see no more than inspectors": {"neighbour": 0.5},
    "what is held costs nothing": {"holding": 0.0},
    "what is held costs nothing, and inspectors see as much": {"holding": 0.0, "inspector": 0.9},
    "little is gained from an honest norm": {"gain": 0.5},
    "few think of what pays them when they speak": {"noise": 2.0},
}
"""Conditions changed one by one: for and against the open arm."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Hold a place on the map: the gain (closed padding less open) without feedback, and the least feedback.

    ``least`` is the least feedback at which open reports are padded less; infinite where none is enough.
    """

    arm: Arm
    without_feedback: float
    least: float


@dataclass(frozen=True, slots=True)
class Case:
    """Hold one change of the conditions, and the share of the map where open reports are padded less.

    ``won`` stands beside the feedbacks tried.
    """

    what: str
    won: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Hold padding, needs met by the plan and numbers sent in the closed and the open arm."""

    padding: tuple[float, float]
    met: tuple[float, float]
    numbers_sent: tuple[int, int]


def conditions(
    enterprises: Sequence[int],
    honesty_costs: Sequence[float],
    checks: Sequence[float],
    recalls: Sequence[float],
    arm: Arm,
) -> Iterator[Condition]:
    """Yield the map over the number of enterprises, cost of honesty, checks a year and cost of recall."""
    for number in enterprises:
        for cost in honesty_costs:
            for often in checks:
                for recall in recalls:
                    one = replace(arm, enterprises=number, honesty_cost=cost, checks=often, recall=recall)
                    yield Condition(one, gained(one), least_feedback(one, FEEDBACKS))


def cases(
    places: Sequence[Arm], changes: Mapping[str, Changes], feedbacks: Sequence[float]
) -> Iterator[Case]:
    """Yield, for each change of the arms on the map, where open reports win at each feedback."""
    for what, changed in changes.items():
        won = [
            np.mean([gained(replace(one, feedback=feedback, **changed)) > 0 for one in places])
            for feedback in feedbacks
        ]
        yield Case(what, tuple(float(share) for share in won))


def compared(same: Trial, arm: Arm, procedure: Procedure) -> Compared:
    """Return what the same procedure makes of reports in both arms; capacities are hidden as before."""
    people = same.enterprises
    pads, worths, sent = [], [], []
    for oversight in (closed(arm), opened(arm)):
        pad = padding(oversight, len(people.padding), same.seed)
        reports = misreported(same.economy, people.mean(pad), people.mean(people.hidden))
        plan = procedure(reports)
        pads.append(float(pad.mean()))
        worths.append(same.settled(reports, plan))
        sent.append(plan.numbers_sent)
    return Compared((pads[0], pads[1]), (worths[0], worths[1]), (sent[0], sent[1]))
