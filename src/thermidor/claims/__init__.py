"""What the essays assert: every claim of the canon, put to runs and record alike."""

from .civil_war import CIVIL_WAR
from .claim import Change, Claim, Documentary, Measured, Moved, NotTestable, Unsettled
from .coalition import COALITION
from .collapse import COLLAPSE
from .degeneration import DEGENERATION
from .factions import FACTIONS
from .fascism import FASCISM
from .forced_drive import FORCED_DRIVE
from .forecasts_1945 import FORECASTS_1945
from .growth import GROWTH
from .isolation import ISOLATION
from .labour import LABOUR
from .leader_and_isolation import LEADER_AND_ISOLATION
from .model_states import MODEL_STATES
from .nep import NEP
from .officials import OFFICIALS
from .opposition import OPPOSITION
from .parties_abroad import PARTIES_ABROAD
from .plant_and_plan import PLANT_AND_PLAN
from .police import POLICE
from .popular_front import POPULAR_FRONT
from .property import PROPERTY
from .reform import REFORM
from .regulation import REGULATION
from .revolution import REVOLUTION
from .rivalry import RIVALRY
from .ruling_order import RULING_ORDER
from .satellites import SATELLITES
from .specialists import SPECIALISTS
from .terror import TERROR
from .village import VILLAGE
from .war_record import WAR_RECORD
from .waste import WASTE
from .world_system import WORLD_SYSTEM

CLAIMS: tuple[Claim, ...] = (
    *CIVIL_WAR,
    *COALITION,
    *COLLAPSE,
    *DEGENERATION,
    *FACTIONS,
    *FASCISM,
    *FORCED_DRIVE,
    *FORECASTS_1945,
    *GROWTH,
    *ISOLATION,
    *LABOUR,
    *LEADER_AND_ISOLATION,
    *MODEL_STATES,
    *NEP,
    *OFFICIALS,
    *OPPOSITION,
    *PARTIES_ABROAD,
    *PLANT_AND_PLAN,
    *POLICE,
    *POPULAR_FRONT,
    *PROPERTY,
    *REFORM,
    *REGULATION,
    *REVOLUTION,
    *RIVALRY,
    *RULING_ORDER,
    *SATELLITES,
    *SPECIALISTS,
    *TERROR,
    *VILLAGE,
    *WAR_RECORD,
    *WASTE,
    *WORLD_SYSTEM,
)

__all__ = [
    "CLAIMS", "Change", "Claim", "Documentary", "Measured", "Moved", "NotTestable", "Unsettled",
]  # fmt: skip
