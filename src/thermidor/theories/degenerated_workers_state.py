"""Degenerated workers' state: a caste of officials grown from want and isolation on a workers' economy.

Source: Trotsky, The Revolution Betrayed (1936); Grant, From Revolution to Counter-revolution (1997). Only
what differs from the body stands here; the equations are in the closures.
"""

from ..mechanisms.economy.bureaucratism_brake import BureaucratismBrake
from ..mechanisms.economy.full_employment_contract import FullEmploymentContract
from ..mechanisms.economy.statified_planning_growth import StatifiedPlanningGrowth
from ..mechanisms.polity.closures.caste_not_class import CasteNotClass
from ..mechanisms.polity.closures.catch_up_under_threat import CatchUpUnderThreat
from ..mechanisms.polity.closures.grain_strike import GrainStrike
from ..mechanisms.polity.closures.great_purge_elimination import GreatPurgeElimination
from ..mechanisms.polity.closures.inheritance_aspiration import InheritanceAspiration
from ..mechanisms.polity.closures.isolation_degeneration import IsolationDegeneration
from ..mechanisms.polity.closures.left_right_balancing import LeftRightBalancing
from ..mechanisms.polity.closures.market_concession_restoration import MarketConcessionRestoration
from ..mechanisms.polity.closures.nomenklatura_appropriation import NomenklaturaAppropriation
from ..mechanisms.polity.closures.political_revolution import PoliticalRevolution
from ..mechanisms.polity.closures.privilege_leak import PrivilegeLeak
from ..mechanisms.polity.closures.queue_policeman import QueuePoliceman
from ..mechanisms.polity.closures.restoration_destruction import RestorationDestruction
from ..mechanisms.polity.closures.structure_over_personality import StructureOverPersonality
from ..mechanisms.world.bureaucratic_fear_of_revolution import BureaucraticFearOfRevolution
from ..mechanisms.world.revolution_as_bargaining_chip import RevolutionAsBargainingChip
from ..theory import Closing, Theory

THEORY = Theory(
    id="degenerated-workers-state",
    name="Degenerated workers' state",
    authors="Leon Trotsky; Ted Grant; restated by Mordecai Levi (Cambridge Marxists)",
    seed="001_c5b14adedc8204aa.txt",
    slots={
        "origin": Closing((IsolationDegeneration,), "isolation times scarcity"),
        "ruling-group": Closing(
            (CasteNotClass, StructureOverPersonality), "a caste of low cohesion; the leader can be replaced"
        ),
        "property": Closing((StatifiedPlanningGrowth,), "state property carries a premium of its own"),
        "regulation": Closing((PrivilegeLeak,), "the plan serves development, with a leak to privilege"),
        "coercion": Closing((QueuePoliceman,), "coercion follows shortage"),
        "accumulation": Closing((CatchUpUnderThreat,), "catching up from backwardness under threat"),
        "labour": Closing((FullEmploymentContract,), "secure jobs and a social wage without rights"),
        "growth": Closing((StatifiedPlanningGrowth,), "a premium of planning"),
        "slowdown": Closing((BureaucratismBrake,), "a brake that grows with bureaucracy and complexity"),
        "crisis": Closing((), "no crisis of overproduction; friction is the brake of the slowdown"),
        "turn-1928": Closing(
            (GrainStrike, LeftRightBalancing), "the centre zigzags in fear of rich peasants and hunger"
        ),
        "terror": Closing(
            (GreatPurgeElimination,), "the generation able to lead a political revolution is destroyed"
        ),
        "foreign": Closing(
            (BureaucraticFearOfRevolution, RevolutionAsBargainingChip),
            "fear of revolution, deals with powers",
        ),
        "restoration": Closing(
            (
                MarketConcessionRestoration,
                InheritanceAspiration,
                NomenklaturaAppropriation,
                RestorationDestruction,
            ),
            "rich peasants early, the wish for title late",
        ),
        "end": Closing(
            (PoliticalRevolution,),
            "political revolution if morale and world revolution rise, else restoration",
        ),
    },
)
