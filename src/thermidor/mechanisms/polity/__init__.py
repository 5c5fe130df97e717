"""The polity block, in the order of the year."""

from ...frame.mechanism import Mechanism
from .accumulation_target import AccumulationTarget
from .advanced_workers import AdvancedWorkers
from .aftermath import Aftermath
from .ambition import Ambition
from .apparatus_cost_burden import ApparatusCostBurden
from .apparatus_target import ApparatusTarget
from .arms_target import ArmsTarget
from .aspiration import Aspiration
from .bureaucracy_autonomy import BureaucracyAutonomy
from .cadre_age import CadreAge
from .cadre_stability_ageing import CadreStabilityAgeing
from .closures.abundance_obviates_bureaucracy import AbundanceObviatesBureaucracy
from .closures.accumulation_break import AccumulationBreak
from .closures.arbitrary_command_allocation import ArbitraryCommandAllocation
from .closures.arms_race_accumulation import ArmsRaceAccumulation
from .closures.atomisation import Atomisation
from .closures.atomising_terror import AtomisingTerror
from .closures.caste_not_class import CasteNotClass
from .closures.catch_up_under_threat import CatchUpUnderThreat
from .closures.class_arbitration_bonapartism import ClassArbitrationBonapartism
from .closures.clientelism import Clientelism
from .closures.coercion_for_accumulation import CoercionForAccumulation
from .closures.command_without_control import CommandWithoutControl
from .closures.confined_but_devoted import ConfinedButDevoted
from .closures.confinement import Confinement
from .closures.declasse_recruitment import DeclasseRecruitment
from .closures.dual_expropriation import DualExpropriation
from .closures.expert_monopoly import ExpertMonopoly
from .closures.exploitation_set_by_competition import ExploitationSetByCompetition
from .closures.fear_of_peasant_majority import FearOfPeasantMajority
from .closures.grain_strike import GrainStrike
from .closures.great_purge_displacement import GreatPurgeDisplacement
from .closures.great_purge_elimination import GreatPurgeElimination
from .closures.inheritance_aspiration import InheritanceAspiration
from .closures.isolation_degeneration import IsolationDegeneration
from .closures.labour_control_by_force import LabourControlByForce
from .closures.left_right_balancing import LeftRightBalancing
from .closures.market_concession_restoration import MarketConcessionRestoration
from .closures.market_reform_drift import MarketReformDrift
from .closures.middle_bureaucracy_anchor import MiddleBureaucracyAnchor
from .closures.nomenklatura_appropriation import NomenklaturaAppropriation
from .closures.planned_reconstruction import PlannedReconstruction
from .closures.police_control_substitution import PoliceControlSubstitution
from .closures.political_revolution import PoliticalRevolution
from .closures.power_needs import PowerNeeds
from .closures.premature_market_abolition import PrematureMarketAbolition
from .closures.privilege_leak import PrivilegeLeak
from .closures.purge_scapegoating import PurgeScapegoating
from .closures.queue_policeman import QueuePoliceman
from .closures.reactive_plan_targets import ReactivePlanTargets
from .closures.regime_fear_of_masses_stability import RegimeFearOfMassesStability
from .closures.restoration_attractor import RestorationAttractor
from .closures.restoration_destruction import RestorationDestruction
from .closures.rule_by_decree import RuleByDecree
from .closures.sideways_transition import SidewaysTransition
from .closures.social_vacuum_substitution import SocialVacuumSubstitution
from .closures.state_as_collective_capital import StateAsCollectiveCapital
from .closures.state_ownership_democracy_interaction import StateOwnershipDemocracyInteraction
from .closures.state_slavery import StateSlavery
from .closures.structure_over_personality import StructureOverPersonality
from .closures.substitute_bourgeoisie import SubstituteBourgeoisie
from .closures.tribute_from_village import TributeFromVillage
from .closures.war_attrition_of_working_class import WarAttritionOfWorkingClass
from .closures.workers_revolution import WorkersRevolution
from .coercion_level import CoercionLevel
from .cohesion import Cohesion
from .collectives import Collectives
from .control_loss import ControlLoss
from .corruption import Corruption
from .coup import Coup
from .culture import Culture
from .demoralisation_by_defeat import DemoralisationByDefeat
from .disorganisation import Disorganisation
from .elite_bank_run import EliteBankRun
from .emergency_rule import EmergencyRule
from .exile import Exile
from .grain_panic import GrainPanic
from .growth_seen import GrowthSeen
from .kulak_weight import KulakWeight
from .labour_law import LabourLaw
from .leader import Leader
from .leader_concentration import LeaderConcentration
from .leadership_line import LeadershipLine
from .legitimacy import Legitimacy
from .market_reform import MarketReform
from .mass_cascade import MassCascade
from .nationalised_share import NationalisedShare
from .nationality_question import NationalityQuestion
from .nep_decision import NepDecision
from .officer_purge_weakening import OfficerPurgeWeakening
from .officials import Officials
from .opposition import Opposition
from .party_democracy import PartyDemocracy
from .party_democracy_error_correction import PartyDemocracyErrorCorrection
from .party_recomposition import PartyRecomposition
from .party_right import PartyRight
from .party_size import PartySize
from .party_workers import PartyWorkers
from .patronage import Patronage
from .pay_and_autonomy import PayAndAutonomy
from .peasant_support import PeasantSupport
from .plots import Plots
from .privilege import Privilege
from .quota_pressure import QuotaPressure
from .recent_influx import RecentInflux
from .reform_blockage import ReformBlockage
from .regulators import Regulators
from .repression import Repression
from .repression_information_tradeoff import RepressionInformationTradeoff
from .requisition import Requisition
from .restoration import Restoration
from .revolt import Revolt
from .scarcity import Scarcity
from .self_organisation import SelfOrganisation
from .sentences import Sentences
from .sioc_doctrine import SiocDoctrine
from .soviet_democracy import SovietDemocracy
from .soviet_power import SovietPower
from .specialists import Specialists
from .stagnation import Stagnation
from .strikes import Strikes
from .terror_pulse import TerrorPulse
from .turn_to_force import TurnToForce
from .unions import Unions
from .usurpation import Usurpation
from .victory_prestige import VictoryPrestige
from .wage_spread import WageSpread
from .worker_control import WorkerControl
from .worker_morale import WorkerMorale
from .worker_power import WorkerPower

SOCIETY: tuple[Mechanism, ...] = (
    RepressionInformationTradeoff(),  # what fear does to work and truth
    RestorationDestruction(),
    Culture(),  # culture, want, and workers
    SovietPower(),
    Scarcity(),
    AdvancedWorkers(),
    WorkerMorale(),
    WorkerPower(),
    SelfOrganisation(),
    Strikes(),
    EmergencyRule(),
    Specialists(),  # specialists and peasants
    PeasantSupport(),
    SocialVacuumSubstitution(),  # origin, soviets, apparatus
    IsolationDegeneration(),
    Confinement(),
    RuleByDecree(),
    FearOfPeasantMajority(),
    ExpertMonopoly(),
    ClassArbitrationBonapartism(),
    WarAttritionOfWorkingClass(),
    Usurpation(),
    SovietDemocracy(),
    PayAndAutonomy(),
    BureaucracyAutonomy(),
    DeclasseRecruitment(),  # class or caste
    CasteNotClass(),
    StateAsCollectiveCapital(),
    StructureOverPersonality(),
    Cohesion(),
    Corruption(),
    LeadershipLine(),  # party
    Patronage(),
    PartyDemocracy(),
    Opposition(),
    PartyRight(),
    PrematureMarketAbolition(),  # officials
    CommandWithoutControl(),
    Officials(),
    PartySize(),
    PartyWorkers(),
    PartyRecomposition(),
    ControlLoss(),
    CadreAge(),
    Leader(),  # leader
    LeaderConcentration(),
    WageSpread(),  # pay and privilege
    StateOwnershipDemocracyInteraction(),
    ArbitraryCommandAllocation(),
    PrivilegeLeak(),
    Privilege(),
    DualExpropriation(),  # plant and doctrine
    Unions(),
    WorkerControl(),
    SiocDoctrine(),
)
VILLAGE: tuple[Mechanism, ...] = (
    KulakWeight(),
    NepDecision(),
    GrainPanic(),
    GrainStrike(),
    LeftRightBalancing(),
    TributeFromVillage(),
    AccumulationBreak(),
    TurnToForce(),
    Requisition(),
    Collectives(),
    Plots(),
    QuotaPressure(),
)
AIMS: tuple[Mechanism, ...] = (
    PowerNeeds(),
    CatchUpUnderThreat(),
    PlannedReconstruction(),
    SubstituteBourgeoisie(),
    ArmsRaceAccumulation(),
    ExploitationSetByCompetition(),
    Ambition(),
    NationalisedShare(),
    Regulators(),
    ArmsTarget(),
    AccumulationTarget(),
    ApparatusTarget(),
    ReactivePlanTargets(),
)
FORCE: tuple[Mechanism, ...] = (
    RecentInflux(),  # workers, police
    PoliceControlSubstitution(),
    QueuePoliceman(),
    AbundanceObviatesBureaucracy(),
    LabourControlByForce(),
    CoercionForAccumulation(),
    StateSlavery(),  # labour
    Atomisation(),
    Clientelism(),
    ConfinedButDevoted(),
    CoercionLevel(),  # how much force
    LabourLaw(),
    PurgeScapegoating(),  # terror
    GreatPurgeElimination(),
    GreatPurgeDisplacement(),
    AtomisingTerror(),
    TerrorPulse(),
    Repression(),  # whom it strikes
    Sentences(),
    Exile(),
    OfficerPurgeWeakening(),
    ApparatusCostBurden(),
)
CONSENT: tuple[Mechanism, ...] = (
    GrowthSeen(),  # acceptance
    VictoryPrestige(),
    Legitimacy(),
    PartyDemocracyErrorCorrection(),
    CadreStabilityAgeing(),
    DemoralisationByDefeat(),
    Stagnation(),  # reform
    Aspiration(),
    ReformBlockage(),
    MarketReform(),
    NationalityQuestion(),
    MarketConcessionRestoration(),  # restoration
    InheritanceAspiration(),
    NomenklaturaAppropriation(),
    MarketReformDrift(),
    SidewaysTransition(),
    MiddleBureaucracyAnchor(),
    RestorationAttractor(),
    EliteBankRun(),
    PoliticalRevolution(),  # revolt
    RegimeFearOfMassesStability(),
    WorkersRevolution(),
    MassCascade(),
    Revolt(),  # the end
    Restoration(),
    Coup(),
    Aftermath(),
    Disorganisation(),
)
