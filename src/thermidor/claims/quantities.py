"""The bridge: which recorded series a quantity of the model is read from, in the quantity's unit.

Series of one quantity stand side by side as rival estimates; each is read at its low, middle and high end.
An index may stand here for a level: a measure of such a quantity must not depend on its unit (a ratio, a
growth rate, a date).
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recorded series and the factor from its unit to that of the quantity."""

    series: str
    factor: float = 1.0


RECORDED: Mapping[str, tuple[Recorded, ...]] = {
    "national_income": (Recorded("gdp-ussr-maddison"),),
    "worker_number": (Recorded("workers-industry-civil-war"),),
    "soviet_democracy": (Recorded("coded.soviet_democracy"),),
}
