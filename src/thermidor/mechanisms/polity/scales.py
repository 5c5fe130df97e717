"""Scales that bring rival drivers to one size in one year, so that thresholds of equal width are fair.

Each scale uses the record once: only the spread of a driver over time is evidence, not its level at
the reference year (which is named in words). Most come from the trial runs; those of the turn and of
reform were set by hand on the joined loop, with the table of patterns in view.

>>> ISOLATION.value
1.3
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """A constant, what it multiplies, and the year at which it sets the common size."""

    value: float
    of: str
    reference: str


LAST_CIVIL_WAR = "last year of the civil war"
EVE_OF_TURN = "year before the turn to force"
AFTER_FOUNDER = "first ten years after the leader of the drive"
SECOND_PLAN = "middle of the second plan"

ISOLATION = Scale(1.3, "isolation x scarcity (origin)", LAST_CIVIL_WAR)
CONFINEMENT = Scale(0.85, "isolation x (0.45 + 0.6 scarcity) (origin)", LAST_CIVIL_WAR)
VACUUM = Scale(0.9, "failure of both classes (origin)", LAST_CIVIL_WAR)
DECREE = Scale(0.3825, "emergency rule (origin)", LAST_CIVIL_WAR)
PEASANT_FEAR = Scale(0.2975, "peasant majority x (1 - support) (origin)", LAST_CIVIL_WAR)
EXPERTISE = Scale(0.2975, "weight of specialists (origin)", LAST_CIVIL_WAR)
ATTRITION = Scale(0.4, "isolation x (1 - worker power) (origin)", LAST_CIVIL_WAR)

POWER_NEEDS = Scale(0.95, "autonomy x (0.45 + 0.55 cohesion) (accumulation)", SECOND_PLAN)
CATCH_UP = Scale(1.35, "gap under threat (accumulation)", SECOND_PLAN)
RECONSTRUCTION = Scale(1.28, "gap under threat and after war (accumulation)", SECOND_PLAN)
OUTPUT_CREED = Scale(1.0, "gap x (0.3 + 0.7 autonomy) (accumulation)", SECOND_PLAN)
RIVALRY = Scale(1.25, "pressure of rivals (accumulation)", SECOND_PLAN)

RUINED = Scale(
    50.0,
    "national income (1913 = 100) below which restarting old plant is all the building needed",
    LAST_CIVIL_WAR,
)
GRAIN_PANIC = Scale(6.0, "shortfall of grain behind the best supply under NEP (turn)", EVE_OF_TURN)
EMULATION = Scale(0.55, "ambition as primitive accumulation (turn)", EVE_OF_TURN)
BREAK = Scale(0.75, "ambition as break in the aim of production (turn)", EVE_OF_TURN)

REFORM = Scale(1.4, "stagnation measured against habit (reform)", AFTER_FOUNDER)

HUNGER = Scale(30.0, "shortfall of food below need (dearth = 1 - exp of it)", LAST_CIVIL_WAR)
WANT = Scale(0.7, "ceiling towards which scarcity saturates", LAST_CIVIL_WAR)
EARLY_NEED = Scale(1800.0, "2011 dollars of consumption per head that count as need", EVE_OF_TURN)
RIVAL_INCOME = Scale(
    10500.0, "2011 dollars per head of the leading rival, for the growth of need", EVE_OF_TURN
)
TROUGH_INCOME = Scale(
    36.0, "national income (1913 = 100) below which administration has no added work", LAST_CIVIL_WAR
)
