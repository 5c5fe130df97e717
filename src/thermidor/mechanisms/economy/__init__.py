"""The economy block, in the order of the year."""

from ...frame.mechanism import Mechanism
from .ages import Ages
from .births import Births
from .call_up import CallUp
from .camps import Camps
from .deaths import Deaths
from .drive_disorder import DriveDisorder
from .drive_outflow import DriveOutflow
from .expected_harvest import ExpectedHarvest
from .famine_deaths import FamineDeaths
from .farm_effort import FarmEffort
from .farm_investment import FarmInvestment
from .farm_output import FarmOutput
from .flight import Flight
from .grain_gap import GrainGap
from .grain_trade import GrainTrade
from .harvest import Harvest
from .herds import Herds
from .hunger import Hunger
from .kulak_grain import KulakGrain
from .market_offer import MarketOffer
from .migration import Migration
from .officials_and_specialists import OfficialsAndSpecialists
from .people_counted import PeopleCounted
from .procurement import Procurement
from .sown_area import SownArea
from .terms_of_trade import TermsOfTrade
from .town_food import TownFood
from .town_work import TownWork
from .village_food import VillageFood
from .village_strata import VillageStrata
from .war_deaths import WarDeaths
from .weather import Weather

HARVEST: tuple[Mechanism, ...] = (
    Weather(),
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
    Hunger(),
    Herds(),
    FarmOutput(),
    FarmInvestment(),
    ExpectedHarvest(),
)
PRODUCTION: tuple[Mechanism, ...] = ()
USES: tuple[Mechanism, ...] = ()
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
ACCOUNTS: tuple[Mechanism, ...] = ()
