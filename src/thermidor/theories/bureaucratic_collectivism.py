"""Bureaucratic collectivism: a new class owns the economy because it owns the state.

Source: Shachtman, The Bureaucratic Revolution (1962), and articles of 1940-51. Only what differs from the
body stands here; the equations are in the closures.
"""

from ..mechanisms.economy.destructive_use import DestructiveUse
from ..mechanisms.economy.permanent_economic_crisis import PermanentEconomicCrisis
from ..mechanisms.polity.closures.arbitrary_command_allocation import ArbitraryCommandAllocation
from ..mechanisms.polity.closures.declasse_recruitment import DeclasseRecruitment
from ..mechanisms.polity.closures.dual_expropriation import DualExpropriation
from ..mechanisms.polity.closures.police_control_substitution import PoliceControlSubstitution
from ..mechanisms.polity.closures.power_needs import PowerNeeds
from ..mechanisms.polity.closures.purge_scapegoating import PurgeScapegoating
from ..mechanisms.polity.closures.social_vacuum_substitution import SocialVacuumSubstitution
from ..mechanisms.polity.closures.state_ownership_democracy_interaction import (
    StateOwnershipDemocracyInteraction,
)
from ..mechanisms.polity.closures.state_slavery import StateSlavery
from ..mechanisms.polity.closures.workers_revolution import WorkersRevolution
from ..mechanisms.world.conquest_compensation import ConquestCompensation
from ..mechanisms.world.satellite_extraction import SatelliteExtraction
from ..theory import Closing, Theory

THEORY = Theory(
    id="bureaucratic-collectivism",
    name="Bureaucratic collectivism",
    authors="Max Shachtman, with Joseph Carter (Workers Party and Independent Socialist League, USA)",
    seed="000_e9d2dd5f6bebda41.txt",
    slots={
        "origin": Closing(
            (SocialVacuumSubstitution,),
            "a new order comes where capital and labour both fail; not tied to backwardness",
        ),
        "ruling-group": Closing((DeclasseRecruitment,), "a cohesive class from the start of full power"),
        "property": Closing(
            (StateOwnershipDemocracyInteraction,),
            "exploitation rises with state property where there is no democracy",
        ),
        "regulation": Closing((ArbitraryCommandAllocation,), "command whose aim is power and privilege"),
        "coercion": Closing(
            (PoliceControlSubstitution,), "police stand in for missing regulators, whatever the shortage"
        ),
        "accumulation": Closing((PowerNeeds,), "investment follows the needs of rule"),
        "labour": Closing((StateSlavery,), "workers held by the state, wages by decree"),
        "growth": Closing((DestructiveUse,), "no premium net of waste and destruction"),
        "slowdown": Closing((PermanentEconomicCrisis,), "waste grows with complexity"),
        "crisis": Closing((), "a constant low crisis: the same claim as the slowdown, charged once"),
        "turn-1928": Closing((DualExpropriation,), "a class asserts itself against owners and workers"),
        "terror": Closing((PurgeScapegoating,), "lower officials take the blame for shortfall"),
        "foreign": Closing(
            (ConquestCompensation, SatelliteExtraction), "expansion makes good what is destroyed at home"
        ),
        "restoration": Closing((), "hazard near nought from within"),
        "end": Closing((WorkersRevolution,), "lasts until workers' revolution or defeat"),
    },
)
