"""State capitalism: a collective capitalist class, made by competition in arms and output.

Source: Cliff, State Capitalism in Russia (1948). Only what differs from the body stands here; the equations
are in the closures.
"""

from ..mechanisms.economy.arms_burden import ArmsBurden
from ..mechanisms.economy.crisis_of_competition import CrisisOfCompetition
from ..mechanisms.economy.wage_labour import WageLabour
from ..mechanisms.polity.closures.accumulation_break import AccumulationBreak
from ..mechanisms.polity.closures.arms_race_accumulation import ArmsRaceAccumulation
from ..mechanisms.polity.closures.coercion_for_accumulation import CoercionForAccumulation
from ..mechanisms.polity.closures.exploitation_set_by_competition import ExploitationSetByCompetition
from ..mechanisms.polity.closures.grain_strike import GrainStrike
from ..mechanisms.polity.closures.great_purge_displacement import GreatPurgeDisplacement
from ..mechanisms.polity.closures.isolation_degeneration import IsolationDegeneration
from ..mechanisms.polity.closures.reactive_plan_targets import ReactivePlanTargets
from ..mechanisms.polity.closures.sideways_transition import SidewaysTransition
from ..mechanisms.polity.closures.state_as_collective_capital import StateAsCollectiveCapital
from ..mechanisms.polity.closures.war_attrition_of_working_class import WarAttritionOfWorkingClass
from ..mechanisms.polity.closures.workers_revolution import WorkersRevolution
from ..mechanisms.world.bipolar_antagonism import BipolarAntagonism
from ..mechanisms.world.comintern_prestige_subordination import CominternPrestigeSubordination
from ..mechanisms.world.satellite_extraction import SatelliteExtraction
from ..theory import Closing, Theory

THEORY = Theory(
    id="state-capitalism",
    name="State capitalism",
    authors="Tony Cliff; restated by Abbie Bakan, International Socialist Tendency",
    seed="004_69a954ba78d29785.txt",
    slots={
        "origin": Closing(
            (IsolationDegeneration, WarAttritionOfWorkingClass),
            "isolation and a decimated working class give way to a new class",
            weights={IsolationDegeneration: 0.46},
        ),
        "ruling-group": Closing(
            (StateAsCollectiveCapital,), "a collective capitalist class, cohesive from the first plan"
        ),
        "property": Closing(
            (StateAsCollectiveCapital,), "title is irrelevant; control and competition make capital"
        ),
        "regulation": Closing((ReactivePlanTargets,), "targets react to rivals"),
        "coercion": Closing((CoercionForAccumulation,), "coercion serves accumulation"),
        "accumulation": Closing(
            (ArmsRaceAccumulation, ExploitationSetByCompetition),
            "investment and arms respond to rivals' arms and output",
        ),
        "labour": Closing((WageLabour,), "wage labour: exploitation drives work, struggle is possible"),
        "growth": Closing((), "growth is accumulation: the body alone, no premium"),
        "slowdown": Closing((ArmsBurden,), "burden of arms and falling return to capital"),
        "crisis": Closing((CrisisOfCompetition,), "crises of competition, mediated by arms"),
        "turn-1928": Closing(
            (AccumulationBreak, GrainStrike),
            "a break in the aim of production (cause), grain the occasion",
            weights={GrainStrike: 0.36},
        ),
        "terror": Closing((GreatPurgeDisplacement,), "one class displaces another"),
        "foreign": Closing(
            (CominternPrestigeSubordination, BipolarAntagonism, SatelliteExtraction),
            "an imperialist great power",
        ),
        "restoration": Closing((SidewaysTransition,), "change of form, not of mode"),
        "end": Closing((WorkersRevolution,), "change of form under competition, or workers' revolution"),
    },
)
