"""The world block, in the order of the year."""

from ...frame.mechanism import Mechanism
from ..polity.closures.statification_requires_workers_revolution import (
    StatificationRequiresWorkersRevolution,
)
from .bipolar_antagonism import BipolarAntagonism
from .buffer_zone_security import BufferZoneSecurity
from .bureaucratic_fear_of_revolution import BureaucraticFearOfRevolution
from .capitalism import Capitalism
from .closed_area_deprivation import ClosedAreaDeprivation
from .comintern_prestige_subordination import CominternPrestigeSubordination
from .conquest_compensation import ConquestCompensation
from .embargo import Embargo
from .fascism import Fascism
from .isolation import Isolation
from .labour_split import LabourSplit
from .model_diffusion import ModelDiffusion
from .party_strength import PartyStrength
from .prestige import Prestige
from .prestige_cost_of_annexation import PrestigeCostOfAnnexation
from .red_army_restrains_revolution import RedArmyRestrainsRevolution
from .revolution_as_bargaining_chip import RevolutionAsBargainingChip
from .rival_arms import RivalArms
from .rivalry import PowersRivalry
from .satellite_area import SatelliteArea
from .satellite_extraction import SatelliteExtraction
from .satellite_revolts import SatelliteRevolts
from .satellite_transfer import SatelliteTransfer
from .social_democracy import SocialDemocracy
from .statification import Statification
from .subordination import Subordination
from .tension import Tension
from .threat import Threat
from .upheavals import Upheavals
from .war import War
from .war_losses import WarLosses
from .wave import Wave

WORLD: tuple[Mechanism, ...] = (
    War(),
    WarLosses(),
    PowersRivalry(),
    RivalArms(),
    Tension(),
    Threat(),
    BureaucraticFearOfRevolution(),
    RevolutionAsBargainingChip(),
    ClosedAreaDeprivation(),
    RedArmyRestrainsRevolution(),
    PrestigeCostOfAnnexation(),
    BufferZoneSecurity(),
    ConquestCompensation(),
    SatelliteExtraction(),
    ModelDiffusion(),
    CominternPrestigeSubordination(),
    BipolarAntagonism(),
    StatificationRequiresWorkersRevolution(),  # after the closures whose speed it limits
    Capitalism(),
    SocialDemocracy(),
    Prestige(),
    Subordination(),
    LabourSplit(),
    Fascism(),
    Upheavals(),
    Wave(),
    PartyStrength(),
    Isolation(),
    SatelliteArea(),
    Statification(),
    SatelliteTransfer(),
    SatelliteRevolts(),
    Embargo(),
)
