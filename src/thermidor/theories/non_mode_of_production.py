"""Non-mode of production: an elite that ended the compulsion of capital and could not replace it.

Source: Ticktin, Origins of the Crisis in the USSR (1992); Macnair on Stalinism. Only what differs from the
body stands here; the equations are in the closures.
"""

from ..frame.prior import Uniform
from ..mechanisms.economy.absence_of_profit_squeeze_crisis import AbsenceOfProfitSqueezeCrisis
from ..mechanisms.economy.absence_of_relative_surplus_value import AbsenceOfRelativeSurplusValue
from ..mechanisms.economy.control_failure_over_labour import ControlFailureOverLabour
from ..mechanisms.economy.full_employment_contract import FullEmploymentContract
from ..mechanisms.economy.labour_market_abolition import LabourMarketAbolition
from ..mechanisms.economy.managerial_tribute import ManagerialTribute
from ..mechanisms.economy.market_abolition_waste import MarketAbolitionWaste
from ..mechanisms.economy.passive_money_accounting import PassiveMoneyAccounting
from ..mechanisms.economy.voluntarist_sprint import VoluntaristSprint
from ..mechanisms.polity.closures.atomisation import Atomisation
from ..mechanisms.polity.closures.atomising_terror import AtomisingTerror
from ..mechanisms.polity.closures.caste_not_class import CasteNotClass
from ..mechanisms.polity.closures.class_arbitration_bonapartism import ClassArbitrationBonapartism
from ..mechanisms.polity.closures.clientelism import Clientelism
from ..mechanisms.polity.closures.command_without_control import CommandWithoutControl
from ..mechanisms.polity.closures.expert_monopoly import ExpertMonopoly
from ..mechanisms.polity.closures.fear_of_peasant_majority import FearOfPeasantMajority
from ..mechanisms.polity.closures.grain_strike import GrainStrike
from ..mechanisms.polity.closures.labour_control_by_force import LabourControlByForce
from ..mechanisms.polity.closures.market_reform_drift import MarketReformDrift
from ..mechanisms.polity.closures.premature_market_abolition import PrematureMarketAbolition
from ..mechanisms.polity.closures.restoration_attractor import RestorationAttractor
from ..mechanisms.polity.closures.rule_by_decree import RuleByDecree
from ..mechanisms.polity.closures.substitute_bourgeoisie import SubstituteBourgeoisie
from ..mechanisms.polity.closures.tribute_from_village import TributeFromVillage
from ..mechanisms.world.model_diffusion import ModelDiffusion
from ..theory import Closing, Theory

COMMAND = (PassiveMoneyAccounting, CommandWithoutControl, PrematureMarketAbolition, MarketAbolitionWaste)
# Where several closures of one slot act on the same output they share its unit of strength, so that a
# theory is not stronger for being told in more parts.
THEORY = Theory(
    id="non-mode-of-production",
    name="Neither capitalism nor socialism (non-mode of production)",
    authors="Donald Parkinson (Communist League Tampa); draws on Hillel Ticktin and Mike Macnair",
    seed="002_a2b5da7353ffa98c.txt",
    slots={
        "origin": Closing(
            (RuleByDecree, FearOfPeasantMajority, ExpertMonopoly, ClassArbitrationBonapartism),
            "peasant majority, emergency rule and specialists, at work before the defeats abroad",
        ),
        "ruling-group": Closing((CasteNotClass,), "a fluid caste of low cohesion"),
        "property": Closing(
            (LabourMarketAbolition, ManagerialTribute),
            "nationalisation removes value relations and gives no social control",
            weights={LabourMarketAbolition: 0.5, ManagerialTribute: 0.5},
        ),
        "regulation": Closing(
            COMMAND, "command with a large loss of control", weights=dict.fromkeys(COMMAND, 0.4)
        ),
        "coercion": Closing((LabourControlByForce,), "force holds down labour that cannot be motivated"),
        "accumulation": Closing((SubstituteBourgeoisie,), "will to catch up, in place of a bourgeoisie"),
        "labour": Closing(
            (Atomisation, Clientelism, FullEmploymentContract, ControlFailureOverLabour),
            "low effort, hoarding, no dismissal, atomised",
            weights={FullEmploymentContract: 0.5, ControlFailureOverLabour: 0.5},
        ),
        "growth": Closing((VoluntaristSprint,), "inputs only: will lasts while the village has hands"),
        "slowdown": Closing((AbsenceOfRelativeSurplusValue,), "no compulsion to innovate"),
        "crisis": Closing((AbsenceOfProfitSqueezeCrisis,), "secular decline without cycle"),
        "turn-1928": Closing(
            (TributeFromVillage, GrainStrike),
            "primitive accumulation imitated to break the village (cause), grain the occasion",
            weights={GrainStrike: 0.65},
        ),
        "terror": Closing((AtomisingTerror,), "producers are atomised"),
        "foreign": Closing((ModelDiffusion,), "national interest before parties; the model is exported"),
        "restoration": Closing((MarketReformDrift,), "rises with missed growth and lag, falls with oil"),
        "end": Closing((RestorationAttractor,), "restoration draws all other outcomes"),
    },
    priors={"emergency_rule.half_life": Uniform(6.0, 20.0)},
)
