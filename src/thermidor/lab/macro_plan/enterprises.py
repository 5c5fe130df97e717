"""What enterprises hide, pad and waste: by the macro model's short forms, and by their own best choices."""

from functools import cache

import numpy as np

from ...mechanisms.economy.balance import at_start
from ...mechanisms.economy.information import InformationDistortion
from ...mechanisms.economy.misdirection import Misdirection
from ...mechanisms.economy.plan_ratchet import PlanRatchet, incentive_left
from ...planning.enterprise.openness import Arm, opened
from ...planning.enterprise.padding import INSPECTORS, Oversight, settled
from ...planning.enterprise.population import Enterprises, Setting
from ...planning.enterprise.spread import misallocation
from ...planning.enterprise.withheld import hidden
from ...planning.execution.table import standard
from ...planning.execution.works import kinds
from ...planning.procedures.ratchet import Ratchet, incentive
from ...planning.table import Numbers
from .sample import Sampled
from .sectors import said

LAW = PlanRatchet()
MANY = 200  # enterprises asked how much they pad
Value = tuple[Numbers, Numbers]


def incentives(one: Sampled) -> Value:
    """Return the share of the reward that the ratchet leaves."""
    leaving = float(one.now.purge_rate)
    left = float(incentive_left(LAW.ratchet, LAW.discount, leaving))
    return _two(left, incentive(Ratchet(LAW.ratchet), LAW.discount, leaving))


def withheld(one: Sampled) -> Value:
    """Return the capacity withheld for fear of the ratchet; under no command there is none to fear."""
    command = float(one.now.regulator_command * (1 - one.now.worker_control))
    left = float(incentive_left(LAW.ratchet, LAW.discount, float(one.now.purge_rate)))
    return _two(command * LAW.most * (1 - left), command * _hidden(one))


def untrue(one: Sampled) -> Value:
    """Return where the gap between reports and truth tends to.

    Enterprises under command answer to inspectors, those under elected bodies to open books, with workers'
    control for the part that comes home; markets ask for no reports. What
    plant and mills allow and supplies do not is what they go short of.
    """
    now, law = one.now, InformationDistortion()
    toward = float(now.info_distortion) + float(said(law, now, "info_distortion")[0]) / law.speed
    control, command = float(now.worker_control), float(now.regulator_command)
    short = float(now.supply_shortfall)
    closed = (1 + padded(INSPECTORS, short)) / (1 - _hidden(one)) - 1
    books = padded(opened(Arm(feedback=control)), short)
    made = command * (1 - control) * closed + (command * control + float(now.regulator_democratic)) * books
    return _two(toward, made)


def misdirected(one: Sampled) -> Value:
    """Return what false figures waste under command, over what the first year knew."""
    law, first = Misdirection(), float(at_start("info_distortion"))
    false = max(float(one.now.info_distortion) - first, 0.0)
    command = float(one.now.regulator_command)
    lost = misplaced(first + false) - misplaced(first)
    return _two(command * law.untrue * false, command * lost)


def padded(oversight: Oversight, short: float) -> float:
    """Return the mean padding of enterprises that differ in how uncertain their supply is."""
    dice = np.random.default_rng(0)
    spread = oversight.spread * dice.lognormal(0.0, Setting().differing, MANY)
    return float(settled(oversight, spread, np.full(MANY, oversight.found), short)[0].mean())


@cache
def _population() -> tuple[Enterprises, int]:
    same = standard()
    return same.enterprises, kinds(same.economy)


def misplaced(gap: float) -> float:
    """Return the static misallocation where reports are this far from the truth on average."""
    people, inputs = _population()
    scale = gap / float((1 + people.padding).mean() / (1 - people.hidden).mean() - 1)
    moved = Enterprises(
        people.technique, people.capacity, scale * people.padding, scale * people.hidden, people.cut
    )
    return misallocation(moved, inputs, scale * INSPECTORS.spread, 0)


def _hidden(one: Sampled) -> float:
    leaving = float(one.now.purge_rate)
    return float(hidden(LAW.ratchet, np.array([(LAW.discount + leaving) / (1 - leaving)]))[0])


def _two(law: float, made: float) -> Value:
    return np.array([law]), np.array([made])
