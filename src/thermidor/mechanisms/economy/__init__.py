"""The economy block, in the order of the year."""

from ...frame.mechanism import Mechanism
from .absence_of_profit_squeeze_crisis import AbsenceOfProfitSqueezeCrisis
from .absence_of_relative_surplus_value import AbsenceOfRelativeSurplusValue
from .ages import Ages
from .arms_burden import ArmsBurden
from .arms_conversion import ArmsConversion
from .births import Births
from .bureaucratism_brake import BureaucratismBrake
from .call_up import CallUp
from .camps import Camps
from .capacity import Capacity
from .catch_up import CatchUp
from .construction import Construction
from .control_failure_over_labour import ControlFailureOverLabour
from .crisis_of_competition import CrisisOfCompetition
from .deaths import Deaths
from .depletion import Depletion
from .destructive_use import DestructiveUse
from .drive_disorder import DriveDisorder
from .drive_outflow import DriveOutflow
from .expected_harvest import ExpectedHarvest
from .exploitation import Exploitation
from .famine_deaths import FamineDeaths
from .farm_effort import FarmEffort
from .farm_investment import FarmInvestment
from .farm_output import FarmOutput
from .flight import Flight
from .foreign_trade import ForeignTrade
from .full_employment_contract import FullEmploymentContract
from .grain_gap import GrainGap
from .grain_trade import GrainTrade
from .harvest import Harvest
from .herds import Herds
from .hunger import Hunger
from .income_uses import IncomeUses
from .industrial_indices import IndustrialIndices
from .information import InformationDistortion
from .kulak_grain import KulakGrain
from .labour_allocation import LabourAllocation
from .labour_force import LabourForce
from .labour_hoarding import LabourHoarding
from .labour_market_abolition import LabourMarketAbolition
from .labour_turnover import LabourTurnover
from .living_standards import LivingStandards
from .managerial_tribute import ManagerialTribute
from .market_abolition_waste import MarketAbolitionWaste
from .market_offer import MarketOffer
from .material_balances import MaterialBalances
from .migration import Migration
from .misdirection import Misdirection
from .money import Money
from .national_income import NationalIncome
from .norm_setting import NormSetting
from .officials_and_specialists import OfficialsAndSpecialists
from .oil_rent import OilRent
from .output import Output
from .passive_money_accounting import PassiveMoneyAccounting
from .people_counted import PeopleCounted
from .permanent_economic_crisis import PermanentEconomicCrisis
from .plan_ratchet import PlanRatchet
from .plant_wear import PlantWear
from .procurement import Procurement
from .second_economy import SecondEconomy
from .shortage import Shortage
from .soft_budget import SoftBudget
from .sown_area import SownArea
from .statified_planning_growth import StatifiedPlanningGrowth
from .supply_limits import SupplyLimits
from .terms_of_trade import TermsOfTrade
from .town_food import TownFood
from .town_work import TownWork
from .village_food import VillageFood
from .village_strata import VillageStrata
from .voluntarist_sprint import VoluntaristSprint
from .wage_labour import WageLabour
from .war_deaths import WarDeaths
from .war_disorder import WarDisorder
from .waste import Waste
from .work_effort import WorkEffort

HARVEST: tuple[Mechanism, ...] = (
    SownArea(),
    FarmEffort(),
    Harvest(),
    TermsOfTrade(),
    KulakGrain(),
    MarketOffer(),
    GrainGap(),
)
FOOD: tuple[Mechanism, ...] = (
    DriveDisorder(),
    GrainTrade(),
    Procurement(),
    TownFood(),
    VillageFood(),
    Herds(),
    Hunger(),
    FarmOutput(),
    FarmInvestment(),
    ExpectedHarvest(),
)
PRODUCTION: tuple[Mechanism, ...] = (
    StatifiedPlanningGrowth(),
    BureaucratismBrake(),
    PermanentEconomicCrisis(),
    DestructiveUse(),
    AbsenceOfRelativeSurplusValue(),
    AbsenceOfProfitSqueezeCrisis(),
    ControlFailureOverLabour(),
    FullEmploymentContract(),
    LabourMarketAbolition(),
    PassiveMoneyAccounting(),
    ManagerialTribute(),
    MarketAbolitionWaste(),
    VoluntaristSprint(),
    ArmsBurden(),
    WageLabour(),
    CrisisOfCompetition(),
    LabourTurnover(),
    Depletion(),
    LabourForce(),
    SoftBudget(),
    InformationDistortion(),
    Misdirection(),
    MaterialBalances(),
    NormSetting(),
    PlanRatchet(),
    LabourHoarding(),
    WarDisorder(),
    WorkEffort(),
    LabourAllocation(),
    ArmsConversion(),
    Capacity(),
    SupplyLimits(),
    Output(),
)
USES: tuple[Mechanism, ...] = (
    OilRent(),
    ForeignTrade(),
    Waste(),
    IncomeUses(),
    PlantWear(),
    CatchUp(),
    Construction(),
    LivingStandards(),
    Money(),
    Shortage(),
    SecondEconomy(),
)
PEOPLE: tuple[Mechanism, ...] = (
    Births(),
    Deaths(),
    FamineDeaths(),
    WarDeaths(),
    CallUp(),
    Camps(),
    OfficialsAndSpecialists(),
    VillageStrata(),
    Migration(),
    DriveOutflow(),
    Flight(),
    TownWork(),
    Ages(),
    PeopleCounted(),
)
ACCOUNTS: tuple[Mechanism, ...] = (
    NationalIncome(),
    Exploitation(),
    IndustrialIndices(),
)
