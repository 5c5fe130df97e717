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
    "bureaucracy_autonomy": (Recorded("coded.bureaucracy_autonomy"),),
    "capitalist_growth": (Recorded("growth-advanced-countries"),),
    "capitalist_stagnation": (Recorded("coded.capitalist_stagnation"),),
    "emergency_rule": (Recorded("coded.emergency_rule"),),
    "exiled": (Recorded("kulaks-exiled", 0.5),),  # the count is of two years, shown in each
    "leader_concentration": (Recorded("coded.leader_concentration"),),
    "military_share": (Recorded("military-share-cow"), Recorded("military-share-western-points")),
    "military_threat": (Recorded("coded.military_threat"),),
    "national_income": (Recorded("gdp-ussr-maddison"),),
    "nationalised_share": (Recorded("coded.nationalised_share"),),
    "party_democracy": (Recorded("coded.party_democracy"),),
    "peasant_share": (Recorded("coded.peasant_share"),),
    "repression": (Recorded("coded.repression"),),
    "revolution_wave": (Recorded("coded.revolution_wave"),),
    "soviet_democracy": (Recorded("coded.soviet_democracy"),),
    "trade_exposure": (Recorded("trade-share-interwar", 2.0), Recorded("trade-share-long")),  # first: exports
    "union_independence": (Recorded("coded.union_independence"),),
    "us_ussr_tension": (Recorded("coded.us_ussr_tension"),),
    "worker_number": (Recorded("workers-industry-civil-war"),),
    "worker_self_organisation": (Recorded("coded.worker_self_organisation"),),
}
